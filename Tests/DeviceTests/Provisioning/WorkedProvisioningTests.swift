import CSP
import DMTree
import Enrollment
import Notation
import TestSupport
import Testing

@testable import Device

/// The provisioning document of enrollment.md 17.3, value by value. Its certificates are left out there; samples stand in,
/// and with them their subject in the criteria.
@Suite struct WorkedProvisioningTests {
    private static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <wap-provisioningdoc version="1.1">
         <characteristic type="CertificateStore">
          <characteristic type="Root"><characteristic type="System">
           \(SampleCertificate.root.characteristic)
          </characteristic></characteristic>
          <characteristic type="My">
           <characteristic type="User">
            \(SampleCertificate.device.characteristic)
            <characteristic type="PrivateKeyContainer"/>
           </characteristic>
           <characteristic type="WSTEP"><characteristic type="Renew">
            <parm name="ROBOSupport" value="true" datatype="boolean"/>
            <parm name="RenewPeriod" value="60" datatype="integer"/>
            <parm name="RetryInterval" value="4" datatype="integer"/>
           </characteristic></characteristic>
          </characteristic>
         </characteristic>
         <characteristic type="APPLICATION">
          <parm name="APPID" value="w7"/>
          <parm name="PROVIDER-ID" value="ExampleMDM"/>
          <parm name="NAME" value="Example MDM"/>
          <parm name="ADDR" value="https://mdm.example.test/dm"/>
          <parm name="ROLE" value="32"/>
          <parm name="CONNRETRYFREQ" value="6"/>
          <parm name="INITIALBACKOFFTIME" value="30000"/>
          <parm name="MAXBACKOFFTIME" value="120000"/>
          <parm name="BACKCOMPATRETRYDISABLED"/>
          <parm name="DEFAULTENCODING" value="application/vnd.syncml.dm+xml"/>
          <parm name="SSLCLIENTCERTSEARCHCRITERIA" value="Subject=CN%3D5A0C71E9&amp;Stores=My%5CUser"/>
          <characteristic type="APPAUTH">
           <parm name="AAUTHLEVEL" value="CLIENT"/><parm name="AAUTHTYPE" value="DIGEST"/>
           <parm name="AAUTHSECRET" value="cl-secret-77"/><parm name="AAUTHDATA" value="Y2xpZW50LW5vbmNlLTAwMQ=="/>
          </characteristic>
          <characteristic type="APPAUTH">
           <parm name="AAUTHLEVEL" value="APPSRV"/><parm name="AAUTHTYPE" value="DIGEST"/>
           <parm name="AAUTHNAME" value="dev-7F3A"/><parm name="AAUTHSECRET" value="Sr7-secret-01"/>
           <parm name="AAUTHDATA" value="EDJUdpi63P4BI0VniavN7w=="/>
          </characteristic>
         </characteristic>
         <characteristic type="DMClient"><characteristic type="Provider"><characteristic type="ExampleMDM">
          <parm name="UPN" value="ada@example.test" datatype="string"/>
          <parm name="EntDeviceName" value="ada-laptop" datatype="string"/>
          <characteristic type="Poll">
           <parm name="NumberOfFirstRetries" value="5" datatype="integer"/>
           <parm name="IntervalForFirstSetOfRetries" value="15" datatype="integer"/>
           <parm name="NumberOfSecondRetries" value="10" datatype="integer"/>
           <parm name="IntervalForSecondSetOfRetries" value="60" datatype="integer"/>
           <parm name="NumberOfRemainingScheduledRetries" value="0" datatype="integer"/>
           <parm name="IntervalForRemainingScheduledRetries" value="1440" datatype="integer"/>
           <parm name="PollOnLogin" value="true" datatype="boolean"/>
          </characteristic>
         </characteristic></characteristic></characteristic>
        </wap-provisioningdoc>
        """

    private func applied() throws -> Provisioned {
        let document = try ProvisioningDocument(parsing: Array(Self.text.utf8))
        return try Provisioner(document, ProvisioningCase().circumstances).apply(
            to: FreshDevice(providerID: "None").makeTree(), chain: .complete)
    }

    @Test(
        "enrollment.md 17.3: DMClient",
        arguments: [
            ("UPN", "ada@example.test"), ("EntDeviceName", "ada-laptop"), ("Poll/NumberOfFirstRetries", "5"),
            ("Poll/IntervalForFirstSetOfRetries", "15"), ("Poll/NumberOfSecondRetries", "10"),
            ("Poll/IntervalForSecondSetOfRetries", "60"), ("Poll/NumberOfRemainingScheduledRetries", "0"),
            ("Poll/IntervalForRemainingScheduledRetries", "1440"), ("Poll/PollOnLogin", "true"),
            ("ManagementServiceAddress", "https://mdm.example.test/dm"),
        ])
    func dmClient(leaf: String, value: String) throws {
        #expect(try applied().tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/\(leaf)") == value)
    }

    @Test(
        "enrollment.md 17.3: the account",
        arguments: [
            ("AppID", "w7"), ("ServerID", "ExampleMDM"), ("Name", "Example MDM"),
            ("AppAddr/1/Addr", "https://mdm.example.test/dm"), ("AppAuth/SRVCRED/AAuthType", "DIGEST"),
            ("AppAuth/SRVCRED/AAuthSecret", "cl-secret-77"), ("AppAuth/SRVCRED/AAuthData", "Y2xpZW50LW5vbmNlLTAwMQ=="),
            ("AppAuth/CLCRED/AAuthType", "DIGEST"), ("AppAuth/CLCRED/AAuthName", "dev-7F3A"),
            ("AppAuth/CLCRED/AAuthSecret", "Sr7-secret-01"), ("AppAuth/CLCRED/AAuthData", "EDJUdpi63P4BI0VniavN7w=="),
            ("Ext/Microsoft/Role", "32"), ("Ext/Microsoft/ConnRetryFreq", "6"),
            ("Ext/Microsoft/InitialBackOffTime", "30000"), ("Ext/Microsoft/MaxBackOffTime", "120000"),
            ("Ext/Microsoft/BackCompatRetryDisabled", "1"),
            ("Ext/Microsoft/DefaultEncoding", "application/vnd.syncml.dm+xml"),
            ("Ext/Microsoft/SSLCLIENTCERTSEARCHCRITERIA", "Subject=CN%3D5A0C71E9&Stores=My%5CUser"),
        ])
    func account(leaf: String, value: String) throws {
        let tree = try applied().tree
        let account = try #require(DMAccount.find(serverID: "ExampleMDM", in: tree))
        let uri = try TreeURI("\(account.uri.canonical)/\(leaf)")
        #expect(tree.storedValue(uri) == value)
    }

    @Test("enrollment.md 17.3: renewal, certificates, and nothing to remark")
    func rest() throws {
        let provisioned = try applied()
        #expect(provisioned.renewal.window.periodDays == 60)
        #expect(provisioned.renewal.window.retryDays == 4)
        #expect(
            provisioned.certificates.map(\.thumbprint) == [
                SampleCertificate.root.thumbprint, SampleCertificate.device.thumbprint,
            ])
        #expect(provisioned.findings == [])
        #expect(provisioned.effects == [])
    }

    @Test("The standard's dialect: the new server gets the rights of its bootstrap")
    func standard() throws {
        var device = FreshDevice(providerID: "None")
        device.protocolProfile = .oma
        let document = try ProvisioningDocument(parsing: Array(Self.text.utf8))
        let provisioned = try Provisioner(document, ProvisioningCase().circumstances).apply(
            to: device.makeTree(), chain: .complete)
        #expect(
            provisioned.tree.value("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/Poll/NumberOfFirstRetries") == "5"
        )
    }
}
