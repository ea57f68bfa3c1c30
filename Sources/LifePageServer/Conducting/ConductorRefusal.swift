import Device

/// Why a command cannot be obeyed now.
public struct ConductorRefusal: Error, Hashable, Sendable {
    /// The kinds of reason. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case lifeIsOver
        /// The life stands still until its user presses a button.
        case nothingIsDue
        /// The button cannot be pressed.
        case press
        /// The tool ends.
        case stopped
    }

    public var code: Code
    /// One sentence.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    static let lifeIsOver = ConductorRefusal(
        code: .lifeIsOver, message: "The life is over.", hint: "Look back in time, or run the scenario again.")
    static let nothingIsDue = ConductorRefusal(
        code: .nothingIsDue, message: "Nothing is due any more unless the user presses a button.",
        hint: "Press one of the buttons that the page offers.")
    static let stopped = ConductorRefusal(
        code: .stopped, message: "The life is not played any more: the tool ends.", hint: "Run it again.")

    init(code: Code, message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    init(_ refusal: PressRefusal) {
        self.init(code: .press, message: refusal.description, hint: refusal.hint)
    }
}
