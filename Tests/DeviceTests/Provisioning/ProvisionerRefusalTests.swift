import CSP
import DMTree
import Enrollment
import Notation
import TestSupport
import Testing

@testable import Device

/// One thing that is wrong with a document.
struct WrongDocument: Sendable, CustomTestStringConvertible {
    var name: String
    var error: UInt32
    var rule: String
    var change: @Sendable (inout ProvisioningCase) -> Void

    init(
        _ name: String, _ error: UInt32, _ rule: String, _ change: @escaping @Sendable (inout ProvisioningCase) -> Void
    ) {
        self.name = name
        self.error = error
        self.rule = rule
        self.change = change
    }

    var testDescription: String { name }
}

/// What is refused, with the code that Windows shows (enrollment.md 8.5).
@Suite struct ProvisionerRefusalTests {
    private static func user(_ node: String) -> String { "<characteristic type=\"User\">\(node)</characteristic>" }

    private static func part(_ type: String, _ content: String) -> String {
        "<characteristic type=\"\(type)\">\(content)</characteristic>"
    }

    static let certificates: [WrongDocument] = [
        WrongDocument("no certificate for My", 0x8018_0028, "provisioning.client-certificate") { $0.text.mine = "" },
        WrongDocument("two certificates for My", 0x8018_0024, "provisioning.client-certificate") {
            $0.text.mine = user(
                SampleCertificate.device.characteristic + SampleCertificate.shortLived.characteristic)
        },
        WrongDocument("ENR-17: the key of another request", 0x8018_0024, "provisioning.client-certificate") {
            $0.text.mine = user(SampleCertificate.root.characteristic)
        },
        WrongDocument("for servers only", 0x8018_0024, "provisioning.client-certificate") {
            $0.text.mine = user(SampleCertificate.forServers.characteristic)
        },
        WrongDocument("expired", 0x8018_0024, "provisioning.lifetime") { $0.circumstances.now = 2_000_000_000 },
        WrongDocument("not valid yet", 0x8018_0024, "provisioning.lifetime") { $0.circumstances.now = 1_700_000_000 },
        WrongDocument("ENR-19: no chain", 0x8018_0024, "provisioning.chain") { $0.chain = .incomplete("no issuer") },
        WrongDocument("ENR-17: another thumbprint", 0x8018_001E, "provisioning.thumbprint") {
            $0.text.mine = user(
                SampleCertificate.Node(SampleCertificate.root.thumbprint, SampleCertificate.device.base64)
                    .characteristic)
        },
        WrongDocument("no certificate in the node", 0x8018_001E, "provisioning.certificate") {
            $0.text.root = SampleCertificate.Node(SampleCertificate.root.thumbprint, "AAAA").characteristic
        },
        WrongDocument("no Base64", 0x8018_001E, "provisioning.certificate") {
            $0.text.root = SampleCertificate.Node(SampleCertificate.root.thumbprint, "%%%").characteristic
        },
        WrongDocument("RenewPeriod is no number", 0x8018_001E, "provisioning.setting") {
            $0.text.renewal = parm("RenewPeriod", "soon")
        },
        WrongDocument("RenewPeriod out of its range", 0x8018_001E, "provisioning.setting") {
            $0.text.renewal = parm("RenewPeriod", "1001", "integer")
        },
        WrongDocument("RetryInterval longer than RenewPeriod", 0x8018_001E, "provisioning.setting") {
            $0.text.renewal = parm("RetryInterval", "61") + parm("RenewPeriod", "60")
        },
        WrongDocument("the datatype of RenewPeriod is wrong", 0x8018_001E, "provisioning.datatype") {
            $0.text.renewal = parm("RenewPeriod", "60", "string")
        },
    ]

    static let settings: [WrongDocument] = [
        WrongDocument("ENR-21: APPID is not w7", 0x8018_001F, "w7.app-id") {
            $0.text.account = ProvisioningText.account(id: "w2")
        },
        WrongDocument("no PROVIDER-ID", 0x8018_001F, "w7.missing") {
            $0.text.account = parm("APPID", "w7") + parm("ADDR", "https://mdm.example/dm")
        },
        WrongDocument("no address", 0x8018_001F, "w7.missing") {
            $0.text.account = parm("APPID", "w7") + parm("PROVIDER-ID", "ExampleMDM")
        },
        WrongDocument("ENR-22: the server proves itself by BASIC", 0x8018_001F, "w7.value") {
            $0.text.client = ProvisioningText.auth(level: "CLIENT", type: "BASIC", nonce: "bm9uY2U=")
        },
        WrongDocument("ENR-24: INIT of an enterprise", 0x8018_001F, "w7.init") {
            $0.text.account = ProvisioningText.account(more: parm("INIT"))
        },
        WrongDocument("ENR-23: no nonce at all on 25H2", 0x8018_0023, "w7.nonce-missing") {
            $0.text.client = ProvisioningText.auth(level: "CLIENT", nonce: nil)
            $0.text.server = ProvisioningText.auth(level: "APPSRV", name: "dev", nonce: nil)
        },
        WrongDocument("the criteria name another store", 0x8018_0024, "provisioning.certificate-search") {
            $0.text.account = ProvisioningText.account(
                more: parm("SSLCLIENTCERTSEARCHCRITERIA", "Stores=My%5CSystem"))
        },
        WrongDocument("the criteria name another subject", 0x8018_0024, "provisioning.certificate-search") {
            $0.text.account = ProvisioningText.account(
                more: parm("SSLCLIENTCERTSEARCHCRITERIA", "Subject=CN%3Dother"))
        },
        WrongDocument("ENR-21: DMClient names another provider", 0x8018_0020, "provisioning.provider") {
            $0.text.provider = "Another"
        },
        WrongDocument("ENR-25: a number of Poll is none", 0x8018_0020, "provisioning.setting") {
            $0.text.poll = parm("NumberOfFirstRetries", "five")
        },
        WrongDocument("ENR-25: a datatype of Poll is wrong", 0x8018_0020, "provisioning.datatype") {
            $0.text.poll = parm("NumberOfFirstRetries", "five", "integer")
        },
        WrongDocument("PassportForWork", 0x8018_0021, "provisioning.setting") {
            $0.more = part("PassportForWork", part("Nonsense", parm("a", "b")))
        },
        WrongDocument("another CSP with a wrong tree", 0x8018_0022, "provisioning.setting") {
            $0.more = part("RootCATrustedCertificates", part("Wrong", parm("EncodedCertificate", "AAAA")))
        },
        WrongDocument("a CSP that no Windows has", 0x8018_0022, "provisioning.setting") {
            $0.more = part("Nonsense", "")
        },
        WrongDocument("a policy with a wrong value", 0x8018_0022, "provisioning.setting") {
            $0.more = part("Policy", part("Config", part("Camera", parm("AllowCamera", "maybe"))))
        },
        WrongDocument("app management", 0x8018_0025, "provisioning.setting") {
            $0.more = part("EnterpriseModernAppManagement", part("Nonsense", parm("a", "b")))
        },
    ]

    @Test("enrollment.md 8.1: certificates that are refused", arguments: Self.certificates)
    func refusedCertificate(wrong: WrongDocument) throws { try check(wrong) }

    @Test("enrollment.md 8.5: parts that are refused", arguments: Self.settings)
    func refusedSetting(wrong: WrongDocument) throws { try check(wrong) }

    private func check(_ wrong: WrongDocument) throws {
        var document = ProvisioningCase()
        wrong.change(&document)
        let tree = document.device.makeTree()
        let before = tree.storedLeaves.map { "\($0)" }
        let fault = #expect(throws: ProvisioningFault.self) {
            _ = try document.provisioner().apply(to: tree, chain: document.chain)
        }
        #expect(fault?.error == HRESULT(wrong.error))
        #expect(fault?.rule == wrong.rule)
        #expect(fault?.message.isEmpty == false)
        #expect(fault?.severity == .error)
        // All or nothing: the tree is what it was.
        #expect(tree.storedLeaves.map { "\($0)" } == before)
        #expect(tree.providerID == "None")
    }

    @Test("enrollment.md 8.5: the criteria are not looked at when the switch says so")
    func looseSearch() throws {
        var document = ProvisioningCase()
        document.text.account = ProvisioningText.account(
            more: parm("SSLCLIENTCERTSEARCHCRITERIA", "Subject=CN%3Dother"))
        document.circumstances.strictCertificateSearch = false
        _ = try document.applied()
    }
}
