/// The token in the printed address, without which nothing is shown and nothing is done.
public struct PageToken: Hashable, Sendable {
    let text: String

    /// - Parameter generator: where its 128 bits come from.
    public init(using generator: inout some RandomNumberGenerator) {
        let bits = (0..<2).map { _ in generator.next() as UInt64 }
        text = bits.map { String($0, radix: 36) }.joined()
    }
}
