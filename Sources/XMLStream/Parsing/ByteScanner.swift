import CLibXML2

/// Steps through the bytes of a document from one piece of markup to the next.
struct ByteScanner {
    let bytes: [UInt8]
    var index: Int

    init(_ bytes: [UInt8], at index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    var isAtEnd: Bool { index >= bytes.count }

    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    func at(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count <= bytes.count - index else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    mutating func skipWhitespace() {
        while index < bytes.count, Self.isWhitespace(bytes[index]) { index += 1 }
    }

    /// Moves to the next such byte, or to the end.
    mutating func skip(to byte: UInt8) {
        guard index < bytes.count else { return }
        index += bytes.withUnsafeBytes { buffer in
            espalier_index_of(buffer.baseAddress.map { $0 + index }, Int32(byte), buffer.count - index)
        }
    }

    /// Moves behind the next such text, or to the end.
    mutating func skip(through end: StaticString) {
        while true {
            skip(to: end.utf8Start[0])
            if isAtEnd { return }
            if at(end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
    }

    /// Moves behind a comment, processing instruction or CDATA section when one begins here.
    mutating func skipUnparsed() -> Bool {
        if at("<!--") {
            index += 4
            skip(through: "-->")
        } else if at("<?") {
            skip(through: "?>")
        } else if at("<![CDATA[") {
            skip(through: "]]>")
        } else {
            return false
        }
        return true
    }

    /// Moves behind the DOCTYPE that begins here.
    ///
    /// - Returns: The place of the first entity declaration in it.
    mutating func skipDocumentType() -> Int? {
        var entity: Int?
        var brackets = 0
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = bytes[index]
                index += 1
                skip(to: quote)
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: "<"):
                if skipUnparsed() { continue }
                if entity == nil, at("<!ENTITY") { entity = index }
            case UInt8(ascii: ">") where brackets <= 0:
                index += 1
                return entity
            default: break
            }
            index += 1
        }
        return entity
    }
}
