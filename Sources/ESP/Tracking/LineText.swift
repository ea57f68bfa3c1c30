import Notation

/// What stands behind a line's label (esp-behaviour.md 4.3).
public enum LineText: Hashable, Sendable, Codable {
    /// The words of a counter.
    public enum Verb: String, Hashable, Sendable, Codable {
        case applied
        case added
        case installed
    }

    case waitingForPrevious
    case working
    case identifying
    case noSetupNeeded
    case progress(current: Int, expected: Int, Verb)
    case complete
    case error
    case hex(HRESULT)
    case rebootRequired
    case previousStepFailed

    /// The token of the reference; a counter is `1 of 3 installed` and a code `0x87d1041c`.
    public var token: String {
        switch self {
        case .waitingForPrevious: "waitingForPrevious"
        case .working: "working"
        case .identifying: "identifying"
        case .noSetupNeeded: "noSetupNeeded"
        case .progress(let current, let expected, let verb): "\(current) of \(expected) \(verb.rawValue)"
        case .complete: "complete"
        case .error: "error"
        case .hex(let code): code.description
        case .rebootRequired: "rebootRequired"
        case .previousStepFailed: "previousStepFailed"
        }
    }

    /// The text in English, in our own words where the reference prints none.
    public var english: String {
        switch self {
        case .waitingForPrevious: "Waiting for the previous step"
        case .working: "Working on it..."
        case .identifying: "Identifying"
        case .noSetupNeeded: "No setup needed"
        case .progress, .hex: token
        case .complete: "Complete"
        case .error: "Error"
        case .rebootRequired: "Restart required"
        case .previousStepFailed: "Previous step failed"
        }
    }
}
