/// The limits of a parse, in one place (design.md section 7). Every refusal reports the actual and the allowed value.
public struct XMLLimits: Hashable, Sendable {
    /// The largest document in bytes. Checked before anything is read.
    public var documentBytes: Int
    /// The deepest nesting of elements; the root has depth 1.
    public var depth: Int
    /// The most events (tags, attributes, texts) that a document may hold.
    public var events: Int
    /// The longest text between two tags, in bytes after entities are resolved.
    public var textBytes: Int

    /// 10 MiB, 64 levels, 4 million events, texts of 8 MiB.
    public static let standard = XMLLimits()

    public init(
        documentBytes: Int = 10 << 20, depth: Int = 64, events: Int = 4_000_000, textBytes: Int = 8 << 20
    ) {
        self.documentBytes = documentBytes
        self.depth = depth
        self.events = events
        self.textBytes = textBytes
    }
}
