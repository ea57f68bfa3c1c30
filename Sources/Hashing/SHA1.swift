/// SHA-1 (FIPS 180-4), by which Windows names certificates.
public enum SHA1: HashFunction {
    public static let blockByteCount = 64

    public static func hash(_ message: [UInt8]) -> [UInt8] {
        let bytes = padded(message, lengthFirst: true)
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        var words = [UInt32](repeating: 0, count: 80)
        for block in stride(from: 0, to: bytes.count, by: blockByteCount) {
            for index in 0..<16 { words[index] = UInt32(bigEndian: bytes, at: block + index * 4) }
            for index in 16..<80 {
                words[index] = (words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]).turned(31)
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for step in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    switch step {
                    case ..<20: (b & c | ~b & d, 0x5A82_7999)
                    case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                    case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                    default: (b ^ c ^ d, 0xCA62_C1D6)
                    }
                let sum = a.turned(27) &+ mixed &+ e &+ constant &+ words[step]
                (e, d, c, b, a) = (d, c, b.turned(2), a, sum)
            }
            state[0] &+= a
            state[1] &+= b
            state[2] &+= c
            state[3] &+= d
            state[4] &+= e
        }
        return state.flatMap(\.bigEndianBytes)
    }
}
