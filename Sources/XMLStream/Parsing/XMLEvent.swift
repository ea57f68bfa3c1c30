/// One entry of the tape. 16 bytes, no references, so a message of 200 commands is one small array.
///
/// The four fields mean different things for each kind; `XMLCursor` reads them.
struct XMLEvent: Sendable {
    enum Kind: UInt8, Sendable {
        /// `offset` is the place of `<`, `first` the byte after the tag, `second` the index of the matching end event.
        case start
        /// Follows its start event. `first` and `second` are the range of the value in the tape's text.
        case attribute
        /// `first` and `second` are the range in the tape's text. Neighbouring pieces of text are one event.
        case text
        /// `offset` is the place of `<` of the end tag (of the tag itself when it is empty), `first` the byte after it.
        case end
    }

    var kind: Kind
    /// For a start event 1 when the tag is empty (`<Final/>`); for a text event 1 when any part of it was a CDATA section.
    var flag: UInt8
    var name: UInt16
    var offset: UInt32
    var first: UInt32
    var second: UInt32
}

/// The name of an element or attribute: its local part and its namespace, the prefix resolved.
///
/// An unbound prefix stays in the local part (`msft:originalerror`) and leaves the namespace nil.
public struct XMLName: Hashable, Sendable {
    public var local: String
    public var namespace: String?

    public init(_ local: String, namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }
}

/// Something in a document that is not as the standard wants it, and that parsing survived.
public struct XMLRemark: Hashable, Sendable {
    /// The kinds of remark.
    public enum Code: Hashable, Sendable {
        /// The document begins with a byte order mark.
        case byteOrderMark
        /// The document was transcoded from the named encoding.
        case transcoded(from: String)
        /// The encoding that the XML declaration names is not the one the bytes have.
        case encodingLabel(declared: String, actual: String)
        /// A DOCTYPE stands before the root. Nothing of it was fetched.
        case documentType
        /// A prefix that no namespace declaration binds.
        case unboundPrefix(String)
        /// White space or nothing but comments before the XML declaration.
        case leadingWhitespace
    }

    public var code: Code
    public var position: XMLPosition

    public init(code: Code, position: XMLPosition) {
        self.code = code
        self.position = position
    }
}
