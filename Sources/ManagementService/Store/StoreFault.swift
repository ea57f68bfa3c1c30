/// Why the server's records could not be read or written. Ours, or the disk's: never a client's mistake.
public struct StoreFault: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file cannot be opened, or is no database of a server.
        case unusable
        /// It was made by a later version.
        case newer
        /// Reading or writing failed: no space, a lock, a broken file.
        case failed
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

extension StoreFault: CustomStringConvertible {
    public var description: String { message }
}
