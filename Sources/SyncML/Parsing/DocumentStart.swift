import XMLStream

/// The beginning of a document: what its first element is, and so how it has to be parsed.
struct DocumentStart {
    /// The document as UTF-8 without byte order mark; for a one-byte encoding other than UTF-8 the bytes as they are, which
    /// serves because all markup is ASCII.
    let source: [UInt8]
    let prolog: XMLProlog
    let isUTF16: Bool

    init(_ bytes: [UInt8]) {
        isUTF16 = Self.isUTF16(bytes)
        if isUTF16 {
            source = Self.utf8(fromUTF16: bytes)
        } else {
            source = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        }
        prolog = XMLProlog(source)
    }

    /// The local name of the first element, an unbound prefix taken off.
    var firstName: String? {
        prolog.firstElement.map { name in
            name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) } ?? name
        }
    }

    /// How to parse, from the name of the first element.
    ///
    /// - Throws: a refusal when the document begins with something else than a message, a body, commands or parts of them.
    func shape() throws(MessageRefusal) -> XMLTape.Shape {
        guard let name = firstName, !name.hasPrefix("!") else { throw .start(of: self) }
        let element = ElementName(local: name)
        switch element {
        case .syncML, .syncBody: return .document
        case .other: break
        default:
            try refuseFragmentProlog()
            return .fragment
        }
        // A lone `<replace>` is a command that the device does not know; it is answered, not refused.
        if let known = ElementName.differingInCase(from: name), ElementName.commands.contains(known) {
            return .fragment
        }
        guard source[prolog.contentOffset...].contains(UInt8(ascii: ">")) else {
            throw .cutOff(at: position(of: source.count), inside: "its first tag")
        }
        throw .wrongRoot(name, at: position(of: prolog.contentOffset))
    }

    /// A fragment is parsed without its prolog, so what XML forbids there has to be refused here.
    private func refuseFragmentProlog() throws(MessageRefusal) {
        let head = source[..<prolog.contentOffset]
        if let place = head.firstRange(of: Array("<?xml".utf8)), place.upperBound < head.endIndex,
            head[place.upperBound] > 0x20, head[place.upperBound] != UInt8(ascii: "-")
        {
            throw .declarationMalformed(at: position(of: place.lowerBound))
        }
    }

    /// The line and column of a byte. Counts from the start: for refusals, of which there is one.
    func position(of offset: Int) -> XMLPosition {
        let head = source[..<min(max(offset, 0), source.count)]
        let line = head.count { $0 == UInt8(ascii: "\n") } + 1
        let start = head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return XMLPosition(line: line, column: head[start...].count { $0 & 0xC0 != 0x80 } + 1, offset: head.endIndex)
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF), (UInt8(ascii: "<"), 0), (0, UInt8(ascii: "<")): return true
        default: return false
        }
    }

    private static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8] {
        let bigEndian = bytes[0] == 0xFE || bytes[0] == 0
        let start = bytes[0] >= 0xFE ? 2 : 0
        let units = stride(from: start, to: bytes.count - 1, by: 2).map { index -> UInt16 in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
