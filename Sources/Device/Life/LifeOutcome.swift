/// How a life ended.
public enum LifeOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    /// Every page that was shown was left with success.
    case succeeded
    /// An error screen is up and nobody presses anything.
    case failed
    /// A page was left by Continue anyway.
    case continued
    /// The reset of the system started.
    case reset
    /// The life went on to its horizon, or stopped, with a page that neither ended nor failed.
    case hung
}
