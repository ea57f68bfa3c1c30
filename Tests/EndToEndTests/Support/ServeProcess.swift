import Foundation
import TestSupport
import Testing

/// `espalier serve` as a process, for as long as a body runs.
struct ServeProcess {
    /// What the server prints when it is ready.
    struct Line: Decodable {
        var schemaVersion: Int
        var event: String
        var url: String
        var port: Int
        var authority: String
        var adminToken: String
        var user: String
        var password: String?
        var page: String?
    }

    /// Starts a server on a free port, and tells it to stop after the body.
    ///
    /// - Returns: its exit status; nil when it did not stop by itself.
    static func serving(
        _ arguments: [String], in folder: TemporaryFolder, _ body: (Line) async throws -> Void
    ) async throws -> Int32? {
        let process = Process()
        let executable: URL = try #require(Tool.executable)
        process.executableURL = executable
        process.arguments = ["serve", "--port", "0", "--format", "json"] + arguments
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: folder.write([], to: "log.txt"))
        try process.run()
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        let start = ProcessDeadline(process, after: 60)
        var text = Data()
        while !text.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the server ended before it was ready")
            text += piece
        }
        start.cancel()
        try await body(try JSONDecoder().decode(Line.self, from: text))
        process.terminate()
        let end = ProcessDeadline(process, after: 60)
        process.waitUntilExit()
        end.cancel()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
