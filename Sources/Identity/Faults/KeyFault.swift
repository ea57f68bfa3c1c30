/// Why there is no key or signature of our own: not the peer's mistake. A device that has no key answers its enrolment
/// with 0x80180027 (enrollment.md 6.2). Nothing of a key is ever in the text.
public struct KeyFault: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A length that is not made: below 1024 bits, above 4096, or no multiple of 8.
        case length
        /// The library made no key.
        case generation
        /// What was stored is no private key of ours.
        case unreadable
        /// The library made no signature.
        case signing
        /// A value that its form cannot hold, such as a text with a character that its type forbids.
        case value
    }

    public var code: Code
    /// One sentence.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(_ code: Code, message: String, hint: String = "") {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension KeyFault: CustomStringConvertible {
    public var description: String { message }
}

extension KeyFault {
    static func length(_ bits: Int) -> KeyFault {
        KeyFault(
            .length, message: "an RSA key of \(bits) bits is not made; the least is 1024, the most 4096",
            hint: "ask for 2048 in minimalKeyLength")
    }

    static let generation = KeyFault(.generation, message: "no RSA key could be made")
    static let signing = KeyFault(.signing, message: "the key made no signature")

    static func unreadable(_ what: String) -> KeyFault {
        KeyFault(
            .unreadable, message: "what is stored as \(what) is not one",
            hint: "the file was changed or is of another tool")
    }
}
