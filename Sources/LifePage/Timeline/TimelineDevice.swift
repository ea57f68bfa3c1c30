/// Which device a page shows; nil for what is not known of it.
public struct TimelineDevice: Encodable, Sendable {
    public var name: String?
    /// The release by its name, such as `11-25h2`.
    public var windows: String?
    /// `10.0.26200.1`.
    public var build: String?
    public var edition: String?
    /// How it is deployed, such as `userDriven`.
    public var mode: String?
    /// `entra` or `hybrid`.
    public var join: String?
    /// The id of the management server: the provider of DMClient.
    public var provider: String?
    /// The dialect of OMA-DM: `windows` or `oma`.
    public var protocolName: String?

    public init(
        name: String? = nil, windows: String? = nil, build: String? = nil, edition: String? = nil,
        mode: String? = nil, join: String? = nil, provider: String? = nil, protocolName: String? = nil
    ) {
        self.name = name
        self.windows = windows
        self.build = build
        self.edition = edition
        self.mode = mode
        self.join = join
        self.provider = provider
        self.protocolName = protocolName
    }

    private enum Key: String, CodingKey {
        case name, windows, build, edition, mode, join, provider, `protocol`
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(windows, forKey: .windows)
        try container.encode(build, forKey: .build)
        try container.encode(edition, forKey: .edition)
        try container.encode(mode, forKey: .mode)
        try container.encode(join, forKey: .join)
        try container.encode(provider, forKey: .provider)
        try container.encode(protocolName, forKey: .protocol)
    }
}
