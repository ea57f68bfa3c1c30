/// Puts the blank back that a published server leaves out before `xsi:nil` (enrollment.md 6.2).
struct MissingBlank {
    var bytes: [UInt8] = []
    /// The elements, with the offsets of their tags in the repaired bytes.
    var found: [(element: String, offset: Int)] = []

    /// - Returns: nil when there is nothing to put back.
    init?(repairing source: [UInt8]) {
        let mark = Array("xsi:nil=".utf8)
        var tag = 0
        for (index, byte) in source.enumerated() {
            if byte == UInt8(ascii: "<") { tag = bytes.count }
            if byte == mark[0], index > 0, Self.isNameByte(source[index - 1]), source[index...].starts(with: mark),
                tag < bytes.count, bytes[(tag + 1)...].allSatisfy(Self.isNameByte)
            {
                found.append((String(decoding: bytes[(tag + 1)...], as: UTF8.self), tag))
                bytes.append(0x20)
            }
            bytes.append(byte)
        }
        if found.isEmpty { return nil }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
