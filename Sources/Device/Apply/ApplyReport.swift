import DMSession
import DMTree

/// The JSON of `espalier apply --format json` (design.md section 6). Names and shape are a contract: new keys may come,
/// none may go.
public struct ApplyReport: Encodable, Sendable {
    public var schemaVersion = 1
    public var messages: [ReportedMessage]

    public init(messages: [ReportedMessage]) { self.messages = messages }
}

/// One input file.
public enum ReportedMessage: Encodable, Sendable {
    case applied(file: String, Applier.Applied, reply: String?)
    case malformed(file: String, line: Int, column: Int, message: String, hint: String)

    private enum Key: String, CodingKey {
        case file, wellFormed, commands, results, diagnostics, reply, error
    }

    private enum ErrorKey: String, CodingKey {
        case line, column, message, hint
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .applied(let file, let applied, let reply):
            try container.encode(file, forKey: .file)
            try container.encode(true, forKey: .wellFormed)
            try container.encode(applied.turn.outcomes.map(ReportedCommand.init), forKey: .commands)
            try container.encode(
                applied.turn.outcomes.flatMap { outcome in
                    outcome.results.map { ReportedResult(commandID: outcome.commandID ?? "", entry: $0) }
                }, forKey: .results)
            try container.encode(applied.diagnostics.map(ReportedDiagnostic.init), forKey: .diagnostics)
            try container.encode(reply, forKey: .reply)
        case .malformed(let file, let line, let column, let message, let hint):
            try container.encode(file, forKey: .file)
            try container.encode(false, forKey: .wellFormed)
            var error = container.nestedContainer(keyedBy: ErrorKey.self, forKey: .error)
            try error.encode(line, forKey: .line)
            try error.encode(column, forKey: .column)
            try error.encode(message, forKey: .message)
            try error.encode(hint, forKey: .hint)
        }
    }
}

/// One Status.
struct ReportedCommand: Encodable {
    var outcome: CommandOutcome

    private enum Key: String, CodingKey {
        case commandID, command, target, status, originalError, line, parent, rule
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(outcome.commandID ?? "", forKey: .commandID)
        try container.encode(outcome.command, forKey: .command)
        try container.encode(outcome.target, forKey: .target)
        try container.encode(outcome.status, forKey: .status)
        try container.encode(outcome.originalError?.uppercase, forKey: .originalError)
        try container.encode(outcome.line, forKey: .line)
        try container.encode(outcome.parent, forKey: .parent)
        try container.encode(outcome.rule.reference, forKey: .rule)
    }
}

/// One Item of a Results.
struct ReportedResult: Encodable {
    var commandID: String
    var entry: Reading.Entry

    private enum Key: String, CodingKey {
        case commandID, source, format, type, data
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(commandID, forKey: .commandID)
        try container.encode(entry.uri, forKey: .source)
        try container.encode(entry.format.rawValue, forKey: .format)
        try container.encodeIfPresent(entry.type, forKey: .type)
        try container.encode(entry.data, forKey: .data)
    }
}

/// One diagnostic.
public struct ReportedDiagnostic: Encodable, Sendable {
    public var diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    private enum Key: String, CodingKey {
        case rule, severity, line, column, commandID, target, message, hint, reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(diagnostic.rule, forKey: .rule)
        try container.encode(diagnostic.severity.rawValue, forKey: .severity)
        try container.encode(diagnostic.line, forKey: .line)
        try container.encode(diagnostic.column, forKey: .column)
        try container.encode(diagnostic.commandID, forKey: .commandID)
        try container.encode(diagnostic.target, forKey: .target)
        try container.encode(diagnostic.message, forKey: .message)
        try container.encode(diagnostic.hint, forKey: .hint)
        try container.encode(diagnostic.reference, forKey: .reference)
    }
}
