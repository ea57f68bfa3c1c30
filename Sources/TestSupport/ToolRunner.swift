import Foundation
import Synchronization

/// The built tool as a process: what a user of the command line sees.
///
///     let run = try Tool.run(["apply", "get.xml", "--format", "json"], in: folder)
///     #expect(run.exitStatus == 0)
public enum Tool {
    /// What one run of the tool left behind.
    public struct Run: Sendable {
        /// The arguments, for the message of a failed expectation.
        public var arguments: [String]
        /// 0 to 255; nil when a signal ended the tool, which is always a defect.
        public var exitStatus: Int32?
        public var outputBytes: [UInt8]
        /// Standard output as text.
        public var output: String
        /// Standard error as text.
        public var errors: String
    }

    /// Why there was no run.
    public struct Missing: Error, CustomStringConvertible {
        public var description: String
    }

    /// The tool of this build.
    ///
    /// `ESPALIER_TOOL` names one. Otherwise it is the one that SwiftPM put beside the test bundle, whatever the scratch path; the bundle is
    /// a file on Linux and a folder four levels above its executable on macOS.
    public static let executable: URL? =
        ProcessInfo.processInfo.environment["ESPALIER_TOOL"].map { URL(fileURLWithPath: $0) } ?? built("espalier")

    /// A program of this build, by its name.
    public static func built(_ name: String) -> URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        var candidates: [URL] = []
        for _ in 0..<4 {
            candidates.append(folder)
            folder = folder.deletingLastPathComponent()
        }
        candidates.append(Repository.root.appendingPathComponent(".build/debug"))
        return candidates.map { $0.appendingPathComponent(name) }.first { isExecutableFile($0) }
    }

    /// Runs the tool to its end. Output goes through files, so a long one cannot block it.
    ///
    /// - Parameters:
    ///   - input: standard input; empty when nil.
    ///   - directory: the working directory; the repository when nil.
    /// - Throws: `Missing` when there is no built tool, and what starting a process throws.
    public static func run(_ arguments: [String], input: [UInt8]? = nil, in directory: URL? = nil) throws -> Run {
        guard let executable else {
            throw Missing(
                description: "found no built espalier beside the tests; build it, or name it in ESPALIER_TOOL")
        }
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = directory ?? Repository.root
        process.standardInput = try FileHandle(forReadingFrom: scratch.write(input ?? [], to: "stdin"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.write([], to: "stdout"))
        process.standardError = try FileHandle(forWritingTo: scratch.write([], to: "stderr"))
        try process.run()
        let deadline = ProcessDeadline(process, after: 300)
        process.waitUntilExit()
        deadline.cancel()
        let output = [UInt8](try Data(contentsOf: scratch.url.appendingPathComponent("stdout")))
        let errors = try Data(contentsOf: scratch.url.appendingPathComponent("stderr"))
        return Run(
            arguments: arguments,
            exitStatus: process.terminationReason == .exit ? process.terminationStatus : nil,
            outputBytes: output, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    private static func isExecutableFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: url.path)
    }
}

/// Kills a process that does not end in time, so that no test waits for it, or for its output, without a bound.
public final class ProcessDeadline: Sendable {
    private let isOver = Mutex(false)

    /// - Parameter process: one that runs.
    public init(_ process: Process, after seconds: Double) {
        let identifier = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
            // The number of a process that has ended may be another one's by now.
            self?.isOver.withLock { isOver in if !isOver { kill(identifier, SIGKILL) } }
        }
    }

    /// Has to be called when the process has ended.
    public func cancel() { isOver.withLock { $0 = true } }
}

/// The checkout that the tests were compiled from.
public enum Repository {
    /// The folder that holds `Package.swift`.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// A folder that goes when the value does.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("espalier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, with the folders on the way to it.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes a file of text.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> URL { try write(Array(text.utf8), to: name) }
}

extension GoldenFile {
    /// A golden file that does not lie in a folder `Golden`.
    public init(at url: URL) { self.url = url }
}
