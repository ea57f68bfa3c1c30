/// `SyncHdr`: who talks to whom, in which session and message (MS-MDM 2.2.4.2). Missing texts are empty.
public struct SyncHdr: Hashable, Sendable {
    public var verDTD: String
    public var verProto: String
    /// Opaque text, constant for the session.
    public var sessionID: String
    public var msgID: String
    public var target: Location?
    public var source: Location?
    public var respURI: String?
    public var noResp: Bool
    public var cred: Cred?
    public var meta: Meta?
    public var unknown: [UnknownElement]
    public var origin: Origin

    public init(
        verDTD: String = "1.2", verProto: String = "DM/1.2", sessionID: String, msgID: String,
        target: Location? = nil, source: Location? = nil, respURI: String? = nil, noResp: Bool = false,
        cred: Cred? = nil, meta: Meta? = nil, unknown: [UnknownElement] = [], origin: Origin = .none
    ) {
        self.verDTD = verDTD
        self.verProto = verProto
        self.sessionID = sessionID
        self.msgID = msgID
        self.target = target
        self.source = source
        self.respURI = respURI
        self.noResp = noResp
        self.cred = cred
        self.meta = meta
        self.unknown = unknown
        self.origin = origin
    }
}
