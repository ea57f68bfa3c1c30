/// What a transport was given to work with is unusable: the tester's mistake, found before anything is sent.
public struct TransportSetupFault: Error, Hashable, Sendable {
    /// Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A file cannot be read.
        case fileUnreadable
        /// There is no certificate in it, or one that cannot be read.
        case certificateUnreadable
        /// There is no private key in it, or one that cannot be read.
        case privateKeyUnreadable
        /// The key does not belong to the certificate.
        case keyMismatch
        /// The system has no bundle of roots where one was looked for.
        case noSystemRoots
    }

    public var code: Code
    /// One sentence. Never holds any part of a key.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(_ code: Code, message: String, hint: String = "") {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension TransportSetupFault: CustomStringConvertible {
    public var description: String { message }
}
