import Capture
import SyncML

extension Rule {
    /// Documents that cannot be read as messages at all.
    static let refusals: [Rule] = MessageRefusal.Code.allCases.map { code in
        Rule(
            "message.\(code.rawValue.kebabCased)", .error, code.summary, requirements: code.requirements,
            reference: "design.md 8", check: .reading)
    }

    /// Captures, or parts of them, that cannot be read.
    static let captures: [Rule] = CaptureFault.Code.allCases.map { code in
        Rule(
            "capture.\(code.rawValue)", .error, code.summary, reference: "design.md 8", check: .reading)
    }
}

extension MessageRefusal.Code {
    /// What is wrong, in plain words, as docs/rules.md prints it.
    var summary: String {
        switch self {
        case .empty: "No element at all."
        case .tooLarge: "More bytes than a message may have."
        case .tooDeep: "Elements nested deeper than a message may have them."
        case .tooManyCommands: "More commands than a message may have."
        case .tooManyEvents: "More tags, attributes and texts than a message may have."
        case .textTooLong: "A text longer than a message may have it."
        case .entity: "An entity declaration, or an entity that XML does not predefine."
        case .encoding: "The bytes are not in the encoding that they claim."
        case .forbiddenCharacter: "A character that XML does not allow."
        case .binary: "Not text, and not WBXML of a message either."
        case .unknownToken: "A token of WBXML that SyncML does not have."
        case .typographicQuotes: "Typographic quotes or dashes in the markup."
        case .ellipsisOrMarkdown: "An ellipsis, Markdown or prose where an element belongs."
        case .htmlEscaped: "Markup whose angle brackets or quotes are written as entities."
        case .unescapedDeclarationInData: "An XML declaration in the middle, most often inside Data."
        case .bareAmpersand: "An `&` that begins no entity."
        case .cutOff: "The document ends before its last element does."
        case .httpHeadersBeforeBody: "HTTP header fields before the message."
        case .wrongRoot: "Well-formed as far as it was read, but not SyncML."
        case .notWellFormed: "Another breach of XML's rules."
        case .outOfMemory: "No memory to read the document: not the document's fault."
        }
    }

    var requirements: [String] {
        switch self {
        case .binary: ["DM-MSG-01", "DM-MSG-15"]
        case .unknownToken: ["DM-MSG-01", "DM-WBX-02"]
        case .encoding, .forbiddenCharacter: ["DM-MSG-01", "DM-MSG-17"]
        case .tooLarge, .tooDeep, .tooManyCommands, .tooManyEvents, .textTooLong, .outOfMemory: []
        case .empty, .entity, .typographicQuotes, .ellipsisOrMarkdown, .htmlEscaped, .unescapedDeclarationInData,
            .bareAmpersand, .cutOff, .httpHeadersBeforeBody, .wrongRoot, .notWellFormed:
            ["DM-MSG-01"]
        }
    }
}

extension CaptureFault.Code {
    var summary: String {
        switch self {
        case .cutOff: "The capture ends inside a record."
        case .malformed: "Something in the capture that its format does not have."
        case .encoding: "A body whose charset or coding is unknown or broken."
        case .foreign: "Something of another protocol in the capture."
        case .unknownFormat: "A capture of a format that cannot be told."
        case .tooLarge: "Something in the capture is larger than a limit."
        case .notRedactable: "A body of a capture that cannot be redacted, and is left out."
        }
    }
}

extension String {
    /// `wrongRoot` as `wrong-root`.
    var kebabCased: String {
        reduce(into: "") { result, character in
            if character.isUppercase { result += "-" + character.lowercased() } else { result.append(character) }
        }
    }
}
