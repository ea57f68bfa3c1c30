/// One life that the page can show.
public struct WatchedLife: Sendable {
    /// In addresses: letters and digits.
    public var id: String
    public var title: String
    /// What else tells it from others; nil for nothing.
    public var detail: String?
    public var log: TimelineLog
    /// Where it is played; nil for a life that can only be watched.
    public var stage: LifeStage?

    public init(id: String, title: String, detail: String? = nil, log: TimelineLog, stage: LifeStage? = nil) {
        self.id = id
        self.title = title
        self.detail = detail
        self.log = log
        self.stage = stage
    }
}

/// The lives that there are; more may come while the page is open.
public protocol WatchedLives: Sendable {
    /// In the order in which the page lists them.
    func all() async -> [WatchedLife]
    func life(_ id: String) async -> WatchedLife?
}

/// The one life of `espalier run`.
public struct SingleLife: WatchedLives {
    private let life: WatchedLife

    public init(_ life: WatchedLife) { self.life = life }

    public func all() async -> [WatchedLife] { [life] }
    public func life(_ id: String) async -> WatchedLife? { id == life.id ? life : nil }
}
