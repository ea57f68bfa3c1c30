/// What a page knows of a life before its first step (docs/page.md).
public struct TimelineHead: Encodable, Sendable {
    /// Who watches.
    public enum View: String, Encodable, Sendable {
        /// The device itself.
        case device
        /// A management server, which sees its sessions and nothing else of the device.
        case server
    }

    /// Of the JSON; a page of another version says so and shows nothing.
    public static let schemaVersion = 1

    /// Differs for each run: a page that is still open from another one starts anew.
    public var life: String
    public var view: View
    /// The scenario's name, or what a server calls the device.
    public var title: String
    /// What t = 0 is, in ISO 8601; nil for virtual time.
    public var start: String?
    public var device: TimelineDevice
    public var categories: [TimelineCategory]
    /// The titles of buttons and links, by their names in events.
    public var buttons: [String: String]
    /// What each state of the page is called, by its name in events.
    public var pageStates: [String: String]
    public var apps: [TimelineApp]
    /// What is on the device before the first step.
    public var nodes: [TimelineNode]
    /// The facts that `nodes` refer to.
    public var facts: [TimelineFacts]

    public init(
        life: String, view: View, title: String, start: String? = nil, device: TimelineDevice = TimelineDevice(),
        categories: [TimelineCategory] = TimelineCategory.all, buttons: [String: String] = TimelineTitles.buttons,
        pageStates: [String: String] = TimelineTitles.pageStates, apps: [TimelineApp] = [],
        nodes: [TimelineNode] = [], facts: [TimelineFacts] = []
    ) {
        self.life = life
        self.view = view
        self.title = title
        self.start = start
        self.device = device
        self.categories = categories
        self.buttons = buttons
        self.pageStates = pageStates
        self.apps = apps
        self.nodes = nodes
        self.facts = facts
    }

    private enum Key: String, CodingKey {
        case schemaVersion, life, view, title, start, device, categories, buttons, pageStates, apps, nodes, facts
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.schemaVersion, forKey: .schemaVersion)
        try container.encode(life, forKey: .life)
        try container.encode(view, forKey: .view)
        try container.encode(title, forKey: .title)
        try container.encode(start, forKey: .start)
        try container.encode(device, forKey: .device)
        try container.encode(categories, forKey: .categories)
        try container.encode(buttons, forKey: .buttons)
        try container.encode(pageStates, forKey: .pageStates)
        try container.encode(apps, forKey: .apps)
        try container.encode(nodes, forKey: .nodes)
        try container.encode(facts, forKey: .facts)
    }
}
