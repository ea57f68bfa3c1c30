import DDF

/// What a command of profile `oma` changes.
public enum StandardChange: Hashable, Sendable {
    /// Add, Replace or Copy of one node.
    case write(Write)
    case delete
    /// Replace of `?prop=ACL`, Name or Title by its text.
    case setProperty(NodeProperty, String)
    /// Add or Replace of a TNDS object below a node.
    case graft(TNDSDocument, replacing: Bool)

    /// A value with what its Meta says.
    public struct Write: Hashable, Sendable {
        /// nil for an interior node.
        public var value: String?
        public var format: NodeFormat
        /// nil for what the description says.
        public var type: String?
        /// True when the node comes into being, with its missing ancestors.
        public var isNew: Bool
    }
}

/// A command that is not carried out, with its status and reason.
struct StandardRefusal: Error {
    var decision: Decision

    /// - Parameter culprit: the node that stood in the way, when it is not the addressed one.
    init(
        _ row: StandardRow, _ status: Int, _ advice: Advice, _ resolution: Resolution? = nil, culprit: String? = nil
    ) {
        decision = Decision(
            rule: .standard(row), status: status, resolution: resolution, advice: [advice])
        decision.culprit = culprit
    }
}
