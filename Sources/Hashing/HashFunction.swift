/// A hash function that works on blocks. The digests here name certificates, prove what a protocol prescribes and compare
/// values; nothing secret hangs on how long they take.
public protocol HashFunction {
    /// The octets of one block.
    static var blockByteCount: Int { get }

    static func hash(_ message: [UInt8]) -> [UInt8]
}

extension HashFunction {
    public static func hash(_ message: some Sequence<UInt8>) -> [UInt8] { hash(Array(message)) }

    /// The message with its padding, in whole blocks: one bit, zeros, and the message's length in bits, which has an
    /// eighth of a block.
    static func padded(_ message: [UInt8], lengthFirst: Bool) -> [UInt8] {
        let lengthCount = blockByteCount / 8
        let zeros = (blockByteCount * 2 - 1 - lengthCount - message.count % blockByteCount) % blockByteCount
        let bits = UInt64(message.count) * 8
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (lengthFirst ? 56 - 8 * $0 : 8 * $0)) }
        var result: [UInt8] = []
        result.reserveCapacity(message.count + 1 + zeros + lengthCount)
        result += message
        result.append(0x80)
        result.append(contentsOf: repeatElement(0, count: zeros + lengthCount - 8))
        result += length
        return result
    }
}
