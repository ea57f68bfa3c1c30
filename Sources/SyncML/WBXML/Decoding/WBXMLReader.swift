import XMLStream

/// Steps through the bytes of a WBXML document; every step checks the end.
struct WBXMLReader {
    let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    /// The next byte.
    ///
    /// - Parameter inside: what ends too early when there is none, such as "the header".
    mutating func byte(inside: StaticString) throws(MessageRefusal) -> UInt8 {
        guard index < bytes.count else { throw .wbxmlCutOff(at: bytes.count, inside: inside) }
        defer { index += 1 }
        return bytes[index]
    }

    /// A mb_u_int32: seven bits in each byte, the most significant first, the highest bit set in all but the last.
    mutating func integer(inside: StaticString) throws(MessageRefusal) -> UInt32 {
        let start = index
        var value: UInt64 = 0
        while true {
            let byte = try byte(inside: inside)
            value = value << 7 | UInt64(byte & 0x7F)
            guard value <= UInt64(UInt32.max), index - start <= 5 else { throw .wbxmlNumber(at: start) }
            if byte & 0x80 == 0 { return UInt32(value) }
        }
    }

    /// A length and as many bytes.
    mutating func counted(inside: StaticString) throws(MessageRefusal) -> Range<Int> {
        let length = Int(try integer(inside: inside))
        let left = bytes.count - index
        guard length <= left else {
            throw .wbxmlLength(at: bytes.count, inside: inside, stated: length, found: left)
        }
        defer { index += length }
        return index..<index + length
    }

    /// The bytes up to the next NUL, which is passed.
    mutating func terminated(inside: StaticString) throws(MessageRefusal) -> Range<Int> {
        let start = index
        guard let end = nul(from: start, to: bytes.count) else {
            throw .wbxmlCutOff(at: bytes.count, inside: inside)
        }
        index = end + 1
        return start..<end
    }

    /// The first NUL of a range.
    func nul(from start: Int, to end: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index < end {
                if buffer[index] == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}
