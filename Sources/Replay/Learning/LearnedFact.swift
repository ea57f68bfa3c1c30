/// One thing that was taken from a capture.
public struct LearnedFact: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What the device is: a value that no server sets.
        case fact
        /// A node that had this value before a server wrote to it.
        case value
        /// A node that was there.
        case node
        /// A node that was not there.
        case absence
        /// What happened to the device between two sessions, and was told in package 1.
        case event
    }

    public var kind: Kind
    /// The node; of an event its alert type.
    public var uri: String
    /// nil for a node without value, and for an absence.
    public var value: String?
    /// What in the capture says so, such as "Results of Get 5".
    public var source: String
    /// The record that says so, from 1.
    public var record: Int

    public init(_ kind: Kind, uri: String, value: String? = nil, source: String, record: Int) {
        self.kind = kind
        self.uri = uri
        self.value = value
        self.source = source
        self.record = record
    }
}
