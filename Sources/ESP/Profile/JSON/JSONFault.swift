/// Why a text is no JSON document (RFC 8259).
public enum JSONFault: Hashable, Sendable {
    /// The document ends while something is open.
    case endOfDocument(expected: String)
    /// Something else stands where `expected` has to stand.
    case unexpected(found: String, expected: String)
    /// A number of a form that JSON does not have, such as `01` or `1.`.
    case malformedNumber
    /// A backslash with what may not follow it, or half of a surrogate pair.
    case malformedEscape
    /// A character below U+0020 inside a string.
    case controlCharacter
    /// A name that its object has already.
    case repeatedName(String)
    /// More arrays and objects inside each other than the limit.
    case tooDeep(allowed: Int)
    /// More text after the end of the document.
    case textAfterEnd
}

/// A fault and its place.
struct JSONError: Error, Hashable, Sendable {
    let fault: JSONFault
    let position: TextPosition
}

extension JSONFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .endOfDocument(let expected): "the document ends where \(expected) is expected"
        case .unexpected(let found, let expected): "found \(found) where \(expected) is expected"
        case .malformedNumber: "a number has a form that JSON does not have"
        case .malformedEscape: "a backslash is followed by what is no escape"
        case .controlCharacter: "a string holds a control character, which has to be escaped"
        case .repeatedName(let name): "the name \"\(name)\" stands twice in one object"
        case .tooDeep(let allowed): "arrays and objects are nested deeper than \(allowed)"
        case .textAfterEnd: "more text follows after the end of the document"
        }
    }
}
