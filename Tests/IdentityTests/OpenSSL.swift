import Foundation
import TestSupport

/// The command line of OpenSSL as an oracle. Tests that need it ask `isPresent`, which prints the reason once when they
/// are skipped.
enum OpenSSL {
    static let path: String? = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static let isPresent: Bool = {
        guard path == nil else { return true }
        print("skipped: no openssl on this machine")
        return false
    }()

    struct Run {
        let exitStatus: Int32
        /// Standard output and standard error.
        let text: String
        /// Of the file that was asked for.
        let result: [UInt8]
    }

    /// Runs it in a folder of its own that holds these files.
    static func run(_ arguments: [String], files: [String: [UInt8]] = [:], result: String? = nil) throws -> Run {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        let output = try folder.write([], to: "output")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent")
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        let bytes = try result.map { [UInt8](try Data(contentsOf: folder.url.appendingPathComponent($0))) }
        return Run(exitStatus: process.terminationStatus, text: text, result: bytes ?? [])
    }
}
