/// `Cred`: what the sender proves itself with. Never put the data into a log or report.
public struct Cred: Hashable, Sendable {
    public var meta: Meta?
    public var data: ItemData?
    public var unknown: [UnknownElement]

    public init(meta: Meta? = nil, data: ItemData? = nil, unknown: [UnknownElement] = []) {
        self.meta = meta
        self.data = data
        self.unknown = unknown
    }
}

/// `Chal`: a request for credentials, with the nonce to use.
public struct Chal: Hashable, Sendable {
    public var meta: Meta
    public var unknown: [UnknownElement]

    public init(meta: Meta, unknown: [UnknownElement] = []) {
        self.meta = meta
        self.unknown = unknown
    }
}
