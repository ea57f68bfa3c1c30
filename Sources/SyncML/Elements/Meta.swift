/// `Meta`: the meta-information that DM uses (oma-dm.md 1.3). Absent elements are nil; blanks at both ends are removed.
public struct Meta: Hashable, Sendable {
    public var format: String?
    public var type: String?
    public var mark: String?
    /// Byte size of the object as carried in the message.
    public var size: String?
    public var nextNonce: String?
    public var maxMsgSize: String?
    public var maxObjSize: String?
    public var version: String?
    /// Experimental meta-information, repeatable.
    public var emi: [String]
    /// Data sync's elements (Anchor, Mem, FieldLevel) and everything else.
    public var unknown: [UnknownElement]

    public init(
        format: String? = nil, type: String? = nil, mark: String? = nil, size: String? = nil,
        nextNonce: String? = nil, maxMsgSize: String? = nil, maxObjSize: String? = nil, version: String? = nil,
        emi: [String] = [], unknown: [UnknownElement] = []
    ) {
        self.format = format
        self.type = type
        self.mark = mark
        self.size = size
        self.nextNonce = nextNonce
        self.maxMsgSize = maxMsgSize
        self.maxObjSize = maxObjSize
        self.version = version
        self.emi = emi
        self.unknown = unknown
    }
}
