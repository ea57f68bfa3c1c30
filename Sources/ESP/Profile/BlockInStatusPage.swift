/// The bits of the node `BlockInStatusPage` (ESP-408). No bit at all means that the user may leave the page at any
/// time.
public struct BlockInStatusPage: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ESP-007: Reset on the error screen.
    public static let reset = BlockInStatusPage(rawValue: 1)
    /// ESP-006b: Try again on the error screen.
    public static let tryAgain = BlockInStatusPage(rawValue: 2)
    /// ESP-008: Continue anyway, as a link, on the error screen.
    public static let continueAnyway = BlockInStatusPage(rawValue: 4)

    /// Whether the page holds the user until it has succeeded or failed.
    public var isBlocking: Bool { !isEmpty }

    /// Reads the node's value; what is absent or no number is 0, the node's default, and unknown bits are dropped.
    init(nodeValue: Int?) { rawValue = (nodeValue ?? 0) & 7 }
}
