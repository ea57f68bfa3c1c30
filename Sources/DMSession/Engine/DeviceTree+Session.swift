import DMTree
import Notation

extension DeviceTree {
    /// The major part of `SyncApplicationVersion` that the server set for its provider; 1 when it never did
    /// (windows-csp.md 3.11).
    public var syncApplicationVersion: Int {
        let uri = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))/SyncApplicationVersion"
        return value(uri)?.split(separator: ".").first.flatMap { Int($0) } ?? 1
    }
}
