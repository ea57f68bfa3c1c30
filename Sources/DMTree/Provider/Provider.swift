import DDF
import Notation

/// The behaviour of one configuration service provider, where it has any beyond storing values by its description.
///
/// Providers are values without state: everything they know is in the tree. They return effects and never perform them
/// (design.md section 3).
public protocol Provider: Sendable {
    /// The CSP's name, such as `DMClient`.
    var name: String { get }

    /// The value that a Get of a leaf gives, when it is neither the stored one nor the description's default.
    ///
    /// - Parameter stored: nil when the node was never set.
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String?

    /// Rows 8 and 9 of the decision table for nodes that exist only because of what was done to the device before, such
    /// as the policies of an ADMX file. nil for every node that its description alone decides.
    func absence(of node: NodeReference, for verb: Verb, in tree: DeviceTree) -> Judgement.Refusal?

    /// Asked before a change, after the description's own checks. Only rules that need behaviour belong here: latches,
    /// frozen nodes.
    func judge(_ change: Change, in tree: DeviceTree) -> Judgement

    /// Asked after the description's checks of a value that is there (rows 17 to 19). Only rules for the value that the
    /// description cannot state belong here: documents, values that another node describes.
    func judgeValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement

    /// Told after a change took place. May write to the tree as the client.
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect]

    /// Runs an Exec. nil when the node has no behaviour of ours (windows-csp.md 5.9 row 22).
    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution?

    /// Whether a change can be undone when its Atomic fails; one that cannot answers 516.
    func canUndo(_ change: Change) -> Bool

    /// Alerts that every message of the client carries as long as the tree is like this.
    func standingAlerts(in tree: DeviceTree) -> [GenericAlert]
}

extension Provider {
    public func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? { nil }
    public func absence(of node: NodeReference, for verb: Verb, in tree: DeviceTree) -> Judgement.Refusal? { nil }
    public func judge(_ change: Change, in tree: DeviceTree) -> Judgement { .allowed }
    public func judgeValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement { .allowed }
    public func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] { [] }
    public func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? { nil }
    public func canUndo(_ change: Change) -> Bool { true }
    public func standingAlerts(in tree: DeviceTree) -> [GenericAlert] { [] }
}

/// A node as a provider sees it.
public struct NodeReference: Sendable {
    public var uri: TreeURI
    public var description: NodeDescription

    public init(uri: TreeURI, description: NodeDescription) {
        self.uri = uri
        self.description = description
    }

    /// Lower-case names below the CSP's root.
    public var keys: ArraySlice<String> { uri.keys.dropFirst(uri.structuralCount + 1) }

    /// The lower-case name at a depth below the CSP's root, 0 being its children; nil when the node is not that deep.
    public func key(_ depth: Int) -> String? {
        let index = uri.structuralCount + 1 + depth
        return index < uri.keys.count ? uri.keys[index] : nil
    }
}

/// A write that is about to happen or has happened.
public struct Change: Sendable {
    public enum Kind: Sendable {
        case add(value: String?)
        case replace(value: String?)
        case delete
    }

    public var node: NodeReference
    public var kind: Kind
    /// The Meta Type that the command stated; nil when it stated none.
    public var type: String?

    public init(node: NodeReference, kind: Kind, type: String? = nil) {
        self.node = node
        self.kind = kind
        self.type = type
    }

    /// The value that is written; nil for a delete or a node without value.
    public var value: String? {
        switch kind {
        case .add(let value), .replace(let value): value
        case .delete: nil
        }
    }
}

/// A provider's answer to `judge`.
public struct Judgement: Sendable {
    public struct Refusal: Sendable {
        /// Where the refusal stands in the decision table: rows 17 to 20, the format and the description's values, come
        /// before a refusal of a later row and behind one of an earlier row.
        public var row: DecisionRow
        public var status: Int
        public var error: HRESULT
        public var advice: Advice

        public init(row: DecisionRow = .latched, status: Int, error: HRESULT, advice: Advice) {
            self.row = row
            self.status = status
            self.error = error
            self.advice = advice
        }
    }

    public var refusal: Refusal?
    public var advice: [Advice]

    public init(refusal: Refusal? = nil, advice: [Advice] = []) {
        self.refusal = refusal
        self.advice = advice
    }

    public static let allowed = Judgement()
}

/// The outcome of an Exec.
public struct Execution: Sendable {
    /// 200 when done, 202 when a job runs on, or a refusal.
    public var status: Int
    public var error: HRESULT?
    public var effects: [Effect]
    public var advice: [Advice]

    public init(status: Int, error: HRESULT? = nil, effects: [Effect] = [], advice: [Advice] = []) {
        self.status = status
        self.error = error
        self.effects = effects
        self.advice = advice
    }
}
