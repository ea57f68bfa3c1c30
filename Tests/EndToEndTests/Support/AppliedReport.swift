import Foundation
import TestSupport
import Testing

/// The JSON of `espalier apply --format json` as a reader of it would declare it (design.md section 6).
struct AppliedReport: Decodable {
    struct Command: Decodable {
        var commandID: String
        var command: String
        var target: String?
        var status: Int
        var originalError: String?
        var line: Int?
        var parent: String?
    }

    struct Result: Decodable {
        var commandID: String
        var source: String
        var format: String
        var data: String?
    }

    struct Diagnostic: Decodable {
        var rule: String
        var severity: String
        var line: Int?
        var column: Int?
        var commandID: String?
        var target: String?
        var message: String
        var hint: String
        var reference: String
    }

    struct Fault: Decodable {
        var line: Int
        var column: Int
        var message: String
    }

    struct Message: Decodable {
        var file: String
        var wellFormed: Bool
        var commands: [Command]?
        var results: [Result]?
        var diagnostics: [Diagnostic]?
        var reply: String?
        var error: Fault?

        /// The statuses in the order of the rows.
        var statuses: [Int] { (commands ?? []).map(\.status) }
    }

    var schemaVersion: Int
    var messages: [Message]
}

extension Tool.Run {
    /// Standard output as the report of `apply`. Fails when it holds anything else.
    func report() throws -> AppliedReport { try JSONDecoder().decode(AppliedReport.self, from: Data(outputBytes)) }
}

/// Applies text as one file and reads the JSON.
func apply(_ text: String, _ options: [String] = []) throws -> (run: Tool.Run, message: AppliedReport.Message) {
    let run = try Tool.run(["apply", "-", "--format", "json"] + options, input: Array(text.utf8))
    return (run, try #require(try run.report().messages.first, "the report has no message: \(run.output)"))
}
