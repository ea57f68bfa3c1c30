/// `Meta`: the meta-information that DM uses (oma-dm.md 1.3). Absent elements are nil; blanks at both ends are removed.
public struct Meta: Hashable, Sendable {
    public var format: String?
    public var type: String?
    private var seldom: Seldom<SeldomFields>

    private struct SeldomFields: Hashable, Sendable {
        var mark: String?
        var size: String?
        var nextNonce: String?
        var maxMsgSize: String?
        var maxObjSize: String?
        var version: String?
        var emi: [String] = []
        var unknown: [UnknownElement] = []

        static let empty = SeldomFields()
    }

    public init(
        format: String? = nil, type: String? = nil, mark: String? = nil, size: String? = nil,
        nextNonce: String? = nil, maxMsgSize: String? = nil, maxObjSize: String? = nil, version: String? = nil,
        emi: [String] = [], unknown: [UnknownElement] = []
    ) {
        self.format = format
        self.type = type
        guard
            mark != nil || size != nil || nextNonce != nil || maxMsgSize != nil || maxObjSize != nil || version != nil
                || !emi.isEmpty || !unknown.isEmpty
        else {
            seldom = Seldom()
            return
        }
        seldom = Seldom(
            SeldomFields(
                mark: mark, size: size, nextNonce: nextNonce, maxMsgSize: maxMsgSize, maxObjSize: maxObjSize,
                version: version, emi: emi, unknown: unknown), empty: .empty)
    }
}

extension Meta {
    public var mark: String? {
        get { seldom.fields?.mark }
        set { seldom.update(empty: .empty) { $0.mark = newValue } }
    }

    /// Byte size of the object as carried in the message.
    public var size: String? {
        get { seldom.fields?.size }
        set { seldom.update(empty: .empty) { $0.size = newValue } }
    }

    public var nextNonce: String? {
        get { seldom.fields?.nextNonce }
        set { seldom.update(empty: .empty) { $0.nextNonce = newValue } }
    }

    public var maxMsgSize: String? {
        get { seldom.fields?.maxMsgSize }
        set { seldom.update(empty: .empty) { $0.maxMsgSize = newValue } }
    }

    public var maxObjSize: String? {
        get { seldom.fields?.maxObjSize }
        set { seldom.update(empty: .empty) { $0.maxObjSize = newValue } }
    }

    public var version: String? {
        get { seldom.fields?.version }
        set { seldom.update(empty: .empty) { $0.version = newValue } }
    }

    /// Experimental meta-information, repeatable.
    public var emi: [String] {
        get { seldom.fields?.emi ?? [] }
        set { seldom.update(empty: .empty) { $0.emi = newValue } }
    }

    /// Data sync's elements (Anchor, Mem, FieldLevel) and everything else.
    public var unknown: [UnknownElement] {
        get { seldom.fields?.unknown ?? [] }
        set { seldom.update(empty: .empty) { $0.unknown = newValue } }
    }
}
