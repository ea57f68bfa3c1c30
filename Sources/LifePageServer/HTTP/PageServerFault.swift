/// Why the page cannot be served.
public struct PageServerFault: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case portInUse
        /// Another reason why nobody can listen there.
        case address
    }

    public var code: Code
    /// One sentence.
    public var message: String
    /// What to do.
    public var hint: String

    init(_ code: Code, message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension PageServerFault: CustomStringConvertible {
    public var description: String { "\(message). \(hint)" }
}
