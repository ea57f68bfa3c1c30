/// The token in the printed address, without which nothing is shown and nothing is done. A secret.
public struct PageToken: Hashable, Sendable {
    /// Letters and digits, as the address holds them.
    let text: String

    /// - Parameter generator: where its 128 bits come from.
    public init(using generator: inout some RandomNumberGenerator) {
        let bits = (0..<2).map { _ in generator.next() as UInt64 }
        text = bits.map { String($0, radix: 36) }.joined(separator: "z")
    }

    /// Whether a text is this token; how much of it is right cannot be told by the time taken.
    func matches(_ other: some StringProtocol) -> Bool {
        guard text.utf8.count == other.utf8.count else { return false }
        return zip(text.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension PageToken: CustomStringConvertible {
    public var description: String { "(secret)" }
}
