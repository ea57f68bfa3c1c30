/// What a command asks of one node.
public enum Verb: Hashable, Sendable {
    case add, replace, delete, get, exec, copy
    /// An Alert of the server with this code.
    case alert(String)
    /// An element that is no DM command, by its name.
    case notACommand(String)

    /// The element's name.
    public var name: String {
        switch self {
        case .add: "Add"
        case .replace: "Replace"
        case .delete: "Delete"
        case .get: "Get"
        case .exec: "Exec"
        case .copy: "Copy"
        case .alert: "Alert"
        case .notACommand(let name): name
        }
    }
}

/// One command on one Item, free of the wire: what the decision table is asked about.
public struct Request: Hashable, Sendable {
    public var verb: Verb
    /// nil when the command has none.
    public var cmdID: String?
    /// The Item's Target LocURI; nil when there is no Item or no Target.
    public var target: String?
    /// The Item's Source LocURI: what a Copy reads; nil when there is none.
    public var source: String?
    /// Meta Format, blanks removed; nil when not stated.
    public var format: String?
    /// Meta Type; nil when not stated.
    public var type: String?
    /// nil when the Item has no Data.
    public var data: String?
    /// True below an Atomic.
    public var isInAtomic: Bool

    public init(
        verb: Verb, cmdID: String?, target: String?, source: String? = nil, format: String? = nil, type: String? = nil,
        data: String? = nil, isInAtomic: Bool = false
    ) {
        self.verb = verb
        self.cmdID = cmdID
        self.target = target
        self.source = source
        self.format = format
        self.type = type
        self.data = data
        self.isInAtomic = isInAtomic
    }
}
