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
        /// A prefix that no namespace declaration binds. Each prefix is reported once, at the tag that uses it first.
        case unboundPrefix(String)
        /// White space before the XML declaration, where nothing may stand.
        case leadingWhitespace
    }

    public var code: Code
    public var position: XMLPosition

    public init(code: Code, position: XMLPosition) {
        self.code = code
        self.position = position
    }
}
