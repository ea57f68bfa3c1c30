/// Why a document was refused. Two errors are equal when their codes are equal.
public struct XMLError: Error, Sendable {
    /// The kinds of refusal.
    public enum Code: Hashable, Sendable {
        /// The document holds no element: nothing but white space, comments or an XML declaration.
        case empty
        /// Larger than `XMLLimits.documentBytes`.
        case documentTooLarge
        /// Nested deeper than `XMLLimits.depth`.
        case tooDeep
        /// More than `XMLLimits.events`, `XMLLimits.attributes` or `XMLLimits.namespaces`.
        case tooManyEvents
        /// One text or value of an attribute longer than `XMLLimits.textBytes`.
        case textTooLong
        /// A DOCTYPE that declares an entity or an attribute's default, or a reference to an entity that XML does not
        /// predefine. Never resolved, never fetched.
        case entity
        /// The bytes are not what the declared encoding says, or the encoding is unknown.
        case encoding
        /// A NUL byte or another character that XML forbids.
        case forbiddenCharacter
        /// Not well-formed. `libxml2Code` names the rule that was broken.
        case notWellFormed
        /// libxml2 could not allocate memory.
        case outOfMemory
    }

    public var code: Code
    public var position: XMLPosition
    /// What was found and what was expected, without the position.
    public var reason: String
    /// The number of the libxml2 error behind a `notWellFormed`; 0 otherwise.
    public var libxml2Code: Int

    public init(code: Code, position: XMLPosition, reason: String, libxml2Code: Int = 0) {
        self.code = code
        self.position = position
        self.reason = reason
        self.libxml2Code = libxml2Code
    }

    static func limit(_ code: Code, _ what: String, actual: Int, allowed: Int, at position: XMLPosition) -> XMLError {
        XMLError(code: code, position: position, reason: "\(what): \(actual), allowed are \(allowed)")
    }
}

extension XMLError: Equatable {
    public static func == (left: XMLError, right: XMLError) -> Bool { left.code == right.code }
}

extension XMLError: CustomStringConvertible {
    public var description: String { "\(position): \(reason)" }
}
