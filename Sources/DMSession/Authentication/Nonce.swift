import Notation

/// A nonce: octets that enter a digest, and travel and are stored as Base64 text (oma-dm.md 2.11, NextNonce and
/// AAuthData).
public struct Nonce: Hashable, Sendable, Codable {
    /// As it travels.
    public let text: String

    /// - Parameter text: NextNonce or AAuthData as written.
    public init(text: String) { self.text = text.trimmedASCII }

    public init(octets: [UInt8]) { text = Base64.encode(octets) }

    /// No octets at all: what an account without AAuthData has.
    public static let empty = Nonce(text: "")

    public var isBase64: Bool { Base64.decode(text) != nil }

    /// What enters a digest. A text that is no Base64 counts as it stands: Windows takes such a nonce from a
    /// provisioning document (enrollment.md 8.2), what it hashes then is our choice.
    public var octets: [UInt8] { Base64.decode(text) ?? Array(text.utf8) }

    /// The text undecoded, as a peer that misreads the formula hashes it (oma-dm.md 8 A25).
    public var undecoded: [UInt8] { Array(text.utf8) }
}

extension Nonce: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the octets: nonces do not reach logs (design.md section 7).
    public var description: String { "nonce of \(octets.count) octets" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Fresh nonces of 128 bits (DM-AUTH-18), derived from a seed. Randomness is the caller's: with an unpredictable seed
/// for each session the nonces are unpredictable, with a seed of its own a scenario plays the same every time.
public struct NonceSource: Hashable, Sendable, Codable {
    private let seed: [UInt8]
    private var count: UInt32 = 0

    /// - Parameter seed: differs from session to session; 16 random octets or more outside of tests.
    public init(seed: [UInt8]) { self.seed = seed }

    /// A nonce that this source did not give before.
    public mutating func next() -> Nonce {
        count += 1
        let counter = withUnsafeBytes(of: count.bigEndian) { [UInt8]($0) }
        return Nonce(octets: Array(Digest.sha256(seed + counter).prefix(16)))
    }
}
