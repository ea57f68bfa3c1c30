import DMTree
import SyncML

/// One command as a rule sees it: where it stands, and what the catalogue says of its addresses.
public struct LintedCommand: Sendable {
    public var command: Command
    /// The Atomics and Sequences round it, the outermost first.
    public var containers: [Container]
    /// True when one of the containers is an Atomic.
    public var isInAtomic: Bool
    /// The commands before it in the message, in document order, containers before their children.
    public var earlier: [Command]
    public var message: LintedMessage
    /// What Windows would say of each Item; empty for commands without Items, for a client's, and in profile `oma`.
    public let reviews: [ReviewedItem]
    /// True when the review of an Item told anything.
    let hasAdvice: Bool

    public init(
        _ command: Command, containers: [Container] = [], isInAtomic: Bool = false, earlier: [Command] = [],
        in message: LintedMessage, reviews: [ReviewedItem] = []
    ) {
        self.command = command
        self.containers = containers
        self.isInAtomic = isInAtomic
        self.earlier = earlier
        self.message = message
        self.reviews = reviews
        hasAdvice = reviews.contains { !$0.advice.isEmpty }
    }
}
