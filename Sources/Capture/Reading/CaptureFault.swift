/// What of a capture could not be read, and where. The rest of the capture was read: nothing is dropped silently.
public struct CaptureFault: Error, Hashable, Sendable {
    /// The kinds of fault. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The source ends inside a record.
        case cutOff = "cut-off"
        /// Not what the format has at this place.
        case malformed
        /// A body whose encoding (charset, content coding, Base64) is unknown or broken.
        case encoding
        /// Something of another protocol than SyncML and enrolment.
        case foreign
        /// The format cannot be told.
        case unknownFormat = "unknown-format"
        /// Larger than a limit.
        case tooLarge = "too-large"
        /// A body in which secrets cannot be found. It was left out of what was redacted.
        case notRedactable = "not-redactable"
    }

    public var code: Code
    public var origin: CaptureOrigin
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(code: Code, origin: CaptureOrigin, message: String, hint: String = "") {
        self.code = code
        self.origin = origin
        self.message = message
        self.hint = hint
    }
}
