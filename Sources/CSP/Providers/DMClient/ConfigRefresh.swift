import DDF
import DMTree
import Notation

/// DMClient/Provider/{ProviderID}/ConfigRefresh: policies are applied again locally, without a session (windows-csp.md 3.1,
/// 5.7).
public struct ConfigRefresh: Hashable, Sendable, Codable {
    public var isEnabled: Bool
    /// Minutes between two refreshes, 30 to 1440.
    public var cadence: Int
    /// Minutes for which refreshes pause, 0 to 1440; 0 for no pause.
    public var pausePeriod: Int

    /// What a management server has set; the defaults of the description where it set nothing.
    public init(of providerID: String, in tree: DeviceTree) {
        let node = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))/ConfigRefresh/"
        func value(_ leaf: String) -> String? { tree.value(node + leaf) }
        isEnabled = value("Enabled").flatMap(NodeFormat.truth) ?? false
        cadence = value("Cadence").flatMap { Int($0) } ?? 90
        pausePeriod = value("PausePeriod").flatMap { Int($0) } ?? 0
    }
}
