/// The standard's management objects by their identifiers (oma-dm.md 3.7).
public enum ManagementObject: String, Hashable, Sendable, CaseIterable {
    case devInfo = "urn:oma:mo:oma-dm-devinfo:1.0"
    case devDetail = "urn:oma:mo:oma-dm-devdetail:1.0"
    case dmAcc = "urn:oma:mo:oma-dm-dmacc:1.0"
    case inbox = "urn:oma:mo:oma-dm-inbox:1.0"

    /// Whether an address is that of the object's root node.
    func isRoot(_ uri: TreeURI) -> Bool {
        switch self {
        case .devInfo: uri.keys == ["devinfo"]
        case .devDetail: uri.keys == ["devdetail"]
        case .dmAcc: uri.keys.count == 3 && uri.keys.starts(with: ["syncml", "dmacc"])
        case .inbox: uri.keys == ["inbox"]
        }
    }

    /// The node below which the device puts an object that a server adds to the Inbox; nil for objects that a device has
    /// once and makes itself.
    var place: String? {
        switch self {
        case .dmAcc: "./SyncML/DMAcc"
        case .devInfo, .devDetail, .inbox: nil
        }
    }
}
