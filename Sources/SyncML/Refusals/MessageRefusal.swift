import XMLStream

/// Why a document was refused as a message (design.md section 8): the peer's mistake, with its place and what to do.
public struct MessageRefusal: Error, Hashable, Sendable {
    /// The kinds of refusal. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// No element at all.
        case empty
        /// More bytes than `MessageLimits.messageBytes`.
        case tooLarge
        /// Elements nested deeper than `MessageLimits.depth`.
        case tooDeep
        /// More commands than `MessageLimits.commandsPerMessage`.
        case tooManyCommands
        /// More tags, attributes and texts than `MessageLimits.events`.
        case tooManyEvents
        /// A text longer than `MessageLimits.textBytes`.
        case textTooLong
        /// An entity declaration, or an entity that XML does not predefine.
        case entity
        /// The bytes are not in the encoding that they claim.
        case encoding
        /// A character that XML does not allow.
        case forbiddenCharacter
        /// Not text, and not WBXML of a message either.
        case binary
        /// A token of WBXML that SyncML does not have.
        case unknownToken
        /// Typographic quotes or dashes in place of `"`, `'` and `--`.
        case typographicQuotes
        /// An ellipsis, Markdown or prose where an element belongs.
        case ellipsisOrMarkdown
        /// Markup whose angle brackets or quotes are written as entities.
        case htmlEscaped
        /// An XML declaration in the middle, most often inside Data.
        case unescapedDeclarationInData
        /// An `&` that begins no entity.
        case bareAmpersand
        /// The document ends before its last element does.
        case cutOff
        /// HTTP header fields before the message.
        case httpHeadersBeforeBody
        /// Well-formed as far as it was read, but not SyncML.
        case wrongRoot
        /// Any other breach of XML's rules.
        case notWellFormed
        /// Ours, not the peer's: no memory for the parser.
        case outOfMemory
    }

    public var code: Code
    public var position: XMLPosition
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(code: Code, position: XMLPosition, message: String, hint: String = "") {
        self.code = code
        self.position = position
        self.message = message
        self.hint = hint
    }
}

extension MessageRefusal: CustomStringConvertible {
    public var description: String { "\(position): \(message)" }
}
