import XMLStream

/// A rule that something breaks, with its place: what every report is made of.
public struct LintFinding: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    public var severity: Rule.Severity
    /// The file as the user named it; of a capture with a file for each message, that message's file.
    public var file: String
    /// The place in the file, from 1; nil for the file as a whole.
    public var position: XMLPosition?
    /// Of a capture: which record it is, from 1.
    public var record: Int?
    public var commandID: String?
    public var target: String?
    public var message: String
    public var hint: String
    public var reference: String
    public var requirements: [String]
    /// The fingerprint from before the texts were redacted; nil when they were not.
    var keptFingerprint: String?
    /// Where the place stands in the redacted source, when redaction changed its line; `position` stays that of the file.
    var movedPosition: XMLPosition?

    public init(
        rule: String, severity: Rule.Severity, file: String, position: XMLPosition? = nil, record: Int? = nil,
        commandID: String? = nil, target: String? = nil, message: String, hint: String = "", reference: String,
        requirements: [String] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.file = file
        self.position = position
        self.record = record
        self.commandID = commandID
        self.target = target
        self.message = message
        self.hint = hint
        self.reference = reference
        self.requirements = requirements
    }
}
