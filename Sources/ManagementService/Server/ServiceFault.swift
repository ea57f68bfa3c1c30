/// Why the server cannot begin, or had to end.
public struct ServiceFault: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case portInUse
        /// Another reason why nobody can listen there.
        case address
        /// A key or certificate of the settings, or of the store, is not usable.
        case certificate
        case store
        /// The server ended by itself.
        case stopped
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

extension ServiceFault {
    public init(_ fault: StoreFault) { self.init(.store, message: fault.message, hint: fault.hint) }
}

extension ServiceFault: CustomStringConvertible {
    public var description: String { message }
}
