import XMLStream

/// Numbers of libxml2's errors that are told apart (libxml/xmlerror.h). Its messages are for people; the numbers are stable.
private enum LibXML2 {
    static let documentEnd = 5
    static let entityReferenceSemicolon = 23
    static let reservedName = 64
    static let nameRequired = 68
    static let tagMismatch = 76
}

extension MessageRefusal {
    /// Says what an XML error means for people who write SyncML: the error's kind, and the bytes at its place.
    init(_ error: XMLError, document: DocumentStart) {
        switch error.code {
        case .empty: self = .start(of: document)
        case .documentTooLarge: self = .limit(.tooLarge, error.reason, at: error.position)
        case .tooDeep: self = .limit(.tooDeep, error.reason, at: error.position)
        case .tooManyEvents: self = .limit(.tooManyEvents, error.reason, at: error.position)
        case .textTooLong: self = .limit(.textTooLong, error.reason, at: error.position)
        case .entity: self = .entity(error.reason, at: error.position)
        case .encoding: self = .encoding(error, document)
        case .forbiddenCharacter: self = .other(.forbiddenCharacter, error.reason, at: error.position)
        case .outOfMemory: self = .other(.outOfMemory, error.reason, at: error.position)
        case .notWellFormed: self = .malformed(error, document)
        }
    }

    /// A limit that was broken while a tape was recorded.
    init(wbxml error: XMLError) {
        switch error.code {
        case .documentTooLarge: self = .limit(.tooLarge, error.reason, at: error.position)
        case .tooDeep: self = .limit(.tooDeep, error.reason, at: error.position)
        case .tooManyEvents: self = .limit(.tooManyEvents, error.reason, at: error.position)
        case .textTooLong: self = .limit(.textTooLong, error.reason, at: error.position)
        case .outOfMemory: self = .other(.outOfMemory, error.reason, at: error.position)
        case .empty, .entity, .encoding, .forbiddenCharacter, .notWellFormed:
            self = .other(.notWellFormed, error.reason, at: error.position)
        }
    }

    private static func encoding(_ error: XMLError, _ document: DocumentStart) -> MessageRefusal {
        let isOdd = document.isUTF16 && error.reason.contains("cut off")
        if isOdd || isAtUnfinishedEnd(error.position.offset, of: document) {
            return .cutOff(at: document.position(of: document.source.count), inside: "a character")
        }
        return .other(.encoding, error.reason, at: error.position)
    }

    /// True when the document ends in the middle of a character, a reference or a tag, and the error lies there: libxml2
    /// then complains about the piece and not about the end.
    private static func isAtUnfinishedEnd(_ offset: Int, of document: DocumentStart) -> Bool {
        let source = document.source
        if let start = DocumentText.unfinishedCharacter(in: source), !document.isUTF16, offset + 4 >= start {
            return true
        }
        if let start = DocumentText.unfinishedToken(in: source), offset >= start { return true }
        return false
    }

    private static func malformed(_ error: XMLError, _ document: DocumentStart) -> MessageRefusal {
        let source = document.source
        let offset = min(error.position.offset, source.count)
        let place = error.position
        let here = source[offset...]
        if error.libxml2Code == LibXML2.documentEnd, let start = here.firstIndex(where: { $0 > 0x20 }) {
            return afterEnd(here[start...], at: document.position(of: start))
        }
        if here.isEmpty { return .cutOff(at: place, reason: error.reason) }
        if isAtUnfinishedEnd(offset, of: document) {
            return .cutOff(at: document.position(of: source.count), inside: "a tag, a reference or a character")
        }
        switch error.libxml2Code {
        case LibXML2.reservedName:
            let start = source[...offset].lastIndex(of: UInt8(ascii: "<")) ?? offset
            return .declarationInside(at: document.position(of: start))
        case LibXML2.tagMismatch: return .mismatch(error.reason, open: expectedName(error.reason), at: place)
        case LibXML2.entityReferenceSemicolon: return .bareAmpersand(at: place)
        case LibXML2.nameRequired where here.first == UInt8(ascii: "&"): return .bareAmpersand(at: place)
        default: break
        }
        if here.first == UInt8(ascii: "!"), offset > 0, source[offset - 1] == UInt8(ascii: "<") {
            return .markupDeclaration(source[(offset - 1)...], at: document.position(of: offset - 1))
        }
        return inTag(error, here)
    }

    /// Faults inside a tag, told from the bytes at their place.
    private static func inTag(_ error: XMLError, _ here: ArraySlice<UInt8>) -> MessageRefusal {
        let place = error.position
        if let quote = DocumentText.typographic(here) { return .typographic(quote, at: place) }
        if here.starts(with: "\\".utf8) { return .backslashQuote(at: place) }
        for escape in ["&#39;", "&quot;", "&#34;", "&apos;"] where here.starts(with: escape.utf8) {
            return .escapedQuote(escape, at: place)
        }
        let name = here.drop { $0 == UInt8(ascii: "<") }
        if DocumentText.isEllipsisOrMarkdown(name) {
            let shown = String(decoding: here.prefix { $0 > 0x20 }, as: UTF8.self)
            return .ellipsisOrMarkdown("\"\(shown)\"", in: "a tag", at: place)
        }
        return .other(.notWellFormed, error.reason, at: place)
    }

    private static func afterEnd(_ rest: ArraySlice<UInt8>, at position: XMLPosition) -> MessageRefusal {
        if rest.first == UInt8(ascii: "<") { return .secondRoot(at: position) }
        let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
        return .markdown(String(decoding: line.prefix(40), as: UTF8.self), at: position)
    }

    /// The name in XMLStream's "found end tag </B>, expected </A>".
    private static func expectedName(_ reason: String) -> String? {
        guard let range = reason.firstRange(of: "expected </") else { return nil }
        return String(reason[range.upperBound...].prefix { $0 != ">" })
    }
}
