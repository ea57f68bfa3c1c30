/// A code that proves a message and a key to each other (RFC 2104).
public enum HMAC<Function: HashFunction> {
    public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > Function.blockByteCount ? Function.hash(key) : key
        block.append(contentsOf: repeatElement(0, count: Function.blockByteCount - block.count))
        return Function.hash(block.map { $0 ^ 0x5C } + Function.hash(block.map { $0 ^ 0x36 } + message))
    }
}
