import Identity
import Testing

@Suite("Certificate request: the form that Windows makes")
struct RequestFormTests {
    private let requester = Fixtures.requester

    private func request(_ form: CertificateRequest.Form) throws -> CertificateRequest {
        try CertificateRequest(for: requester, form: form, key: Fixtures.key.get())
    }

    @Test("ENR-14: the subject is 30 characters of a GUID, '!', the DeviceID and NUL, 64 bytes in a PrintableString")
    func observedSubject() throws {
        let subject = try request(.windows19043).subject
        #expect(subject.attributes.count == 1)
        let name = try #require(subject.attributes.first)
        #expect(name.type == "2.5.4.3")
        #expect(name.form == .printable)
        #expect(name.octets.count == 64)
        #expect(name.octets == Array("3F2504E0-4F89-41D3-9A0C-0305E8!5A0C71E94D3B4F6E9B1D20A7C8E3F415\0".utf8))
        #expect(subject.commonName == "3F2504E0-4F89-41D3-9A0C-0305E8!5A0C71E94D3B4F6E9B1D20A7C8E3F415")
    }

    @Test("ENR-14: the old request is signed under 1.3.14.3.2.29")
    func oldAlgorithm() throws {
        let request = try request(.windows19043)
        #expect(request.signatureAlgorithm == .oldSHA1WithRSA)
        #expect(request.signatureAlgorithm.objectIdentifier == "1.3.14.3.2.29")
        #expect(request.signatureAlgorithm.hash == .sha1)
        #expect(request.isSignatureValid)
    }

    @Test("enrollment.md 2.1: CSR-B has the same 63 characters in a UTF8String, SHA-256 and clientAuth")
    func laterForm() throws {
        let request = try request(.windowsLater)
        let name = try #require(request.subject.attributes.first)
        #expect(name.form == .utf8)
        #expect(name.octets.count == 63)
        #expect(request.signatureAlgorithm.objectIdentifier == "1.2.840.113549.1.1.11")
        #expect(request.extendedKeyUsages == ["1.3.6.1.5.5.7.3.2"])
        #expect(request.isSignatureValid)
    }

    @Test(
        "enrollment.md 2.1: one extensionRequest, with the DeviceID and NUL bare in their extension",
        arguments: [CertificateRequest.Form(), .windows19043, .windowsLater, .clean])
    func deviceID(form: CertificateRequest.Form) throws {
        let request = try request(form)
        #expect(request.attributes.map(\.type) == ["1.2.840.113549.1.9.14"])
        #expect(request.attributes.first?.values.count == 1)
        let found = try #require(request.extensions.first)
        #expect(found.identifier == "1.3.6.1.4.1.311.66.1.0")
        #expect(found.value == Array("5A0C71E94D3B4F6E9B1D20A7C8E3F415\0".utf8))
        #expect(found.value.count == 33)
        #expect(!found.isCritical)
        #expect(request.deviceID == requester.deviceID)
        #expect(request.extensions.count == (form.hasExtendedKeyUsage ? 2 : 1))
    }

    @Test("enrollment.md 6.2: the request is signed with SHA-256 unless the switch or the policy says otherwise")
    func defaultHash() {
        #expect(CertificateRequest.Form().signature == .sha256)
        #expect(CertificateRequest.Form().subject == .observed)
        #expect(SignatureHash(objectIdentifier: "1.3.14.3.2.26") == .sha1)
        #expect(SignatureHash(objectIdentifier: "2.16.840.1.101.3.4.2.1") == .sha256)
        #expect(SignatureHash(objectIdentifier: "2.16.840.1.101.3.4.2.3") == .sha512)
        #expect(SignatureHash(objectIdentifier: "1.2.840.113549.2.5") == nil)
    }

    @Test(
        "enrollment.md 2.1: csr-subject gives the name, csr-string its type",
        arguments: CertificateRequest.Form.Subject.allCases, CertificateRequest.Form.Text.allCases)
    func switches(subject: CertificateRequest.Form.Subject, text: CertificateRequest.Form.Text) throws {
        let name = try #require(
            try request(CertificateRequest.Form(subject: subject, text: text)).subject.attributes.first)
        let expected =
            switch subject {
            case .observed: "3F2504E0-4F89-41D3-9A0C-0305E8!5A0C71E94D3B4F6E9B1D20A7C8E3F415"
            case .userPrincipalName: "ada@example.test"
            case .deviceID: "5A0C71E94D3B4F6E9B1D20A7C8E3F415"
            }
        #expect(name.text == (text == .printableNUL ? expected + "\0" : expected))
        #expect(name.form == (text == .utf8 ? .utf8 : .printable))
    }

    @Test("The switches have the names of enrollment.md 2.1")
    func names() {
        #expect(CertificateRequest.Form.Subject.allCases.map(\.rawValue) == ["observed", "upn", "deviceid"])
        #expect(CertificateRequest.Form.Text.allCases.map(\.rawValue) == ["printable-nul", "printable", "utf8"])
    }

    @Test("Each signature verifies under its own identifier", arguments: CertificateRequest.Form.Signature.allCases)
    func signatures(signature: CertificateRequest.Form.Signature) throws {
        let request = try request(CertificateRequest.Form(signature: signature))
        #expect(request.signatureAlgorithm == signature.algorithm)
        #expect(request.isSignatureValid)
    }

    @Test("What is written is read again as the same")
    func roundTrip() throws {
        for subject in CertificateRequest.Form.Subject.allCases {
            for usage in [true, false] {
                let form = CertificateRequest.Form(subject: subject, hasExtendedKeyUsage: usage)
                let request = try request(form)
                #expect(try CertificateRequest(der: request.der) == request)
            }
        }
    }

    @Test("OpenSSL verifies every form", .enabled(if: OpenSSL.isPresent))
    func openSSL() throws {
        for form in [CertificateRequest.Form(), .windows19043, .windowsLater, .clean] {
            let run = try OpenSSL.run(
                ["req", "-inform", "DER", "-in", "request.der", "-verify", "-noout"],
                files: ["request.der": request(form).der])
            #expect(run.exitStatus == 0 && run.text.contains("verify OK"), "\(run.text)")
        }
    }
}
