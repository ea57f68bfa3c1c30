import DMTree
import Notation

/// `Update/Rollback`: takes the latest quality or feature update back, when the device has one and is paused
/// (description of Update; that it is connected to Windows Update for Business is taken for granted). What the Status
/// node says is not known to the reference: the HRESULT as text is our choice.
public struct UpdateRollback: Sendable {
    /// ERROR_INVALID_STATE, for a device that does not meet the conditions; our choice.
    public static let conditionsNotMet = HRESULT(rawValue: 0x8007_139F)

    /// `./Device/Vendor/MSFT/Update/Rollback/QualityUpdate` or `…/FeatureUpdate`.
    public let node: TreeURI

    public init(node: TreeURI) { self.node = node }

    public var isFeatureUpdate: Bool { node.keys.last == "featureupdate" }

    var statusNode: TreeURI {
        node.prefix(node.segments.count - 1).child(isFeatureUpdate ? "FeatureUpdateStatus" : "QualityUpdateStatus")
    }

    /// Whether a policy pauses these updates.
    public func isPaused(in tree: DeviceTree) -> Bool {
        let policy = "./Device/Vendor/MSFT/Policy/Config/Update/Pause\(isFeatureUpdate ? "Feature" : "Quality")Updates"
        return tree.value(policy) == "1" || !(tree.value("\(policy)StartTime") ?? "").isEmpty
    }

    /// - Parameter error: 0 for success.
    public func finish(_ error: HRESULT, in tree: inout DeviceTree) {
        tree.setLocally(statusNode, value: error.uppercase)
    }
}
