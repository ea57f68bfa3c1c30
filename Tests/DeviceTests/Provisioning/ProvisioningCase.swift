import CSP
import DMTree
import Enrollment
import Notation
import TestSupport

@testable import Device

/// A good document for a device, of which a test changes one thing.
struct ProvisioningCase {
    /// 2026-12-01, in the validity of the sample certificates.
    static let now: Int64 = 1_796_083_200

    var text = ProvisioningText()
    /// Top-level characteristics behind the others.
    var more = ""
    var device = FreshDevice(providerID: "None")
    var chain = Provisioner.ChainVerdict.complete
    var circumstances = Provisioner.Circumstances(
        enrollmentType: "Full", certificateRequest: Base64.decode(SampleCertificate.request) ?? [], now: now)

    func document() throws -> ProvisioningDocument {
        let end = "</wap-provisioningdoc>"
        return try ProvisioningDocument(parsing: Array((text.text.dropLast(end.count) + more + end).utf8))
    }

    func provisioner() throws -> Provisioner { try Provisioner(document(), circumstances) }

    func applied() throws -> Provisioned { try provisioner().apply(to: device.makeTree(), chain: chain) }
}
