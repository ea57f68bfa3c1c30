import DDF
import Notation

/// The outcome of the decision table for one command on one node: which rule decided, the status, and what is to be
/// done.
public struct Decision: Sendable {
    /// What to do to the tree. A refused command does nothing.
    public enum Action: Sendable {
        case none
        /// Make the node, with its ancestors.
        case add(value: String?)
        case replace(value: String?)
        case delete
        case read(Reading)
        case execute(data: String?)
        /// What only profile `oma` does.
        case standard(StandardChange)
    }

    public var rule: DecisionRule
    /// The SyncML status code.
    public var status: Int
    /// The HRESULT behind a refusal, which `msft:originalerror` reports.
    public var error: HRESULT?
    public var action: Action
    /// Set when the address is well-formed.
    public var resolution: Resolution?
    public var advice: [Advice]
    /// The node that stood in the way when it is not the addressed one: the missing ancestor of an implicit Add
    /// (DM-STAT-12), a node of a TNDS object.
    public var culprit: String?
    /// The behaviour of the node's CSP that is told of the change, looked up once for a command; nil when it has none, in
    /// profile `oma`, and where nothing is written.
    let registration: ProviderTable.Registration?

    public init(
        rule: DecisionRule, status: Int, error: HRESULT? = nil, action: Action = .none, resolution: Resolution? = nil,
        advice: [Advice] = []
    ) {
        self.init(
            rule: rule, status: status, error: error, action: action, resolution: resolution, advice: advice,
            registration: nil)
    }

    /// As above, with the behaviour that is to follow the change.
    init(
        rule: DecisionRule, status: Int, error: HRESULT? = nil, action: Action, resolution: Resolution?,
        advice: [Advice], registration: ProviderTable.Registration?
    ) {
        self.rule = rule
        self.status = status
        self.error = error
        self.action = action
        self.resolution = resolution
        self.advice = advice
        self.registration = registration
    }

    /// True for 2xx.
    public var succeeded: Bool { (200..<300).contains(status) }
}

/// What a Get found: one entry for a leaf or an interior node, several for `?list=`.
public struct Reading: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// The LocURI of the node; the server's own spelling for the node it asked for.
        public var uri: String
        public var format: NodeFormat
        /// nil for text/plain.
        public var type: String?
        /// nil when the entry carries no Data.
        public var data: String?

        public init(uri: String, format: NodeFormat, type: String? = nil, data: String?) {
            self.uri = uri
            self.format = format
            self.type = type
            self.data = data
        }
    }

    public var entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }
}

/// Something to tell the person at the keyboard about a command; becomes a diagnostic when the command's place is
/// known. Never changes what goes on the wire.
public struct Advice: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, Codable {
        case error, warning, note
    }

    /// The stable id of the rule, such as `node.unknown`. `docs/rules.md` lists them.
    public var rule: String
    public var severity: Severity
    /// What happened, in one plain sentence.
    public var message: String
    /// What to do next; empty when there is nothing to say.
    public var hint: String
    public var reference: String

    public init(rule: String, severity: Severity, message: String, hint: String = "", reference: String) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.hint = hint
        self.reference = reference
    }
}
