import DMSession

/// Something to tell a person: why a command was refused, what helps, or why a life ended badly.
public struct TimelineDiagnostic: Encodable, Sendable {
    public var diagnostic: Diagnostic
    /// The `n` of the message that it is about.
    public var message: Int?

    public init(_ diagnostic: Diagnostic, message: Int? = nil) {
        self.diagnostic = diagnostic
        self.message = message
    }

    private enum Key: String, CodingKey {
        case severity, rule, message, hint, reference, target, commandID, m
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(diagnostic.severity.rawValue, forKey: .severity)
        try container.encode(diagnostic.rule, forKey: .rule)
        try container.encode(diagnostic.message, forKey: .message)
        try container.encode(diagnostic.hint, forKey: .hint)
        try container.encode(diagnostic.reference, forKey: .reference)
        try container.encode(diagnostic.target, forKey: .target)
        try container.encode(diagnostic.commandID, forKey: .commandID)
        try container.encode(message, forKey: .m)
    }
}
