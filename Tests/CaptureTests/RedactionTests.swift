import Capture
import Foundation
import SyncML
import TestSupport
import Testing

/// For each rule a secret that stands where the rule looks; it must stand nowhere in what comes out, in no form.
struct RedactionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var secret: String
        var body = ""
        var headers: [HTTPField] = []
        var url: String? = nil

        var testDescription: String { "\(rule): \(secret.prefix(24))" }
    }

    static func item(_ uri: String, _ data: String, format: String = "chr", address: String = "Target")
        -> String
    {
        """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID>\
        <Target><LocURI>https://s/</LocURI></Target><Source><LocURI>https://t/</LocURI></Source></SyncHdr><SyncBody><Replace><CmdID>2</CmdID>\
        <Item><\(address)><LocURI>\(uri)</LocURI></\(address)><Meta><Format xmlns="syncml:metinf">\(format)</Format></Meta>\
        <Data>\(data)</Data></Item></Replace><Final/></SyncBody></SyncML>
        """
    }

    private static func header(_ content: String) -> String {
        "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr>\(content)</SyncHdr><SyncBody><Final/></SyncBody></SyncML>"
    }

    private static func soap(_ content: String) -> String {
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body>\(content)</s:Body></s:Envelope>"
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    private static let token = "eyJhbGciOiJSUzI1NiJ9.eyJ1cG4iOiJhbm5hIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
    private static let wlan =
        "<WLANProfile><MSM><security><sharedKey><keyMaterial>S3cret&amp;Pass</keyMaterial></sharedKey></security></MSM></WLANProfile>"

    private static let cases: [Case] =
        addressed + [
            Case(rule: "redact.token", secret: token, headers: [HTTPField("Authorization", "Bearer \(token)")]),
            Case(
                rule: "redact.token", secret: "dXNlcjpwYXNzd29yZA==",
                headers: [HTTPField("authorization", "Basic dXNlcjpwYXNzd29yZA==")]),
            Case(
                rule: "redact.token", secret: "opaque-device-token",
                headers: [HTTPField("DeviceToken", "opaque-device-token")]),
            Case(
                rule: "redact.token", secret: "session=0123456789", headers: [HTTPField("Cookie", "session=0123456789")]
            ),
            Case(
                rule: "redact.token", secret: "q\"uoted<token>",
                url: "https://x/?a=b&access_token=q%22uoted%3Ctoken%3E#f"),
            Case(
                rule: "redact.token", secret: token,
                body:
                    "<SyncML><SyncBody><Alert><CmdID>1</CmdID><Data>1224</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft/MDM/AADUserToken</Type></Meta><Data>\(token)</Data></Item></Alert></SyncBody></SyncML>"
            ),
            Case(
                rule: "redact.token", secret: "notajwt-token",
                body:
                    "<SyncML><SyncBody><Alert><Item><Meta><Type>com.microsoft/MDM/AADUserToken</Type></Meta><Data>notajwt-token</Data></Item></Alert></SyncBody></SyncML>"
            ),
            Case(rule: "redact.token", secret: token, body: item("./Vendor/MSFT/Unknown/Note", "see \(token)!")),
            Case(
                rule: "redact.token", secret: base64("opaque-enrolment-token-9"),
                body: soap(
                    "<wsse:BinarySecurityToken ValueType=\"x\">\(base64("opaque-enrolment-token-9"))</wsse:BinarySecurityToken>"
                )),
            Case(
                rule: "redact.credential", secret: "dGF0dTp0YXR1MTIz",
                body: header("<Cred><Meta><Type>syncml:auth-basic</Type></Meta><Data>dGF0dTp0YXR1MTIz</Data></Cred>")),
            Case(
                rule: "redact.nonce", secret: "Tm9uY2VOb25jZTEy",
                body: header(
                    "<Chal><Meta><NextNonce xmlns=\"syncml:metinf\">Tm9uY2VOb25jZTEy</NextNonce></Meta></Chal>")),
            Case(
                rule: "redact.nonce", secret: "Tm9uY2VOb25jZTEy",
                body:
                    "<wap-provisioningdoc><characteristic type=\"APPAUTH\"><parm name=\"AAUTHDATA\" value=\"Tm9uY2VOb25jZTEy\"/></characteristic></wap-provisioningdoc>"
            ),
            Case(
                rule: "redact.nonce", secret: "Tm9uY2VOb25jZTEy",
                body: item("./SyncML/DMAcc/x/AppAuth/a/AAuthData", "Tm9uY2VOb25jZTEy", format: "bin")),
            Case(
                rule: "redact.mac", secret: "bWFjbWFjbWFjbWFjbWFjbQ==",
                headers: [
                    HTTPField(
                        "x-syncml-hmac", "algorithm=MD5, username=\"Robert Jordan\", mac=bWFjbWFjbWFjbWFjbWFjbQ==")
                ]),
            Case(
                rule: "redact.user", secret: "Robert Jordan",
                headers: [
                    HTTPField(
                        "x-syncml-hmac", "algorithm=MD5, username=\"Robert Jordan\", mac=bWFjbWFjbWFjbWFjbWFjbQ==")
                ]),
            Case(
                rule: "redact.mac", secret: "MIICMDM0signature",
                headers: [HTTPField("MDM-Signature", "MIICMDM0signature")]),
            Case(
                rule: "redact.key", secret: "S3cret&Pass",
                body: item(
                    "./Vendor/MSFT/WiFi/Profile/x/WlanXml",
                    wlan.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
                        .replacingOccurrences(of: ">", with: "&gt;"))),
            Case(
                rule: "redact.key", secret: "S3cret&Pass",
                body: item("./Vendor/MSFT/WiFi/Profile/x/WlanXml", "<![CDATA[\(wlan)]]>")),
            Case(
                rule: "redact.key", secret: "S3cret&Pass",
                body: item("./Vendor/MSFT/WiFi/Profile/x/WlanXml", wlan, format: "xml")),
            Case(
                rule: "redact.key", secret: "tunnelkey-1",
                body: item(
                    "./Vendor/MSFT/VPNv2/v/ProfileXML",
                    "&lt;VPNProfile&gt;&lt;NativeProfile&gt;&lt;L2tpPsk&gt;tunnelkey-1&lt;/L2tpPsk&gt;&lt;/NativeProfile&gt;&lt;/VPNProfile&gt;"
                )),
            Case(
                rule: "redact.key", secret: "MIIPFXblobMIIPFX",
                body: item(
                    "./User/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/{1}/PFXCertBlob", "MIIPFXblobMIIPFX")
            ),
            Case(
                rule: "redact.key", secret: "MIICertificateMI",
                body: item(
                    "./Vendor/MSFT/CertificateStore/Root/System/ABCD/EncodedCertificate", "MIICertificateMI",
                    format: "b64")
            ),
            Case(
                rule: "redact.key", secret: "MIICertificateMI",
                body:
                    "<wap-provisioningdoc><characteristic type=\"CertificateStore\"><parm name=\"EncodedCertificate\" value='MIICertificateMI'/></characteristic></wap-provisioningdoc>"
            ),
            Case(
                rule: "redact.password", secret: "pfx pass \u{E9}",
                body: item(
                    "./Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/{1}/PFXCertPassword", "pfx pass \u{E9}")),
            Case(
                rule: "redact.password", secret: "Y2hhbGxlbmdl",
                body: item("./Vendor/MSFT/ClientCertificateInstall/SCEP/x/Install/Challenge", "Y2hhbGxlbmdl")),
            Case(
                rule: "redact.password", secret: "acc-secret",
                body: item("./SyncML/DMAcc/x/AppAuth/a/AAuthSecret", "acc-secret")),
            Case(
                rule: "redact.password", secret: "acc-secret",
                body: soap(
                    "<wsse:BinarySecurityToken>\(base64("<wap-provisioningdoc><parm name=\"AAUTHSECRET\" value=\"acc-secret\"/></wap-provisioningdoc>"))</wsse:BinarySecurityToken>"
                )),
            Case(
                rule: "redact.password", secret: "on-premise-pw",
                body: soap(
                    "<wsse:UsernameToken><wsse:Username>CONTOSO\\anna</wsse:Username><wsse:Password Type=\"x\">on-premise-pw</wsse:Password></wsse:UsernameToken>"
                )),
            Case(
                rule: "redact.password", secret: "local-user-pw",
                body: item("./Device/Vendor/MSFT/Accounts/Users/kiosk/Password", "local-user-pw")),
            Case(
                rule: "redact.serial", secret: "PF3ABCDE",
                body: item("./DevDetail/Ext/Microsoft/SMBIOSSerialNumber", "PF3ABCDE", address: "Source")),
            Case(
                rule: "redact.device", secret: "5A0C71E94D3B4F6E9B1D20A7C8E3F415",
                body: header(
                    "<Target><LocURI>https://s</LocURI></Target><Source><LocURI> 5A0C71E94D3B4F6E9B1D20A7C8E3F415 </LocURI></Source>"
                )),
            Case(
                rule: "redact.device", secret: "urn:uuid:0b5e8a3c-1111-2222-3333-444455556666",
                body: item("./DevInfo/DevId", "urn:uuid:0b5e8a3c-1111-2222-3333-444455556666", address: "Source")),
            Case(
                rule: "redact.device", secret: "9F2B64C1D0E35A7786B1F04C2D9E8A31",
                body: soap(
                    "<ac:ContextItem Name=\"HWDevID\"><ac:Value>9F2B64C1D0E35A7786B1F04C2D9E8A31</ac:Value></ac:ContextItem>"
                )),
            Case(
                rule: "redact.device", secret: "ent-dm-id-77", headers: [HTTPField("client-request-id", "ent-dm-id-77")]
            ),
            Case(
                rule: "redact.address", secret: "D4-3B-04-11-22-33",
                body: soap("<ac:ContextItem Name=\"MAC\"><ac:Value>D4-3B-04-11-22-33</ac:Value></ac:ContextItem>")),
            Case(
                rule: "redact.address", secret: "d4:3b:04:11:22:33",
                body: item("./Device/Vendor/MSFT/DeviceStatus/NetworkIdentifiers/d4:3b:04:11:22:33/Type", "2")),
            Case(
                rule: "redact.user", secret: "anna.berg@contoso.com",
                body: item("./Vendor/MSFT/Policy/Config/x", "for anna.berg@contoso.com, say")),
            Case(
                rule: "redact.user", secret: "anna.berg@contoso.com",
                url: "https://x/?login_hint=anna.berg%40contoso.com&y"
            ),
            Case(
                rule: "redact.user", secret: "CONTOSO\\anna", body: soap("<wsse:Username>CONTOSO\\anna</wsse:Username>")
            ),
            Case(
                rule: "redact.user", secret: "Anna & Berg",
                body: header("<Source><LocURI>d</LocURI><LocName>Anna &amp; Berg</LocName></Source>")),
            Case(
                rule: "redact.user", secret: "S-1-12-1-1234567890-99-1-2",
                body: item("./x", "S-1-12-1-1234567890-99-1-2")),
            Case(
                rule: "redact.machine", secret: "DESKTOP-A1B2C3",
                body: item("./DevDetail/Ext/Microsoft/DeviceName", "DESKTOP-A1B2C3", address: "Source")),
            Case(
                rule: "redact.machine", secret: "DESKTOP-A1B2C3",
                body: soap("<ac:ContextItem Name=\"DeviceName\"><ac:Value>DESKTOP-A1B2C3</ac:Value></ac:ContextItem>")),
            Case(
                rule: "redact.domain", secret: "corp.contoso",
                body: item("./Device/Vendor/MSFT/DeviceStatus/DomainName", "corp.contoso", address: "Source")),
        ]

    /// True when a secret stands in the bytes as it is, escaped, percent-encoded or in Base64.
    static func contains(_ bytes: [UInt8], _ secret: String) -> Bool {
        let escaped = secret.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        let percent = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        let loose =
            secret.addingPercentEncoding(
                withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))) ?? secret
        let data = Data(bytes)
        return [secret, escaped, escaped.replacingOccurrences(of: "&", with: "&amp;"), percent, loose, base64(secret)]
            .contains {
                data.range(of: Data($0.utf8)) != nil
            }
    }

    @Test("The secret stands nowhere in the output, and the document stays well-formed", arguments: cases)
    func hidden(_ test: Case) throws {
        let record = CaptureRecord(
            direction: .toServer, url: test.url, headers: test.headers, body: Array(test.body.utf8))
        let redacted = Capture(records: [record]).redacted()
        let output = JSONLinesWriter().record(redacted.records[0]) + HARWriter.whole(redacted.records)
        #expect(!Self.contains(output, test.secret), "\(String(decoding: output, as: UTF8.self))")
        #expect(!Self.contains(redacted.records[0].body, test.secret))
        #expect(redacted.faults == [])
        #expect(redacted.header.isRedacted)
        #expect(redacted.records[0] != record)
        if !test.body.isEmpty {
            #expect(redacted.records[0].kind == record.kind)
            if record.kind == .syncML {
                let before = try Message(parsing: record.body)
                let after = try Message(parsing: redacted.records[0].body)
                #expect(after.commands.count == before.commands.count)
            }
        }
        // Twice is once.
        #expect(redacted.redacted().records == redacted.records)
        // The rule itself is what hid it.
        var without = Redaction(rules: RedactionRule.all.filter { $0.id != test.rule })
        let (kept, _) = without.redacted(record)
        #expect(
            kept.body != redacted.records[0].body || kept.headers != redacted.records[0].headers
                || kept.url != redacted.records[0].url)
    }

    @Test("Every rule has a case")
    func coverage() { #expect(Set(Self.cases.map(\.rule)) == Set(RedactionRule.all.map(\.id))) }

    @Test("The same secret becomes the same placeholder, in every record and form; another becomes another")
    func stable() {
        let first = CaptureRecord(
            direction: .toServer, headers: [HTTPField("X", "note S3cret-Token-1")],
            body: Array(Self.item("./a", "S3cret-Token-1").utf8))
        let second = CaptureRecord(
            direction: .toServer, headers: [HTTPField("DeviceToken", "S3cret-Token-1")], body: [])
        let third = CaptureRecord(direction: .toServer, headers: [HTTPField("DeviceToken", "S3cret-Token-2")], body: [])
        let redacted = Capture(records: [first, second, third, second]).redacted().records
        #expect(redacted[0].header("X") == "note redacted-token-1")
        #expect(redacted[0].text.contains("<Data>redacted-token-1</Data>"))
        #expect(
            redacted.dropFirst().map { $0.header("DeviceToken") } == [
                "redacted-token-1", "redacted-token-2", "redacted-token-1",
            ])
    }

    @Test("A secret that looks like a part of a placeholder does not spoil it")
    func secretLikePlaceholder() {
        let records = (1...3).map { number in
            CaptureRecord(
                direction: .toServer,
                body: Array(Self.header("<Source><LocURI>device-\(number)</LocURI></Source>").utf8))
        }
        let redacted = Capture(records: [records[1], records[0], records[2], records[1]]).redacted().records
        #expect(redacted.map { $0.text.contains("<LocURI>redacted-device-1</LocURI>") } == [true, false, false, true])
        #expect(redacted.map { $0.text.contains("redacted-redacted") } == [false, false, false, false])
    }

    @Test("A word that is a secret stands alone, and no tag is renamed")
    func words() {
        let body = Self.item("./x/PFXCertPassword", "a").replacingOccurrences(of: "<Data>a", with: "<Data>b")
        let account = CaptureRecord(
            direction: .toServer, headers: [HTTPField("X", "Replace, Replaced, Replace")],
            body: Array((Self.header("<Source><LocURI>https://s</LocURI><LocName>Replace</LocName></Source>")).utf8))
        let message = CaptureRecord(direction: .toClient, body: Array(body.utf8))
        let redacted = Capture(records: [account, message]).redacted().records
        #expect(redacted[0].header("X") == "redacted-user-1, Replaced, redacted-user-1")
        #expect(redacted[1] == message)
    }

    @Test(
        "Every message of the corpus that parses does so without its secrets, with the same commands",
        .enabled(if: SharedData.isPresent))
    func corpus() throws {
        for row in try SharedData.table("corpus/index.tsv") {
            guard let file = row["file"], let kind = row["kind"], kind.hasPrefix("syncml") || kind == "wbxml" else {
                continue
            }
            let bytes = try SharedData.bytes("corpus/\(file)")
            guard let before = try? Message(parsing: bytes) else { continue }
            let capture = Capture(records: [CaptureRecord(direction: .toClient, body: bytes)]).redacted()
            #expect(capture.faults == [], "\(file)")
            let after = try Message(parsing: capture.records[0].body)
            #expect(after.commands.map(\.name) == before.commands.map(\.name), "\(file)")
            #expect(after.header?.msgID == before.header?.msgID, "\(file)")
            #expect(capture.redacted().records == capture.records, "\(file)")
        }
    }

    @Test("What is no secret stays byte for byte")
    func untouched() {
        let body =
            Self.item("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera", "1", format: "int") + "\n<!-- a -->"
        let record = CaptureRecord(
            direction: .toClient, time: CaptureTime(microseconds: 1), url: "https://mdm.example/dm?mode=Maintenance",
            status: 200,
            headers: [HTTPField("Content-Length", "7"), HTTPField("MS-CV", "abc.0.0.1")], body: Array(body.utf8))
        #expect(Capture(records: [record]).redacted().records == [record])
    }

    @Test(
        "Placeholders keep the shape of their secrets",
        arguments: [
            ("D4-3B-04-11-22-33", "00-00-5E-00-53-01"), ("d4:3b:04:11:22:33", "00:00:5E:00:53:01"),
            ("anna@contoso.com", "user-1@redacted.example"), ("S-1-5-21-1-2-3-1001", "S-1-5-21-0-0-0-1"),
        ])
    func shapes(secret: String, placeholder: String) {
        let record = CaptureRecord(direction: .toServer, body: Array(Self.item("./a", secret).utf8))
        #expect(Capture(records: [record]).redacted().records[0].text.contains("<Data>\(placeholder)</Data>"))
    }

    @Test("A nonce stays Base64, an identifier its digits")
    func formats() throws {
        let nonce = CaptureRecord(
            direction: .toClient,
            body: Array(Self.header("<Chal><Meta><NextNonce>Tm9uY2VOb25jZTEy</NextNonce></Meta></Chal>").utf8))
        let text = Capture(records: [nonce]).redacted().records[0].text
        #expect(text.contains("<NextNonce>\(Self.base64("redacted-nonce-1"))</NextNonce>"))
        let device = CaptureRecord(
            direction: .toClient, body: Array(Self.item("./DevInfo/DevId", "5A0C71E94D3B4F6E9B1D20A7C8E3F415").utf8))
        #expect(
            Capture(records: [device]).redacted().records[0].text.contains(
                "<Data>00000000000000000000000000000001</Data>"))
    }

    @Test("A message that is cut off is redacted as far as it goes")
    func cutOff() {
        let whole = Self.item("./x/PFXCertInstall/1/PFXCertPassword", "the-password-1")
        for count in (whole.utf8.count - 60)..<whole.utf8.count {
            let record = CaptureRecord(direction: .toClient, body: Array(whole.utf8.prefix(count)))
            let redacted = Capture(records: [record]).redacted().records[0]
            #expect(!Self.contains(redacted.body, "the-password-1"))
        }
    }

    @Test("The pieces of a large object are replaced whole: a secret may be cut between them")
    func chunks() {
        let uri = "./Vendor/MSFT/WiFi/Profile/x/WlanXml"
        let first = Self.item(uri, "&lt;keyMaterial&gt;S3cret", format: "chr").replacingOccurrences(
            of: "</Data>", with: "</Data><MoreData/>")
        let second = Self.item(uri, "Half&lt;/keyMaterial&gt;", format: "chr")
        let third = Self.item(uri, "plain", format: "chr")
        let records = [first, second, third].map { CaptureRecord(direction: .toClient, body: Array($0.utf8)) }
        let redacted = Capture(records: records).redacted().records
        #expect(!redacted[0].text.contains("S3cret"))
        #expect(!redacted[1].text.contains("Half"))
        #expect(redacted[2] == records[2])
    }

    @Test("WBXML is written again without the secret")
    func wbxml() throws {
        let message = try Message(
            parsing: Array(Self.item("./x/PFXCertInstall/1/PFXCertPassword", "the-password-1").utf8))
        let record = CaptureRecord(direction: .toClient, body: try message.wbxml(version: .v12))
        let redacted = Capture(records: [record]).redacted()
        #expect(redacted.faults == [])
        #expect(!Self.contains(redacted.records[0].body, "the-password-1"))
        let after = try Message(parsing: redacted.records[0].body)
        #expect(after.commands.count == 1)
        #expect(try WBXMLDocument(decoding: redacted.records[0].body).version == .v12)
    }

    @Test(
        "A body in which nothing can be found is left out and named",
        arguments: [
            [0x03, 0x01, 0x6A, 0x00, 0xFF], Array("{\"access_token\":\"x\"}".utf8),
            Array("<html><input value='t'/></html>".utf8), [0xFF, 0xD8, 0xFF],
        ] as [[UInt8]])
    func withheld(body: [UInt8]) {
        let redacted = Capture(records: [CaptureRecord(direction: .toClient, body: body)]).redacted()
        #expect(redacted.records[0].body == [])
        #expect(redacted.faults.map(\.code) == [.notRedactable])
    }

    @Test("UTF-16 stays UTF-16")
    func utf16() throws {
        let text = "\u{FEFF}" + Self.item("./x/PFXCertInstall/1/PFXCertPassword", "the-password-1")
        let body = text.utf16le
        let redacted = Capture(records: [CaptureRecord(direction: .toClient, body: body)]).redacted().records[0]
        let units = stride(from: 0, to: redacted.body.count, by: 2).map {
            UInt16(redacted.body[$0]) | UInt16(redacted.body[$0 + 1]) << 8
        }
        let after = String(decoding: units, as: UTF16.self)
        #expect(after == text.replacingOccurrences(of: "the-password-1", with: "redacted-password-1"))
    }

    @Test("Content-Length is that of what is written")
    func length() {
        let body = Array(Self.item("./x/PFXCertInstall/1/PFXCertPassword", "pw-pw-pw").utf8)
        let record = CaptureRecord(
            direction: .toClient, headers: [HTTPField("content-length", "\(body.count)")], body: body)
        let redacted = Capture(records: [record]).redacted().records[0]
        #expect(redacted.header("Content-Length") == "\(redacted.body.count)")
    }
}

extension HARWriter {
    static func whole(_ records: [CaptureRecord], header: CaptureHeader = CaptureHeader()) -> [UInt8] {
        var writer = HARWriter()
        var bytes = writer.header(header)
        for record in records { bytes += writer.record(record) }
        return bytes + writer.finish()
    }
}
