import XMLStream

extension MessageRefusal {
    /// The refusal of a document that does not begin with an element.
    static func start(of document: DocumentStart) -> MessageRefusal {
        let source = document.source
        let offset = document.prolog.contentOffset
        guard offset < source.count else {
            // Nothing but a prolog; one that ends in the middle of something was cut off.
            let last = source.lastIndex { $0 > 0x20 }
            guard let last, source[last] != UInt8(ascii: ">") else { return .empty() }
            return .cutOff(at: document.position(of: source.count), inside: "the XML declaration or a comment")
        }
        if source.first == 0 { return .binary("WBXML 1.0 or another binary form") }
        if source.contains(0) {
            return .other(.forbiddenCharacter, "found a NUL byte, which XML forbids", at: .start)
        }
        let position = document.position(of: offset)
        let content = source[offset...]
        let line = content.prefix { $0 != 0x0A && $0 != 0x0D }
        let shown = String(decoding: line.prefix(40), as: UTF8.self)
        if content.count == 1, content.first == UInt8(ascii: "<") {
            return .cutOff(at: document.position(of: source.count), inside: "its first tag")
        }
        if content.starts(with: "<!".utf8) { return .markupDeclaration(content, at: position) }
        if DocumentText.isHTTP(content) { return .httpHeaders(at: position) }
        if DocumentText.isEscaped(content) { return .escapedDocument(shown, at: position) }
        // A tag whose < was lost; prose may begin with a known name too.
        let word = String(decoding: line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }, as: UTF8.self)
        if ElementName(local: word) != .other, line.contains(UInt8(ascii: ">")) {
            return .bracketMissing(shown, at: position)
        }
        return .text(shown, at: position)
    }

    /// What went wrong at a `<!` that opens no comment, CDATA section or DOCTYPE.
    static func markupDeclaration(_ bytes: ArraySlice<UInt8>, at position: XMLPosition) -> MessageRefusal {
        if let dash = DocumentText.typographic(bytes.dropFirst(2)) { return .typographic(dash, at: position) }
        if bytes.count < 4 { return .cutOff(at: position, inside: "a comment") }
        return .badComment(at: position)
    }
}
