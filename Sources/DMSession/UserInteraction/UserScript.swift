/// A user as a value: what is answered to the questions of the server, one after the other.
public struct UserScript: Hashable, Sendable, Codable {
    /// What the user does with one question.
    public enum Reply: Hashable, Sendable, Codable {
        /// Leaves the widget as it is and says OK: yes to a confirmation, the default response to the others.
        case accept
        /// No to a confirmation; cancels anything else.
        case reject
        case cancel
        /// Types a text.
        case text(String)
        /// Marks choices, counted from 1. A single choice takes the first of them.
        case choices([Int])
        /// Does nothing until the question goes away.
        case silence
    }

    public struct Step: Hashable, Sendable, Codable {
        public var reply: Reply
        /// How long the user takes, in seconds.
        public var afterSeconds: Int

        public init(_ reply: Reply, afterSeconds: Int = 0) {
            self.reply = reply
            self.afterSeconds = afterSeconds
        }
    }

    /// In the order of the questions. To one that comes after the last step the user does nothing.
    public var steps: [Step]
    /// The longest text, prompt, title or choice that the device can show, in characters; a longer one is answered 416.
    public var longestText: Int

    /// - Parameter longestText: 2,000 characters is our choice; the standard names no number.
    public init(_ steps: [Step], longestText: Int = 2_000) {
        self.steps = steps
        self.longestText = longestText
    }

    mutating func next() -> Step { steps.isEmpty ? Step(.silence) : steps.removeFirst() }
}
