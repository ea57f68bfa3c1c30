/// A JSON value with its place in the document, so that what is wrong with a profile can be pointed at.
struct JSONNode: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case null
        case bool(Bool)
        /// A number without a fraction, however it was written, that fits.
        case int(Int)
        /// Any other number.
        case number
        case string(String)
        case array([JSONNode])
        case object([String: JSONNode])
    }

    let value: Value
    /// Where the value begins.
    let position: TextPosition
    /// The bytes of the value in the document.
    let range: Range<Int>

    /// The members of an object; nil for anything else.
    var members: [String: JSONNode]? {
        guard case .object(let members) = value else { return nil }
        return members
    }

    /// The elements of an array; nil for anything else.
    var elements: [JSONNode]? {
        guard case .array(let elements) = value else { return nil }
        return elements
    }

    var string: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }
}
