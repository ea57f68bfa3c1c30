/// A whole life as a page knows it: what a report holds.
public struct Timeline: Encodable, Sendable {
    public var head: TimelineHead
    public var steps: [TimelineStep]
    /// nil for a life that goes on.
    public var ending: TimelineEnding?

    public init(head: TimelineHead, steps: [TimelineStep], ending: TimelineEnding?) {
        self.head = head
        self.steps = steps
        self.ending = ending
    }

    private enum Key: String, CodingKey { case head, steps, ending }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(head, forKey: .head)
        try container.encode(steps, forKey: .steps)
        try container.encode(ending, forKey: .ending)
    }
}
