/// Something in an answer of the server that is not as the protocol has it: what lint reports, and what a client refuses or
/// passes over. A secret never stands in it.
public struct AnswerDefect: Hashable, Sendable {
    public var place: Place
    /// What was found, in one plain sentence.
    public var message: String
    /// What to do.
    public var hint: String

    public init(_ place: Place?, _ message: String, hint: String) {
        self.place = place ?? Place()
        self.message = message
        self.hint = hint
    }
}
