import Enrollment
import Testing

@testable import Identity

@Suite("Certificate authentication: a signature over the whole message")
struct CertificateAuthenticationTests {
    private func signed() throws -> EnrollmentMessage {
        let body = EnrollmentMessage.Body.getPolicies(GetPolicies())
        let message = EnrollmentMessage(
            header: .request(
                body, messageID: "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                to: "https://mdm.example.test/policy?a=1&b=2"), body: body)
        return try CertificateAuthentication.sign(
            message, certificate: Fixtures.client(), key: Fixtures.key.get(),
            validity: Validity(notBefore: Fixtures.now, notAfter: Fixtures.now + 300))
    }

    private func code(_ text: String) -> IdentityFault.Code? {
        do throws(IdentityFault) {
            _ = try CertificateAuthentication.verify(Array(text.utf8))
            return nil
        } catch { return error.code }
    }

    private func text() throws -> String { String(decoding: try signed().bytes(), as: UTF8.self) }

    @Test("enrollment.md 6.1: Timestamp, the certificate as X509v3, and the signature with its algorithms")
    func form() throws {
        let security = try #require(try signed().header.security)
        #expect(security.timestamp?.created?.value == "2027-01-15T08:00:00Z")
        #expect(security.timestamp?.expires?.value == "2027-01-15T08:05:00Z")
        #expect(security.binarySecurityToken?.type == .x509v3)
        #expect(security.binarySecurityToken?.octets == (try Fixtures.client().der))
        let signature = try #require(security.signature)
        #expect(signature.canonicalizationMethod == "http://www.w3.org/2001/10/xml-exc-c14n#")
        #expect(signature.signatureMethod == "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
        #expect(signature.references.count == 1)
        #expect(signature.references[0].uri == "")
        #expect(signature.references[0].transforms == ["http://www.w3.org/2000/09/xmldsig#enveloped-signature"])
        #expect(signature.references[0].digestMethod == "http://www.w3.org/2001/04/xmlenc#sha256")
        #expect(signature.keyURI == "#token")
        #expect(
            signature.keyValueType
                == "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509")
    }

    @Test("enrollment.md 6.1: the server verifies it and gets the certificate")
    func verifies() throws {
        #expect(try CertificateAuthentication.verify(Array(text().utf8)) == Fixtures.client())
    }

    @Test("White space inside tags, an XML declaration and a comment outside change nothing")
    func canonical() throws {
        let text = try text()
        #expect(code("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a note -->" + text) == nil)
        #expect(code(text.replacing("<s:Body", with: "<s:Body\n ")) == nil)
        #expect(code(text.replacing("#token\"", with: "#token\" ")) == nil)
    }

    @Test("A message that was changed is refused")
    func changed() throws {
        let text = try text()
        #expect(code(text.replacing("policy?a=1", with: "policy?a=2")) == .signature)
        #expect(code(text.replacing("</s:Body>", with: " </s:Body>")) == .signature)
        #expect(code(text.replacing("08:05:00Z", with: "09:05:00Z")) == .signature)
    }

    @Test("A signature that was changed, is missing, or has another algorithm is refused")
    func signature() throws {
        let text = try text()
        #expect(code(text.replacing("<ds:SignatureValue>", with: "<ds:SignatureValue>AAAA")) == .signature)
        #expect(code(text.replacing("rsa-sha256", with: "rsa-sha1")) == .algorithm)
        #expect(code(text.replacing("xmlenc#sha256", with: "xmlenc#sha1")) == .algorithm)
        #expect(code(text.replacing("xml-exc-c14n#", with: "xml-exc-c14n#WithComments")) == .algorithm)
        #expect(code(text.replacing("#enveloped-signature", with: "#base64")) == .algorithm)
        #expect(code(text.replacing("URI=\"\"", with: "URI=\"#body\"")) == .structure)
        #expect(code(text.replacing("ds:Signature", with: "ds:Sign")) == .structure)
        #expect(code(text.replacing("URI=\"#token\"", with: "URI=\"#other\"")) == .structure)
    }

    @Test("A second signature or header, which another reader might take, is refused")
    func wrapping() throws {
        let text = try text()
        let start = try #require(text.firstRange(of: "<ds:Signature "))
        let end = try #require(text.firstRange(of: "</ds:Signature>"))
        let signature = text[start.lowerBound..<end.upperBound]
        #expect(code(text.replacing("</wsse:Security>", with: signature + "</wsse:Security>")) == .structure)
        #expect(code(text.replacing("<s:Body", with: "<s:header/><s:Body")) == .structure)
        // Moved out of the header, the signature is none of the header's.
        #expect(code(text.replacing(signature, with: "").replacing("</s:Body>", with: signature + "</s:Body>")) != nil)
    }

    @Test("The certificate of somebody else does not verify")
    func otherCertificate() throws {
        let message = try signed()
        var other = message
        other.header.security?.binarySecurityToken?.text =
            BinarySecurityToken(
                .x509v3, octets: try Fixtures.client(for: Fixtures.otherKey.get().publicKey).der
            ).text
        #expect(code(String(decoding: try other.bytes(), as: UTF8.self)) == .signature)
    }

    @Test("A key that is not the certificate's signs nothing")
    func otherKey() throws {
        #expect {
            try CertificateAuthentication.sign(
                signed(), certificate: Fixtures.client(), key: Fixtures.otherKey.get(),
                validity: Validity(from: 0, days: 1))
        } throws: { ($0 as? KeyFault)?.code == .value }
    }

    @Test("A message that was cut off is refused, at every 13th byte")
    func truncated() throws {
        let text = try text()
        for count in stride(from: 0, to: text.utf8.count, by: 13) { #expect(code(String(text.prefix(count))) != nil) }
    }
}
