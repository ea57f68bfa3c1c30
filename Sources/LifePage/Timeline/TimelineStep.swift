import Device

/// What one step of a life brought.
public struct TimelineStep: Encodable, Sendable {
    /// From 0, without gaps.
    public var n: Int
    /// Seconds of the device's time.
    public var t: Double
    /// In order. Values of secret nodes are taken out.
    public var events: [DeviceEvent]
    /// What a management server saw, in order; empty where the device itself is watched. In JSON these are events like others.
    public var served: [ServedEvent] = []
    /// What changed in the tree, to be applied in order.
    public var nodes: [TimelineNodeChange]
    /// Those that this step is the first to use.
    public var facts: [TimelineFacts]
    public var messages: [TimelineMessage]
    /// For rows of the messages of earlier steps.
    public var answers: [TimelineAnswer]
    public var diagnostics: [TimelineDiagnostic]

    public init(
        n: Int, t: Double, events: [DeviceEvent] = [], nodes: [TimelineNodeChange] = [], facts: [TimelineFacts] = [],
        messages: [TimelineMessage] = [], answers: [TimelineAnswer] = [], diagnostics: [TimelineDiagnostic] = []
    ) {
        self.n = n
        self.t = t
        self.events = events
        self.nodes = nodes
        self.facts = facts
        self.messages = messages
        self.answers = answers
        self.diagnostics = diagnostics
    }

    private enum Key: String, CodingKey {
        case n, t, events, nodes, facts, messages, answers, diagnostics
    }

    /// Empty lists are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(n, forKey: .n)
        try container.encode(t, forKey: .t)
        if !events.isEmpty || !served.isEmpty {
            var list = container.nestedUnkeyedContainer(forKey: .events)
            for event in events { try list.encode(event) }
            for event in served { try list.encode(event) }
        }
        if !nodes.isEmpty { try container.encode(nodes, forKey: .nodes) }
        if !facts.isEmpty { try container.encode(facts, forKey: .facts) }
        if !messages.isEmpty { try container.encode(messages, forKey: .messages) }
        if !answers.isEmpty { try container.encode(answers, forKey: .answers) }
        if !diagnostics.isEmpty { try container.encode(diagnostics, forKey: .diagnostics) }
    }
}
