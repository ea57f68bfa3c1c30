/// Percent-encoding of node names (windows-csp.md 1.2): the name as UTF-8, each byte outside the URI set as `%XX`.
public enum PercentCoding {
    /// nil when an escape is cut off, is not hexadecimal, or the bytes are not UTF-8.
    public static func decode(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(Hexadecimal.value),
                let low = iterator.next().flatMap(Hexadecimal.value)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Encodes everything but the unreserved characters and those that Windows leaves alone in names (`~`, `!`, `'`,
    /// `(`, `)`, `;`, `:`, `@`, `=`, `+`, `$`, `,`). Braces and blanks are encoded, as in `%7B…%7D` and
    /// `MS%20DM%20Server`.
    public static func encode(_ name: String) -> String {
        if name.utf8.allSatisfy(isKept) { return name }
        var result: [UInt8] = []
        for byte in name.utf8 {
            if isKept(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(Hexadecimal.digit(byte >> 4, .upper))
                result.append(Hexadecimal.digit(byte & 15, .upper))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_.~!'();:@=+$,".utf8.contains(byte)
        }
    }
}
