/// The properties of a node (oma-dm.md 3.3). The raw value is the name behind `?prop=`.
public enum NodeProperty: String, Hashable, Sendable, CaseIterable {
    case acl = "ACL"
    case format = "Format"
    case name = "Name"
    case size = "Size"
    case title = "Title"
    case tStamp = "TStamp"
    case type = "Type"
    case verNo = "VerNo"

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

    /// The property of a name, whatever the case of its letters; nil when there is none.
    public init?(named name: String) {
        guard let property = Self.byName[name.lowercased()] else { return nil }
        self = property
    }

    /// True for those that a server may replace; all others are the device's.
    public var isReplaceable: Bool {
        switch self {
        case .acl, .name, .title: true
        case .format, .size, .tStamp, .type, .verNo: false
        }
    }
}
