import CSP
import DDF
import DMTree
import Enrollment
import Notation
import TestSupport
import Testing

@testable import Device

/// Documents that are applied, and what is then on the device (enrollment.md 8).
@Suite struct ProvisionerTests {
    @Test("enrollment.md 8.4: certificates, renewal, account and DMClient of a good document")
    func good() throws {
        let provisioned = try ProvisioningCase().applied()
        let tree = provisioned.tree
        let store = "./Device/Vendor/MSFT/CertificateStore"
        #expect(
            tree.value("\(store)/ROOT/System/\(SampleCertificate.root.thumbprint)/EncodedCertificate")
                == SampleCertificate.root.base64)
        #expect(
            tree.value("\(store)/MY/User/\(SampleCertificate.device.thumbprint)/EncodedCertificate")
                == SampleCertificate.device.base64)
        #expect(tree.value("\(store)/MY/WSTEP/Renew/RenewPeriod") == "60")
        #expect(tree.value("\(store)/MY/WSTEP/Renew/RetryInterval") == "4")
        let account = "./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM"
        #expect(tree.value("\(account)/ManagementServiceAddress") == "https://mdm.example/dm")
        #expect(tree.value("\(account)/Poll/NumberOfFirstRetries") == "5")
        #expect(tree.value("\(account)/EnrollmentType") == "Full")
        #expect(tree.providerID == "ExampleMDM")
        let entries = try #require(DMAccount.find(serverID: "ExampleMDM", in: tree)).entries(in: tree)
        #expect(entries.map(\.level) == [.server, .client])
        #expect(entries.map(\.name) == [nil, "dev-7F3A"])
        #expect(entries.map(\.data) == ["Y2xpZW50LW5vbmNlLTAwMQ==", "EDJUdpi63P4BI0VniavN7w=="])
    }

    @Test("enrollment.md 8.1: what the live device keeps: certificates by store, renewal, account")
    func kept() throws {
        let provisioned = try ProvisioningCase().applied()
        #expect(provisioned.certificates.map(\.store) == [.root, .my])
        #expect(provisioned.certificates.map(\.context) == [.system, .user])
        #expect(provisioned.clientCertificate.thumbprint == SampleCertificate.device.thumbprint)
        #expect(Base64.encode(provisioned.clientCertificate.der) == SampleCertificate.device.base64)
        #expect(provisioned.providerID == "ExampleMDM")
        #expect(provisioned.application?.addresses.map(\.address) == ["https://mdm.example/dm"])
        #expect(provisioned.renewal.window.periodDays == 60)
        #expect(provisioned.renewal.window.retryDays == 4)
        #expect(provisioned.renewal.serverURL == nil)
    }

    @Test("ENR-19: the question for the chain has the certificate, its issuers and the time")
    func chainQuestion() throws {
        let question = try ProvisioningCase().provisioner().chainQuestion
        #expect(Base64.encode(question.certificate) == SampleCertificate.device.base64)
        #expect(question.roots.map { Base64.encode($0) } == [SampleCertificate.root.base64])
        #expect(question.intermediates.isEmpty)
        #expect(question.now == ProvisioningCase.now)
    }

    @Test("enrollment.md 10.1: RenewPeriod and RenewalPeriod are the same; ServerURL is kept; 42 and 7 without")
    func renewalSettings() throws {
        var document = ProvisioningCase()
        document.text.renewal = parm("RenewalPeriod", "90") + parm("ServerURL", "https://mdm.example/renew")
        let renewal = try document.applied().renewal
        #expect(renewal.window.periodDays == 90)
        #expect(renewal.window.retryDays == 7)
        #expect(renewal.serverURL == "https://mdm.example/renew")
        document.text.renewal = ""
        #expect(try document.applied().renewal.window.periodDays == 42)
    }

    @Test("enrollment.md 10.1: ROBOSupport false turns nothing off, and is told")
    func robo() throws {
        var document = ProvisioningCase()
        document.text.renewal = parm("ROBOSupport", "false", "boolean")
        let provisioned = try document.applied()
        #expect(
            provisioned.tree.value("./Device/Vendor/MSFT/CertificateStore/MY/WSTEP/Renew/ROBOSupport") == "true")
        #expect(provisioned.findings.contains { $0.rule == "provisioning.renewal" && $0.severity == .note })
    }

    @Test("enrollment.md 8: unknown parms are ignored, in the account and below DMClient")
    func unknownParms() throws {
        var document = ProvisioningCase()
        document.text.account = ProvisioningText.account(more: parm("ServerList", "x") + parm("COLOUR", "red"))
        document.text.poll = parm("NumberOfFirstRetries", "5") + parm("Colour", "red")
        let provisioned = try document.applied()
        #expect(provisioned.findings.map(\.rule).contains("w7.unknown"))
        #expect(provisioned.findings.map(\.rule).contains("provisioning.unknown"))
        #expect(
            provisioned.tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/Poll/NumberOfFirstRetries")
                == "5")
    }

    @Test(
        "enrollment.md 8.3: every parm of DMClient that a server sends reaches its node",
        arguments: [
            ("UPN", "ada@example.test"), ("EntDeviceName", "ada-laptop"), ("EntDMID", "d-000042"),
            ("EnableOmaDmKeepAliveMessage", "true"), ("RequireMessageSigning", "true"),
            ("SyncApplicationVersion", "4.0"), ("AADResourceID", "https://mdm.example"),
            ("ManagementServerAddressList", "<https://a.example><https://b.example>"), ("HelpPhoneNumber", "1"),
            ("HelpWebsite", "https://help.example"), ("HelpEmailAddress", "a@b.example"),
        ])
    func dmClient(name: String, value: String) throws {
        var document = ProvisioningCase()
        let escaped = value.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
        document.more = """
            <characteristic type="DMClient"><characteristic type="Provider"><characteristic type="ExampleMDM">\
            \(parm(name, escaped))</characteristic></characteristic></characteristic>
            """
        let tree = try document.applied().tree
        #expect(tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/\(name)") == value)
    }

    @Test("enrollment.md 8: settings of other CSPs go through the tree's own table")
    func otherSettings() throws {
        var document = ProvisioningCase()
        document.more = """
            <characteristic type="Policy"><characteristic type="Config"><characteristic type="Camera">\
            \(parm("AllowCamera", "0", "integer"))</characteristic></characteristic></characteristic>
            """
        let tree = try document.applied().tree
        #expect(tree.value("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera") == "0")
    }

    @Test("enrollment.md 8.2: the older form APPADDR/ADDR is accepted, too")
    func standardAddress() throws {
        var document = ProvisioningCase()
        document.text.account =
            parm("APPID", "w7") + parm("PROVIDER-ID", "ExampleMDM")
            + "<characteristic type=\"APPADDR\">\(parm("ADDR", "https://mdm.example/oma"))</characteristic>"
        let tree = try document.applied().tree
        #expect(
            tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/ManagementServiceAddress")
                == "https://mdm.example/oma")
    }

    @Test(
        "enrollment.md 8.2: the criteria find the certificate by store and subject, also among several",
        arguments: [
            "Subject=CN%3D5A0C71E9&Stores=My%5CUser", "Stores=My%5CUser", "Subject=CN%3D5a0c71e9",
            "Subject=CN%3Dother%EF%80%80CN%3D5A0C71E9&Stores=My%5CSystem%EF%80%80My%5CUser",
        ])
    func search(criteria: String) throws {
        var document = ProvisioningCase()
        document.text.account = ProvisioningText.account(
            more: parm("SSLCLIENTCERTSEARCHCRITERIA", criteria.split(separator: "&").joined(separator: "&amp;")))
        _ = try document.applied()
    }

    @Test("ENR-18: a certificate in the other context is taken, and told")
    func context() throws {
        var document = ProvisioningCase()
        document.circumstances.enrollmentType = "Device"
        let provisioned = try document.applied()
        #expect(provisioned.findings.map(\.rule).contains("provisioning.certificate-context"))
        #expect(provisioned.tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/EnrollmentType") == "Device")
    }

    @Test("enrollment.md 8.2: without nonces 25H2 makes no account, older Windows does, and the switch says")
    func strictNonce() throws {
        var document = ProvisioningCase()
        document.text.client = ProvisioningText.auth(level: "CLIENT", nonce: nil)
        document.text.server = ProvisioningText.auth(level: "APPSRV", name: "dev", nonce: nil)
        let refused = #expect(throws: ProvisioningFault.self) { try document.applied() }
        #expect(refused?.error == HRESULT(0x8018_0023))
        #expect(refused?.rule == "w7.nonce-missing")
        document.circumstances.strictNonce = false
        #expect(try document.applied().findings.map(\.rule).contains("w7.nonce-missing"))
        document.circumstances.strictNonce = nil
        document.device.release = try #require(WindowsRelease("10-21h1"))
        _ = try document.applied()
        document.circumstances.strictNonce = true
        #expect(throws: ProvisioningFault.self) { try document.applied() }
    }

    @Test("enrollment.md 8.2: a nonce that is no Base64 was accepted")
    func oddNonce() throws {
        var document = ProvisioningCase()
        document.text.client = ProvisioningText.auth(level: "CLIENT", nonce: "nonce")
        #expect(try document.applied().findings.map(\.rule).contains("w7.nonce"))
    }

    @Test("enrollment.md 2: hardware and Entra ids stand beside the account")
    func ids() throws {
        var document = ProvisioningCase()
        document.circumstances.hardwareDeviceID = "9F2B"
        document.circumstances.entraDeviceID = "guid"
        let tree = try document.applied().tree
        #expect(tree.value("./Device/Vendor/MSFT/DMClient/HWDevID") == "9F2B")
        #expect(tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/AADDeviceID") == "guid")
    }

    @Test("No finding holds a secret of the document")
    func secrets() throws {
        var document = ProvisioningCase()
        document.text.server = """
            <characteristic type="APPAUTH">\(parm("AAUTHLEVEL", "APPSRV"))\(parm("AAUTHTYPE", "DIGEST"))\
            \(parm("AAUTHSECRET", "hush-hush", "integer"))\(parm("AAUTHDATA", "not base64 hush-hush"))</characteristic>
            """
        for finding in try document.applied().findings { #expect(!"\(finding)".contains("hush-hush")) }
    }
}
