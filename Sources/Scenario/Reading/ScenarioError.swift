/// Why a scenario file cannot be played, with the place in the file.
public struct ScenarioError: Error, Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// From 1.
    public var column: Int
    /// What was found and what was expected.
    public var message: String
    /// What to do; empty when the message says it.
    public var hint: String

    public init(line: Int, column: Int, message: String, hint: String = "") {
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
    }
}

extension ScenarioError: CustomStringConvertible {
    public var description: String { "\(line):\(column): \(message)" + (hint.isEmpty ? "" : "; \(hint)") }
}
