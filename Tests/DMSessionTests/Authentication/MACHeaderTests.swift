import DMSession
import ProtocolProfile
import Testing

/// The `x-syncml-hmac` header (oma-dm.md 2.11).
@Suite struct MACHeaderTests {
    private static let mac = "XL/n5Mm2yAai5YjORMilrg=="

    @Test(
        "DM-MAC-01: algorithm is optional, the order free, the username a quoted-string",
        arguments: [
            "algorithm=MD5, username=\"Robert Jordan\", mac=\(mac)", "username=\"Robert Jordan\", mac=\(mac)",
            "mac=\(mac),username=\"Robert Jordan\"", "mac=\(mac) , algorithm=md5 ,username=\"Robert Jordan\"",
            "  username=\"Robert Jordan\",mac=\"\(mac)\"  ", "Username=\"Robert Jordan\", MAC=\(mac), extra=1",
            "username=\"Robert\\ Jordan\",, mac=\(mac),",
        ])
    func variants(text: String) throws {
        #expect(try MACHeader(parsing: text) == MACHeader(username: "Robert Jordan", mac: Self.mac))
    }

    @Test(
        "DM-MAC-01: what is no such header is refused with the reason",
        arguments: [
            ("", .usernameMissing), ("mac=\(mac)", .usernameMissing), ("username=\"u\"", .macMissing),
            ("username=\"u\", mac=", .macMissing), ("algorithm=SHA1, username=\"u\", mac=x", .algorithm("SHA1")),
            ("username=\"u", .openQuote(offset: 9)), ("username=\"u\\", .openQuote(offset: 9)),
            ("username=\"u\" mac=x", .syntax(offset: 13)), ("username", .syntax(offset: 8)),
            ("=u, mac=x", .syntax(offset: 0)), ("user name=u", .syntax(offset: 4)),
            ("username=\"a\", username=\"b\", mac=x", .repeated("username")),
            ("username=\"a\", mac=x, MAC=y", .repeated("mac")), ("username=a b, mac=x", .syntax(offset: 9)),
            ("username=a\"b\", mac=x", .syntax(offset: 10)), ("MD5 \(mac)", .syntax(offset: 3)),
        ] as [(String, MACHeader.Fault)])
    func refused(text: String, fault: MACHeader.Fault) {
        #expect(throws: fault) { try MACHeader(parsing: text) }
    }

    @Test(
        "What is written reads back, quotes and backslashes too",
        arguments: ["dev-7F3A", "", "a \"b\" \\c", "ünï, mac=x", "x=y, \"", "\\"])
    func roundTrip(name: String) throws {
        let header = MACHeader(username: name, mac: Self.mac)
        #expect(try MACHeader(parsing: header.value) == header)
    }

    @Test("A name cannot end the header: control characters are left out")
    func injection() {
        #expect(
            MACHeader(username: "a\r\nX-Evil: 1\u{7F}", mac: "m").value
                == "algorithm=MD5, username=\"aX-Evil: 1\", mac=m")
    }

    @Test("Truncation at every byte gives a fault or a shorter mac, never the header itself")
    func truncation() {
        let text = MACHeader(username: "Robert \"Bob\" Jordan", mac: Self.mac).value
        for count in 0..<text.utf8.count {
            let cut = String(decoding: text.utf8.prefix(count), as: UTF8.self)
            #expect((try? MACHeader(parsing: cut))?.mac != Self.mac)
        }
    }

    @Test("A31: Base64 of the octets, 24 characters; by choice Base64 of the hexadecimal digits")
    func macText() throws {
        let credential = Credential(
            kind: .digest, name: "Bruce2", secret: "OhBehave", nonce: Nonce(text: "Tm9uY2U="))
        func mac(_ ambiguities: Ambiguities) throws -> String {
            let session = ClientAuthentication(
                Credentials(client: [credential], opening: .mac), ambiguities: ambiguities)
            guard case .mac(let signer) = session.proof else { return "" }
            let header = try MACHeader(parsing: signer.header(for: DigestTests.emptyMessage))
            #expect(header.username == "Bruce2")
            return header.mac
        }
        var ambiguities = Ambiguities(.windows)
        #expect(try mac(ambiguities) == Self.mac)
        ambiguities.macText = .hexadecimal
        let text = try mac(ambiguities)
        // Like the sample of DMSEC 5.4.3, which decodes to 32 hexadecimal characters.
        #expect(Nonce(text: text).octets == Array("5cbfe7e4c9b6c806a2e588ce44c8a5ae".utf8) && text.count == 44)
    }
}
