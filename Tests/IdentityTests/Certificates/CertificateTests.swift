import Identity
import Testing

@Suite("Certificates: what they say")
struct CertificateTests {
    @Test("A client certificate says what it was issued with")
    func facts() throws {
        let certificate = try Fixtures.client()
        #expect(certificate.subject.text == "CN=5A0C71E94D3B4F6E9B1D20A7C8E3F415")
        #expect(certificate.issuer.text == "CN=Orchard Root")
        #expect(certificate.serialNumber == [0x42])
        #expect(certificate.validity == Validity(from: Fixtures.now - Fixtures.day, days: 365))
        #expect(certificate.extendedKeyUsages == ["1.3.6.1.5.5.7.3.2"])
        #expect(certificate.publicKey == (try Fixtures.key.get().publicKey))
        #expect(!certificate.isAuthority && !certificate.isSelfIssued)
        #expect(certificate.allowsClientAuthentication && !certificate.allowsServerAuthentication)
    }

    @Test(
        "enrollment.md 8.1: the thumbprint is SHA-1 of the DER in forty upper-case digits",
        .enabled(if: OpenSSL.isPresent))
    func thumbprint() throws {
        let certificate = try Fixtures.client()
        #expect(certificate.thumbprint.count == 40)
        let run = try OpenSSL.run(
            ["x509", "-in", "c.pem", "-noout", "-fingerprint", "-sha1"], files: ["c.pem": Array(certificate.pem.utf8)])
        let expected = run.text.split(separator: "=").last.map { $0.filter(\.isHexDigit) }
        #expect(certificate.thumbprint == expected)
    }

    @Test("A root may issue, and goes to PEM and back with its key")
    func authority() throws {
        for key in [SigningKey.p256(), .rsa(try Fixtures.key.get())] {
            let authority = try CertificateAuthority(
                name: "Root", key: key, validity: Validity(from: 0, days: 10), serialNumber: [7])
            #expect(authority.certificate.isAuthority && authority.certificate.isSelfIssued)
            let again = try CertificateAuthority(
                certificatePEM: authority.certificate.pem, privateKeyPEM: authority.key.pem)
            #expect(again.certificate == authority.certificate)
            #expect {
                try CertificateAuthority(
                    certificatePEM: authority.certificate.pem, privateKeyPEM: SigningKey.p256().pem)
            } throws: { ($0 as? KeyFault)?.code == .unreadable }
        }
    }

    @Test("A subject of Windows is copied into the certificate with its '!' and NUL")
    func illegalSubject() throws {
        let request = try CertificateRequest(for: Fixtures.requester, form: .windows19043, key: Fixtures.key.get())
        let certificate = try Fixtures.authority.get().clientCertificate(
            for: request.publicKey, subject: request.subject, validity: Validity(from: Fixtures.now, days: 1),
            serialNumber: [1])
        #expect(certificate.subject == request.subject)
    }

    @Test("A certificate that was cut off is refused at every byte, and one with a changed byte never crashes")
    func broken() throws {
        let der = try Fixtures.client().der
        for index in der.indices {
            #expect { try Certificate(der: Array(der[..<index])) } throws: {
                ($0 as? IdentityFault)?.code == .malformed
            }
            var changed = der
            changed[index] ^= 0x20
            _ = try? Certificate(der: changed)
        }
    }

    @Test("A text with several certificates gives them all, and one without is refused")
    func pem() throws {
        let first = try Fixtures.client()
        let second = try Fixtures.authority.get().certificate
        #expect(try Certificate.all(inPEM: "a note\n" + first.pem + second.pem) == [first, second])
        #expect(try Certificate(pem: first.pem) == first)
        #expect { try Certificate(pem: "no") } throws: { ($0 as? IdentityFault)?.code == .pem }
    }

    @Test("Serial numbers are positive, of sixteen octets, and come from the generator")
    func serialNumbers() {
        var generator = Sequence64(state: 1)
        var again = Sequence64(state: 1)
        let numbers = (0..<100).map { _ in SerialNumber.random(using: &generator) }
        #expect(numbers.allSatisfy { $0.count == 16 && (0x40...0x7f).contains($0[0]) })
        #expect(Set(numbers).count == 100)
        #expect(SerialNumber.random(using: &again) == numbers[0])
    }

    @Test("OpenSSL verifies the client and the server certificate", .enabled(if: OpenSSL.isPresent))
    func openSSL() throws {
        let authority = try Fixtures.authority.get()
        let server = try authority.serverCertificate(
            for: SigningKey.p256().publicKey, validity: Validity(from: Fixtures.now - 1, days: 2), serialNumber: [3])
        let time = ["-attime", "\(Fixtures.now)"]
        let root = ["-CAfile", "root.pem", "-x509_strict"]
        let files = [
            "root.pem": Array(authority.certificate.pem.utf8), "client.pem": Array(try Fixtures.client().pem.utf8),
            "server.pem": Array(server.pem.utf8),
        ]
        for arguments in [
            ["-purpose", "sslclient", "client.pem"], ["-purpose", "sslserver", "server.pem"],
            ["-verify_hostname", "localhost", "server.pem"], ["-verify_ip", "127.0.0.1", "server.pem"],
            ["-verify_ip", "::1", "server.pem"],
        ] {
            let run = try OpenSSL.run(["verify"] + time + root + arguments, files: files)
            #expect(run.exitStatus == 0, "\(arguments): \(run.text)")
        }
        let wrong = try OpenSSL.run(["verify"] + time + root + ["-purpose", "sslserver", "client.pem"], files: files)
        #expect(wrong.exitStatus != 0)
    }
}
