import XMLStream

/// One child of a SyncBody, Atomic or Sequence, in the grammar of oma-dm.md 1.2.
///
/// The commands of which a server sends hundreds lie in line; what is larger stands behind a reference, so that it does not make
/// all others as large (design.md section 9).
public enum Command: Hashable, Sendable {
    case add(ItemCommand)
    case replace(ItemCommand)
    case delete(ItemCommand)
    case get(ItemCommand)
    case copy(ItemCommand)
    case exec(ItemCommand)
    indirect case alert(Alert)
    case atomic(Container)
    case sequence(Container)
    indirect case status(Status)
    indirect case results(Results)
    /// Put, Search, Sync, Map, Move and foreign elements: no DM commands (windows-csp.md 5.9 row 1).
    case unknown(UnknownElement)

    /// The element's name, as `Cmd` of a Status gives it.
    public var name: String {
        switch self {
        case .add: "Add"
        case .replace: "Replace"
        case .delete: "Delete"
        case .get: "Get"
        case .copy: "Copy"
        case .exec: "Exec"
        case .alert: "Alert"
        case .atomic: "Atomic"
        case .sequence: "Sequence"
        case .status: "Status"
        case .results: "Results"
        case .unknown(let element): element.name.local
        }
    }

    /// The `CmdID`, blanks removed; nil when missing or empty.
    public var cmdID: String? {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.cmdID
        case .alert(let alert): alert.cmdID
        case .atomic(let container), .sequence(let container): container.cmdID
        case .status(let status): status.cmdID
        case .results(let results): results.cmdID
        case .unknown(let element):
            element.elements.first { $0.name.local == "CmdID" }.flatMap { $0.text.isEmpty ? nil : $0.text }
        }
    }

    /// Where the command stands in its message.
    public var origin: Origin {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.origin
        case .alert(let alert): alert.origin
        case .atomic(let container), .sequence(let container): container.origin
        case .status(let status): status.origin
        case .results(let results): results.origin
        case .unknown(let element): element.origin
        }
    }
}

/// Add, Replace, Delete, Get, Copy and Exec, which share one grammar.
public struct ItemCommand: Hashable, Sendable {
    /// nil when missing or empty.
    public var cmdID: String?
    /// Applies to every Item; an Item's own Meta wins element by element.
    public var meta: Meta?
    public var items: [Item]
    private var seldom: Seldom<SeldomFields>
    public var origin: Origin

    private struct SeldomFields: Hashable, Sendable {
        var noResp = false
        var correlator: String?
        var unknown: [UnknownElement] = []

        static let empty = SeldomFields()
    }

    public init(
        cmdID: String?, noResp: Bool = false, meta: Meta? = nil, correlator: String? = nil, items: [Item],
        unknown: [UnknownElement] = [], origin: Origin = .none
    ) {
        self.cmdID = cmdID
        self.meta = meta
        self.items = items
        self.origin = origin
        seldom =
            !noResp && correlator == nil && unknown.isEmpty
            ? Seldom()
            : Seldom(SeldomFields(noResp: noResp, correlator: correlator, unknown: unknown), empty: .empty)
    }
}

extension ItemCommand {
    public var noResp: Bool {
        get { seldom.fields?.noResp ?? false }
        set { seldom.update(empty: .empty) { $0.noResp = newValue } }
    }

    public var correlator: String? {
        get { seldom.fields?.correlator }
        set { seldom.update(empty: .empty) { $0.correlator = newValue } }
    }

    /// `Cred` (illegal in DM commands), `Lang`, `Archive`, `SftDel` and anything else.
    public var unknown: [UnknownElement] {
        get { seldom.fields?.unknown ?? [] }
        set { seldom.update(empty: .empty) { $0.unknown = newValue } }
    }
}

/// `Alert`: a notice, a question to the user or a session signal (oma-dm.md 2.5).
public struct Alert: Hashable, Sendable {
    public var cmdID: String?
    public var noResp: Bool
    /// The alert code, such as `1201`.
    public var data: ItemData?
    public var correlator: String?
    public var items: [Item]
    public var unknown: [UnknownElement]
    public var origin: Origin

    public init(
        cmdID: String?, noResp: Bool = false, data: ItemData? = nil, correlator: String? = nil, items: [Item] = [],
        unknown: [UnknownElement] = [], origin: Origin = .none
    ) {
        self.cmdID = cmdID
        self.noResp = noResp
        self.data = data
        self.correlator = correlator
        self.items = items
        self.unknown = unknown
        self.origin = origin
    }
}

/// `Atomic` and `Sequence`: commands that belong together (oma-dm.md 2.7).
public struct Container: Hashable, Sendable {
    public var cmdID: String?
    public var noResp: Bool
    public var meta: Meta?
    public var commands: [Command]
    public var origin: Origin

    public init(
        cmdID: String?, noResp: Bool = false, meta: Meta? = nil, commands: [Command], origin: Origin = .none
    ) {
        self.cmdID = cmdID
        self.noResp = noResp
        self.meta = meta
        self.commands = commands
        self.origin = origin
    }
}

/// `Status`: the outcome of one command or of one of its Items (oma-dm.md 2.3).
public struct Status: Hashable, Sendable {
    public var cmdID: String?
    public var msgRef: String
    public var cmdRef: String
    public var cmd: String
    public var targetRefs: [String]
    /// The status code.
    public var data: ItemData?
    public var items: [Item]
    private var seldom: Seldom<SeldomFields>
    public var origin: Origin

    private struct SeldomFields: Hashable, Sendable {
        var sourceRefs: [String] = []
        var cred: Cred?
        var chal: Chal?
        var unknown: [UnknownElement] = []

        static let empty = SeldomFields()
    }

    public init(
        cmdID: String?, msgRef: String, cmdRef: String, cmd: String, targetRefs: [String] = [],
        sourceRefs: [String] = [], cred: Cred? = nil, chal: Chal? = nil, data: ItemData?, items: [Item] = [],
        unknown: [UnknownElement] = [], origin: Origin = .none
    ) {
        self.cmdID = cmdID
        self.msgRef = msgRef
        self.cmdRef = cmdRef
        self.cmd = cmd
        self.targetRefs = targetRefs
        self.data = data
        self.items = items
        self.origin = origin
        seldom =
            sourceRefs.isEmpty && cred == nil && chal == nil && unknown.isEmpty
            ? Seldom()
            : Seldom(
                SeldomFields(sourceRefs: sourceRefs, cred: cred, chal: chal, unknown: unknown), empty: .empty)
    }
}

extension Status {
    public var sourceRefs: [String] {
        get { seldom.fields?.sourceRefs ?? [] }
        set { seldom.update(empty: .empty) { $0.sourceRefs = newValue } }
    }

    public var cred: Cred? {
        get { seldom.fields?.cred }
        set { seldom.update(empty: .empty) { $0.cred = newValue } }
    }

    public var chal: Chal? {
        get { seldom.fields?.chal }
        set { seldom.update(empty: .empty) { $0.chal = newValue } }
    }

    public var unknown: [UnknownElement] {
        get { seldom.fields?.unknown ?? [] }
        set { seldom.update(empty: .empty) { $0.unknown = newValue } }
    }
}

/// `Results`: what a Get found (oma-dm.md 2.4).
public struct Results: Hashable, Sendable {
    public var cmdID: String?
    public var msgRef: String?
    public var cmdRef: String
    /// Printed in MS-MDM 2.2.7.8, absent on the wire of 19043 and 26200; accepted, not sent.
    public var cmd: String?
    public var meta: Meta?
    public var targetRef: String?
    public var sourceRef: String?
    public var items: [Item]
    public var unknown: [UnknownElement]
    public var origin: Origin

    public init(
        cmdID: String?, msgRef: String?, cmdRef: String, cmd: String? = nil, meta: Meta? = nil,
        targetRef: String? = nil, sourceRef: String? = nil, items: [Item], unknown: [UnknownElement] = [],
        origin: Origin = .none
    ) {
        self.cmdID = cmdID
        self.msgRef = msgRef
        self.cmdRef = cmdRef
        self.cmd = cmd
        self.meta = meta
        self.targetRef = targetRef
        self.sourceRef = sourceRef
        self.items = items
        self.unknown = unknown
        self.origin = origin
    }
}
