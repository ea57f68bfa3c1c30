import ESP

/// What somebody before the page asks of a life's clock.
public enum ConductorCommand: Hashable, Sendable {
    case play
    case pause
    /// Go to the next instant at which something is to be seen, and pause there.
    case step
    case speed(PlaySpeed)
    case press(PageButton)
}
