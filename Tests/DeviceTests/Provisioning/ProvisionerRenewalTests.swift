import CSP
import DMTree
import Enrollment
import Notation
import TestSupport
import Testing

@testable import Device

/// The answer to a renewal: certificates change places (enrollment.md 10.1).
@Suite struct ProvisionerRenewalTests {
    private static let store = "./Device/Vendor/MSFT/CertificateStore"

    private func document(_ application: String, _ more: String = "") throws -> ProvisioningDocument {
        try ProvisioningDocument(
            parsing: Array(
                """
                <wap-provisioningdoc version="1.1"><characteristic type="CertificateStore"><characteristic type="My">\
                <characteristic type="User">\(SampleCertificate.shortLived.characteristic)</characteristic>\
                </characteristic></characteristic><characteristic type="APPLICATION">\(application)</characteristic>\
                \(more)</wap-provisioningdoc>
                """.utf8))
    }

    private func renewed(
        _ application: String = parm("PROVIDER-ID", "ExampleMDM"), _ more: String = ""
    ) throws -> Provisioned {
        let enrolled = try ProvisioningCase().applied()
        let circumstances = Provisioner.Circumstances(
            purpose: .renewal(
                providerID: "ExampleMDM", oldThumbprint: enrolled.clientCertificate.thumbprint,
                signedEntDMID: "c2lnbmVk"), enrollmentType: "Full",
            certificateRequest: Base64.decode(SampleCertificate.request) ?? [], now: ProvisioningCase.now)
        return try Provisioner(document(application, more), circumstances).apply(to: enrolled.tree, chain: .complete)
    }

    @Test("enrollment.md 10.1: the new certificate comes, the old one goes, the nodes tell of it")
    func swap() throws {
        let renewed = try renewed()
        let tree = renewed.tree
        #expect(tree.exists("\(Self.store)/MY/User/\(SampleCertificate.shortLived.thumbprint)"))
        #expect(!tree.exists("\(Self.store)/MY/User/\(SampleCertificate.device.thumbprint)"))
        #expect(tree.value("\(Self.store)/MY/WSTEP/Renew/Status") == "2")
        #expect(tree.value("\(Self.store)/MY/WSTEP/CertThumprint") == SampleCertificate.shortLived.thumbprint)
        let account = "./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM"
        #expect(tree.value("\(account)/CertRenewTimeStamp")?.isEmpty == false)
        #expect(tree.value("\(account)/SignedEntDMID") == "c2lnbmVk")
        // The account is the old one.
        #expect(tree.value("\(account)/ManagementServiceAddress") == "https://mdm.example/dm")
        #expect(renewed.application == nil)
        #expect(renewed.clientCertificate.thumbprint == SampleCertificate.shortLived.thumbprint)
        #expect(renewed.renewal.window.periodDays == 60)
    }

    @Test("enrollment.md 10.1: another PROVIDER-ID is refused")
    func otherProvider() {
        let fault = #expect(throws: ProvisioningFault.self) { try renewed(parm("PROVIDER-ID", "Another")) }
        #expect(fault?.error == HRESULT(0x8018_001F))
        #expect(fault?.rule == "provisioning.provider")
    }

    @Test("enrollment.md 10.1: what is not of a renewal is passed over")
    func passedOver() throws {
        let renewed = try renewed(
            parm("PROVIDER-ID", "ExampleMDM"), "<characteristic type=\"Nonsense\">\(parm("a", "b"))</characteristic>")
        #expect(renewed.findings.map(\.rule) == ["provisioning.renewal"])
    }
}
