import Hashing
import Notation

/// Randomness that is handed in, so that everything inside stays pure.
public struct Randomness: Sendable {
    private let source: @Sendable (Int) -> [UInt8]

    /// - Parameter bytes: gives so many octets that nobody can foretell.
    public init(_ bytes: @escaping @Sendable (Int) -> [UInt8]) { source = bytes }

    /// The operating system's.
    public static let system = Randomness { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    func bytes(_ count: Int) -> [UInt8] { source(count) }

    /// Hexadecimal digits of so many octets.
    func hexadecimal(_ count: Int) -> String { Hexadecimal.text(bytes(count)) }

    /// A GUID of version 4.
    func guid() -> String {
        var octets = bytes(16)
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        let digits = Hexadecimal.text(octets)
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}

/// What is done with secrets beside keeping them.
enum Secrets {
    /// Compares without telling by the time taken how much of it was right.
    static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What stands for a token in the records.
    static func digest(ofToken token: String) -> String { Hexadecimal.text(SHA256.hash(Array(token.utf8))) }
}
