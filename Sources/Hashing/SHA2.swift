/// SHA-256 (FIPS 180-4).
public enum SHA256: HashFunction {
    public static let blockByteCount = 64

    public static func hash(_ message: [UInt8]) -> [UInt8] {
        SHA2<UInt32>(
            start: SHA2Constants.start.map { UInt32($0 >> 32) },
            rounds: SHA2Constants.rounds[..<64].map { UInt32($0 >> 32) },
            small: (7, 18, 3, 17, 19, 10), large: (2, 13, 22, 6, 11, 25)
        ).hash(padded(message, lengthFirst: true))
    }
}

/// SHA-384 (FIPS 180-4): SHA-512 from another start, cut off.
public enum SHA384: HashFunction {
    public static let blockByteCount = 128

    public static func hash(_ message: [UInt8]) -> [UInt8] {
        Array(SHA512.hash(message, from: SHA2Constants.laterStart).prefix(48))
    }
}

/// SHA-512 (FIPS 180-4).
public enum SHA512: HashFunction {
    public static let blockByteCount = 128

    public static func hash(_ message: [UInt8]) -> [UInt8] { hash(message, from: SHA2Constants.start) }

    static func hash(_ message: [UInt8], from start: [UInt64]) -> [UInt8] {
        SHA2<UInt64>(
            start: start, rounds: SHA2Constants.rounds, small: (1, 8, 7, 19, 61, 6), large: (28, 34, 39, 14, 18, 41)
        ).hash(padded(message, lengthFirst: true))
    }
}

/// What the functions of SHA-2 share: they differ in the width of their words and in their constants.
private struct SHA2<Word: FixedWidthInteger & UnsignedInteger> {
    /// By how much a word is turned or shifted: FIPS 180-4 sections 4.1.2 and 4.1.3.
    typealias Turns = (Word, Word, Word, Word, Word, Word)

    let start: [Word]
    let rounds: [Word]
    /// Of the schedule: two turns and a shift, twice.
    let small: Turns
    /// Of the rounds: three turns, twice.
    let large: Turns

    func hash(_ bytes: [UInt8]) -> [UInt8] {
        var state = start
        var words = [Word](repeating: 0, count: rounds.count)
        let blockByteCount = Word.bitWidth * 2
        for block in stride(from: 0, to: bytes.count, by: blockByteCount) {
            for index in 0..<16 { words[index] = Word(bigEndian: bytes, at: block + index * Word.bitWidth / 8) }
            for index in 16..<rounds.count {
                let (far, near) = (words[index - 15], words[index - 2])
                let first = far.turned(small.0) ^ far.turned(small.1) ^ far >> small.2
                let second = near.turned(small.3) ^ near.turned(small.4) ^ near >> small.5
                words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
            }
            compress(words, &state)
        }
        return state.flatMap(\.bigEndianBytes)
    }

    private func compress(_ words: [Word], _ state: inout [Word]) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for step in words.indices {
            let turnedA = a.turned(large.0) ^ a.turned(large.1) ^ a.turned(large.2)
            let turnedE = e.turned(large.3) ^ e.turned(large.4) ^ e.turned(large.5)
            let first = h &+ turnedE &+ (e & f ^ ~e & g) &+ rounds[step] &+ words[step]
            let second = turnedA &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }
}
