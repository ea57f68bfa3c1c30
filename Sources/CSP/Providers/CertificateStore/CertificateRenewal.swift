import DMTree
import Notation

/// The renewal of the certificate that the device was enrolled with: `CertificateStore/MY/WSTEP/Renew` and what DMClient
/// tells of it (windows-csp.md 3.9; enrollment.md 10.1). RenewNow starts one at once, and
/// in the `RenewalWindow` the device starts one by itself.
public struct CertificateRenewal: Sendable {
    /// The Status codes of enrollment.md 10.1.
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case notStarted = 0
        case inProgress = 1
        case succeeded = 2
        case failed = 3

        var text: String { String(rawValue) }
    }

    static let node = "./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/Renew"

    /// `…/CertificateStore/MY/WSTEP/Renew`.
    public let renew: TreeURI

    /// That of the device, which it starts by itself.
    public static var ofEnrolment: CertificateRenewal? { (try? TreeURI(node)).map(CertificateRenewal.init) }

    public init(renew: TreeURI) { self.renew = renew }

    /// What the Status node says.
    public func status(in tree: DeviceTree) -> Status {
        tree.storedValue(renew.child("Status")).flatMap { Int($0) }.flatMap(Status.init) ?? .notStarted
    }

    /// The attempt begins; what the last one failed with goes away.
    public func start(in tree: inout DeviceTree) {
        set(.inProgress, in: &tree)
        tree.removeLocally(renew.child("ErrorCode").canonical)
        tree.setLocally(renew.child("LastRenewalAttemptTime"), value: tree.localTime)
    }

    /// The device has a new certificate: WSTEP tells its thumbprint, and DMClient when it came.
    ///
    /// DMClient's SignedEntDMID, the EntDMID signed with the old key, stays as it was: the device has no key.
    ///
    /// - Parameter thumbprint: SHA-1 of the new certificate in hexadecimal digits.
    public func succeed(thumbprint: String, in tree: inout DeviceTree) {
        set(.succeeded, in: &tree)
        // The description's spelling.
        tree.setLocally(renew.prefix(renew.keys.count - 1).child("CertThumprint"), value: thumbprint)
        tree.setLocally(
            "\(Self.account(in: tree))/CertRenewTimeStamp", value: Self.standardTime(tree.localTime))
    }

    /// - Parameter error: what ErrorCode holds as a signed decimal.
    public func fail(error: HRESULT, in tree: inout DeviceTree) {
        set(.failed, in: &tree)
        tree.setLocally(renew.child("ErrorCode"), value: String(error.signed))
    }

    private func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(renew.child("Status"), value: status.text)
    }

    /// EntDMID has to be there before a renewal, so that the server knows the device again.
    public static func hasDeviceID(in tree: DeviceTree) -> Bool {
        tree.value("\(account(in: tree))/EntDMID")?.isEmpty == false
    }

    private static func account(in tree: DeviceTree) -> String {
        "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))"
    }

    /// The instant in the form of the standard, `20260105T080000Z`, which 3.1 names for CertRenewTimeStamp.
    private static func standardTime(_ localTime: String) -> String {
        localTime.filter { $0 != "-" && $0 != ":" }
    }
}
