import CSP
import DMTree
import Testing

/// A w7 APPLICATION (windows-csp.md 4.10, enrollment.md 8.2).
@Suite struct W7ApplicationTests {
    /// Builds a document round parms.
    private static func document(
        _ parms: [String] = [appID, provider, address], _ auth: [String] = [client, server], more: String = ""
    ) -> String {
        """
        <wap-provisioningdoc version="1.1">
         <characteristic type="APPLICATION">
        \(parms.joined(separator: "\n"))\(auth.map { "<characteristic type=\"APPAUTH\">\($0)</characteristic>" }.joined())\(more)
         </characteristic>
        </wap-provisioningdoc>
        """
    }

    private static func parm(_ name: String, _ value: String?) -> String {
        "<parm name=\"\(name)\"\(value.map { " value=\"\($0)\"" } ?? "")/>"
    }

    private static let appID = parm("APPID", "w7")
    private static let provider = parm("PROVIDER-ID", "ExampleMDM")
    private static let address = parm("ADDR", "https://mdm.example.test/dm")
    private static let server =
        parm("AAUTHLEVEL", "CLIENT") + parm("AAUTHTYPE", "DIGEST") + parm("AAUTHSECRET", "cl-secret-77")
        + parm("AAUTHDATA", "Y2xpZW50LW5vbmNlLTAwMQ==")
    private static let client =
        parm("AAUTHLEVEL", "APPSRV") + parm("AAUTHTYPE", "DIGEST") + parm("AAUTHNAME", "dev-7F3A")
        + parm("AAUTHSECRET", "Sr7-secret-01") + parm("AAUTHDATA", "EDJUdpi63P4BI0VniavN7w==")

    private static func read(
        _ text: String, _ windows: String = "11-25h2", strictNonce: Bool? = nil
    ) throws(ProvisioningFault) -> W7Application.Reading {
        try W7Application.read(
            parsing: Array(text.utf8), release: Devices.release(windows),
            strictNonce: strictNonce)
    }

    private static func fault(_ text: String) -> ProvisioningFault? {
        do throws(ProvisioningFault) { _ = try read(text) } catch { return error }
        return nil
    }

    /// The APPLICATION of enrollment.md 17.3.
    private static let example = document(
        [
            appID, provider, parm("NAME", "Example MDM"), address, parm("ROLE", "32"), parm("CONNRETRYFREQ", "6"),
            parm("INITIALBACKOFFTIME", "30000"), parm("MAXBACKOFFTIME", "120000"),
            parm("BACKCOMPATRETRYDISABLED", nil), parm("DEFAULTENCODING", "application/vnd.syncml.dm+xml"),
            parm(
                "SSLCLIENTCERTSEARCHCRITERIA",
                "Subject=CN%3D5A0C71E94D3B4F6E9B1D20A7C8E3F415&amp;Stores=My%5CUser"),
        ], [server, client])

    @Test("The document of enrollment.md 17.3 is read without a finding")
    func example() throws {
        let reading = try Self.read(Self.example)
        #expect(reading.findings.isEmpty)
        #expect(
            reading.application
                == W7Application(
                    providerID: "ExampleMDM", name: "Example MDM", addresses: [.init("https://mdm.example.test/dm")],
                    role: 32,
                    client: AppAuth(
                        level: .client, type: .digest, name: "dev-7F3A", secret: "Sr7-secret-01",
                        data: "EDJUdpi63P4BI0VniavN7w=="),
                    server: AppAuth(
                        level: .server, type: .digest, name: nil, secret: "cl-secret-77",
                        data: "Y2xpZW50LW5vbmNlLTAwMQ=="),
                    connectionRetries: 6, initialBackOffTime: 30_000, maxBackOffTime: 120_000,
                    isBackCompatRetryDisabled: true, defaultEncoding: .xml,
                    certificateSearch: "Subject=CN%3D5A0C71E94D3B4F6E9B1D20A7C8E3F415&Stores=My%5CUser"))
    }

    @Test("Applied to a tree it is an account, and the DMClient provider has its address")
    func applied() throws {
        var tree = Devices.fresh()
        try Self.read(Self.example).application.apply(to: &tree)
        let root = "./SyncML/DMAcc/\(DMAccount.name(providerID: "ExampleMDM"))"
        for (leaf, value) in [
            ("AppID", "w7"), ("ServerID", "ExampleMDM"), ("Name", "Example MDM"),
            ("AppAddr/1/Addr", "https://mdm.example.test/dm"), ("AppAddr/1/AddrType", "URI"),
            ("AppAuth/CLCRED/AAuthLevel", "CLCRED"), ("AppAuth/CLCRED/AAuthName", "dev-7F3A"),
            ("AppAuth/SRVCRED/AAuthType", "DIGEST"), ("Ext/Microsoft/Role", "32"),
            ("Ext/Microsoft/ConnRetryFreq", "6"), ("Ext/Microsoft/InitialBackOffTime", "30000"),
            ("Ext/Microsoft/MaxBackOffTime", "120000"), ("Ext/Microsoft/BackCompatRetryDisabled", "1"),
            ("Ext/Microsoft/DefaultEncoding", "application/vnd.syncml.dm+xml"),
            (
                "Ext/Microsoft/SSLCLIENTCERTSEARCHCRITERIA",
                "Subject=CN%3D5A0C71E94D3B4F6E9B1D20A7C8E3F415&Stores=My%5CUser"
            ),
        ] { #expect(tree.get("\(root)/\(leaf)") == value, "\(leaf)") }
        #expect(tree.get("\(root)/AppAuth") == "CLCRED/SRVCRED")
        #expect(tree.status(.get, "\(root)/Ext/Microsoft/UseHwDevID") == 404)
        #expect(
            tree.get("./Device/Vendor/MSFT/DMClient/Provider/ExampleMDM/ManagementServiceAddress")
                == "https://mdm.example.test/dm")
        let account = try #require(DMAccount.find(serverID: "ExampleMDM", in: tree))
        #expect(account.entries(in: tree).map(\.secret) == ["Sr7-secret-01", "cl-secret-77"])
    }

    @Test("A second document replaces the account of its provider and leaves the others")
    func again() throws {
        var tree = Devices.fresh()
        try Self.read(Self.example).application.apply(to: &tree)
        try Self.read(Self.document([Self.appID, Self.parm("PROVIDER-ID", "Other"), Self.address])).application
            .apply(to: &tree)
        try Self.read(Self.document()).application.apply(to: &tree)
        #expect(DMAccount.all(in: tree).count == 2)
        let root = "./SyncML/DMAcc/\(DMAccount.name(providerID: "ExampleMDM"))"
        #expect(tree.status(.get, "\(root)/Name") == 404, "nothing of the old account is left")
        #expect(tree.get("\(root)/Ext/Microsoft/Role") == "8", "an account without ROLE is an operator's")
    }

    @Test("APPADDR with ADDRTYPE and PORT, as OMA has it; a direct ADDR comes first")
    func addresses() throws {
        let appaddr =
            "<characteristic type=\"APPADDR\">" + Self.parm("ADDR", "10.0.0.1") + Self.parm("ADDRTYPE", "IPv4")
            + "<characteristic type=\"PORT\">\(Self.parm("PORTNBR", "443"))</characteristic></characteristic>"
        let reading = try Self.read(Self.document(more: appaddr))
        #expect(
            reading.application.addresses == [
                .init("https://mdm.example.test/dm"), .init("10.0.0.1", type: "IPv4", ports: [443]),
            ])
        var tree = Devices.fresh()
        reading.application.apply(to: &tree)
        let root = "./SyncML/DMAcc/\(DMAccount.name(providerID: "ExampleMDM"))/AppAddr"
        #expect(tree.get("\(root)/2/Port/1/PortNbr") == "443" && tree.get("\(root)/2/AddrType") == "IPv4")
        #expect(
            try Self.read(Self.document([Self.appID, Self.provider], more: appaddr)).application.addresses.count == 1)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var parm: String
        var rule: String
        var testDescription: String { "\(parm): \(rule)" }

        init(_ name: String, _ value: String?, _ rule: String) {
            parm = W7ApplicationTests.parm(name, value)
            self.rule = rule
        }
    }

    @Test(
        "Parms that refuse the document, at their place, with 0x8018001F",
        arguments: [
            Case("CONNRETRYFREQ", "often", "w7.number"), Case("CONNRETRYFREQ", "-1", "w7.number"),
            Case("INITIALBACKOFFTIME", "", "w7.number"), Case("MAXBACKOFFTIME", "4294967296", "w7.number"),
            Case("MAXBACKOFFTIME", nil, "w7.number"), Case("ROLE", "enterprise", "w7.number"),
            Case("DEFAULTENCODING", "application/vnd.syncml+xml", "w7.value"), Case("PROTOVER", "1.3", "w7.value"),
            Case("PROTOVER", nil, "w7.value"),
        ])
    func refused(_ wrong: Case) {
        let fault = Self.fault(Self.document([Self.appID, Self.provider, Self.address, wrong.parm]))
        #expect(fault?.rule == wrong.rule && fault?.severity == .error)
        #expect(fault?.error.uppercase == "0x8018001F")
        #expect(fault?.line == 6 && fault?.column == 1)
    }

    @Test(
        "Parms that are taken with a finding",
        arguments: [
            Case("ROLE", "4294967295", "w7.role"), Case("BACKCOMPATRETRYDISABLED", "false", "w7.flag"),
            Case("USEHWDEVID", "1", "w7.flag"), Case("Name", "x", "w7.case"), Case("protover", "1.2", "w7.case"),
            Case("COLOUR", "x", "w7.unknown"), Case("PROVIDER-ID", "Second", "w7.repeated"),
            Case("SSLCLIENTCERTSEARCHCRITERIA", "Subject=x", "w7.certificate-search"),
        ])
    func odd(_ odd: Case) throws {
        let reading = try Self.read(Self.document([Self.appID, Self.provider, Self.address, odd.parm]))
        #expect(reading.findings.map(\.rule) == [odd.rule])
        #expect(reading.findings.allSatisfy { $0.severity != .error && $0.line == 6 })
        #expect(reading.application.providerID == "ExampleMDM" && reading.application.name == nil)
    }

    @Test("Parms that have no effect are no finding", arguments: ["TO-NAPID", "ServerList"])
    func ignored(name: String) throws {
        let reading = try Self.read(Self.document([Self.appID, Self.provider, Self.address, Self.parm(name, "x")]))
        #expect(reading.findings.isEmpty)
    }

    @Test("Flags count by being there")
    func flags() throws {
        let reading = try Self.read(
            Self.document([
                Self.appID, Self.provider, Self.address, Self.parm("USEHWDEVID", nil),
                Self.parm("BACKCOMPATRETRYDISABLED", nil),
            ]))
        #expect(reading.application.usesHardwareDeviceID && reading.application.isBackCompatRetryDisabled)
        #expect(reading.findings.isEmpty)
    }

    @Test("INIT is for operators: it refuses the account of an enterprise")
    func initiates() throws {
        let parms = [Self.appID, Self.provider, Self.address, Self.parm("INIT", nil)]
        #expect(try Self.read(Self.document(parms)).application.initiatesSession)
        #expect(try Self.read(Self.document(parms + [Self.parm("ROLE", "8")])).application.initiatesSession)
        #expect(Self.fault(Self.document(parms + [Self.parm("ROLE", "32")]))?.rule == "w7.init")
    }

    @Test(
        "What has to be there",
        arguments: [
            ([provider, address], "w7.app-id"), ([parm("APPID", "w2"), provider, address], "w7.app-id"),
            ([parm("APPID", "W7"), provider, address], "w7.app-id"), ([appID, address], "w7.missing"),
            ([appID, parm("PROVIDER-ID", ""), address], "w7.missing"), ([appID, provider], "w7.missing"),
            ([appID, provider, parm("ADDR", "")], "w7.missing"),
            ([appID, parm("Provider-ID", "x"), address], "w7.missing"),
        ] as [([String], String)])
    func missing(parms: [String], rule: String) {
        #expect(Self.fault(Self.document(parms))?.rule == rule)
    }

    @Test("Types are compared with case")
    func typeCase() {
        let text = Self.document().replacing("\"APPLICATION\"", with: "\"Application\"")
        #expect(Self.fault(text)?.rule == "w7.missing")
    }

    @Test(
        "APPAUTH that refuses the document",
        arguments: [
            (["", server], "w7.missing"),
            ([parm("AAUTHLEVEL", "CLCRED") + parm("AAUTHTYPE", "DIGEST"), server], "w7.value"),
            ([parm("AAUTHLEVEL", "APPSRV") + parm("AAUTHSECRET", "x"), server], "w7.missing"),
            (
                [parm("AAUTHLEVEL", "APPSRV") + parm("AAUTHTYPE", "HMAC") + parm("AAUTHSECRET", "x"), server],
                "w7.value"
            ),
            (
                [parm("AAUTHLEVEL", "CLIENT") + parm("AAUTHTYPE", "BASIC") + parm("AAUTHSECRET", "x"), client],
                "w7.value"
            ),
            ([parm("AAUTHLEVEL", "APPSRV") + parm("AAUTHTYPE", "DIGEST"), server], "w7.missing"),
            ([server, server], "w7.auth-repeated"), ([client, server, client], "w7.auth-repeated"),
        ] as [([String], String)])
    func wrongAuth(auth: [String], rule: String) {
        let fault = Self.fault(Self.document(auth: auth))
        #expect(fault?.rule == rule && fault?.line == 5)
    }

    private static func document(auth: [String]) -> String { document([appID, provider, address], auth) }

    @Test("BASIC serves the client; missing levels and names are warnings")
    func oddAuth() throws {
        let basic = Self.parm("AAUTHLEVEL", "APPSRV") + Self.parm("AAUTHTYPE", "BASIC") + Self.parm("AAUTHSECRET", "x")
        let reading = try Self.read(Self.document(auth: [basic, Self.server]))
        #expect(reading.application.client?.type == .basic && reading.findings.map(\.rule) == ["w7.auth-name"])
        #expect(try Self.read(Self.document(auth: [Self.client])).findings.map(\.rule) == ["w7.auth-missing"])
        #expect(
            try Self.read(Self.document(auth: [])).findings.map(\.rule) == ["w7.auth-missing", "w7.auth-missing"])
    }

    @Test("Both nonces missing: 25H2 refuses with 0x80180023, earlier builds warn; the switch decides otherwise")
    func nonces() throws {
        func without(_ text: String) -> String {
            text.replacing(Self.parm("AAUTHDATA", "Y2xpZW50LW5vbmNlLTAwMQ=="), with: "")
                .replacing(Self.parm("AAUTHDATA", "EDJUdpi63P4BI0VniavN7w=="), with: "")
        }
        let text = without(Self.document())
        #expect(Self.fault(text)?.rule == "w7.nonce-missing" && Self.fault(text)?.error.uppercase == "0x80180023")
        #expect(try Self.read(text, "10-21h1").findings.map(\.rule) == ["w7.nonce-missing"])
        #expect(try Self.read(text, strictNonce: false).findings.map(\.severity) == [.warning])
        #expect(throws: ProvisioningFault.self) { try Self.read(text, "10-21h1", strictNonce: true) }
        #expect(try Self.read(Self.document(auth: [Self.client, without(Self.server)])).findings.isEmpty)
    }

    @Test("The word nonce as nonce is taken, as 19043 takes it")
    func oddNonce() throws {
        let text = Self.document().replacing("EDJUdpi63P4BI0VniavN7w==", with: "nonce")
        let reading = try Self.read(text)
        #expect(reading.findings.map(\.rule) == ["w7.nonce"] && reading.application.client?.data == "nonce")
    }

    @Test(
        "What is no provisioning document is refused with its place",
        arguments: [
            "", "<wap-provisioningdoc>", "<provisioning/>", "nonsense",
            "<wap-provisioningdoc><characteristic/></wap-provisioningdoc>",
            "<wap-provisioningdoc><characteristic type=\"x\"><parm value=\"1\"/></characteristic></wap-provisioningdoc>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><wap-provisioningdoc/>",
        ])
    func malformed(text: String) {
        let fault = Self.fault(text)
        #expect(fault?.rule == "w7.malformed" && (fault?.line ?? 0) >= 1 && (fault?.column ?? 0) >= 1)
    }

    @Test("Truncation at every byte is refused, and nesting has its limit")
    func truncated() {
        let bytes = Array(Self.example.utf8)
        for count in 0..<bytes.count {
            #expect(throws: ProvisioningFault.self) { try W7Application.read(parsing: Array(bytes.prefix(count))) }
        }
        let deep = String(repeating: "<characteristic type=\"x\">", count: 5000)
        #expect(
            Self.fault("<wap-provisioningdoc>" + deep)?.rule == "w7.malformed",
            "the parser stops, the reader never starts")
    }

    @Test("A secret is in no fault")
    func redacted() throws {
        let text = Self.document().replacing("value=\"DIGEST\"", with: "value=\"DIGESTED\"")
        let fault = try #require(Self.fault(text))
        #expect(!"\(fault)".contains("secret-"))
    }
}
