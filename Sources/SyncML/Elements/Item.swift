/// `Item`: what one command acts on, or one piece of an answer (oma-dm.md 1.2).
public struct Item: Hashable, Sendable {
    public var target: Location?
    public var source: Location?
    public var meta: Meta?
    public var data: ItemData?
    /// The object goes on in the next message.
    public var moreData: Bool
    /// `SourceParent`, `TargetParent` and anything else that DM does not use.
    public var unknown: [UnknownElement]
    public var origin: Origin

    public init(
        target: Location? = nil, source: Location? = nil, meta: Meta? = nil, data: ItemData? = nil,
        moreData: Bool = false, unknown: [UnknownElement] = [], origin: Origin = .none
    ) {
        self.target = target
        self.source = source
        self.meta = meta
        self.data = data
        self.moreData = moreData
        self.unknown = unknown
        self.origin = origin
    }
}
