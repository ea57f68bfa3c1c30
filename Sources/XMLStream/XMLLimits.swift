/// The limits of a parse, in one place (design.md section 7). Every refusal reports the actual and the allowed value.
public struct XMLLimits: Hashable, Sendable {
    /// The largest document in bytes. Checked before anything is read. 2 GiB is the most that libxml2 takes.
    public var documentBytes: Int
    /// The deepest nesting of elements; the root has depth 1, and so have the elements of a fragment. libxml2 goes no
    /// deeper than 255, whatever is given here.
    public var depth: Int
    /// The most events (start tags, end tags, attributes, texts) that a document may hold.
    public var events: Int
    /// The longest text between two tags and the longest value of an attribute, in bytes after entities are resolved.
    public var textBytes: Int
    /// The most attributes of one element, namespace declarations included. libxml2 compares each with each.
    public var attributes: Int
    /// The most namespace declarations that are in force at one place. libxml2 searches them one by one.
    public var namespaces: Int

    /// 10 MiB, 64 levels, 4 million events, texts of 8 MiB, 1,024 attributes, 256 namespaces.
    public static let standard = XMLLimits()

    public init(
        documentBytes: Int = 10 << 20, depth: Int = 64, events: Int = 4_000_000, textBytes: Int = 8 << 20,
        attributes: Int = 1_024, namespaces: Int = 256
    ) {
        self.documentBytes = documentBytes
        self.depth = depth
        self.events = events
        self.textBytes = textBytes
        self.attributes = attributes
        self.namespaces = namespaces
    }

    /// What libxml2 takes by itself, in bytes and in levels.
    static let libxml2Bytes = Int(Int32.max) - 64
    static let libxml2Depth = 255
}
