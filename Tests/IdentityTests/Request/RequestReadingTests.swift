import Enrollment
import Notation
import TestSupport
import Testing

@testable import Identity

@Suite("Certificate request: any is read, Windows' own too")
struct RequestReadingTests {
    /// The request of a real Windows client, published in marcosd4h/mdm; nil without the shared data.
    private func published(_ file: String) throws -> [UInt8] {
        let message = try EnrollmentMessage(parsing: SharedData.bytes("corpus/\(file)"))
        guard case .requestSecurityToken(let request) = message.body else { throw NoRequest() }
        return try #require(request.binarySecurityToken?.octets)
    }

    private struct NoRequest: Error {}

    @Test(
        "ENR-14: a real request with '!' and NUL in its PrintableString is read, and its signature verifies",
        .enabled(if: SharedData.isPresent))
    func real() throws {
        let request = try CertificateRequest(der: published("marcosd4h__mdm/005-readme-msg5.xml"))
        #expect(request.subject.attributes.first?.octets.count == 64)
        #expect(request.subject.commonName == "BA405A5D-B1C7-4737-81C8-8F379A!1E08C6E95D8BB843B1278FF45BC60CC6")
        #expect(request.subject.text == "CN=BA405A5D-B1C7-4737-81C8-8F379A!1E08C6E95D8BB843B1278FF45BC60CC6\\u{0}")
        #expect(request.deviceID == "1E08C6E95D8BB843B1278FF45BC60CC6")
        #expect(request.signatureAlgorithm == .oldSHA1WithRSA)
        #expect(request.publicKey.bits == 2048)
        #expect(request.isSignatureValid)
    }

    @Test(
        "enrollment.md 2.1: with the GUID, DeviceID and key of a real request, ours is the same byte for byte",
        .enabled(if: SharedData.isPresent))
    func sameBytes() throws {
        let real = try CertificateRequest(der: published("marcosd4h__mdm/005-readme-msg5.xml"))
        let requester = CertificateRequest.Requester(
            guid: "BA405A5D-B1C7-4737-81C8-8F379A000000", deviceID: "1E08C6E95D8BB843B1278FF45BC60CC6")
        let form = CertificateRequest.Form.windows19043
        let info = try CertificateRequest.info(
            form.subject(of: requester), real.publicKey, CertificateRequest.requested(form.extensions(of: requester)))
        #expect(info == real.info)
        let ours = try CertificateRequest(for: requester, form: form, key: Fixtures.key.get())
        #expect(ours.der.count == real.der.count)
        // Behind the request info: the algorithm, and the head of the signature.
        let tail = 4 + real.info.count
        #expect(ours.der[tail..<tail + 16] == real.der[tail..<tail + 16])
    }

    @Test("A real request that lacks attributes is read", .enabled(if: SharedData.isPresent))
    func withoutAttributes() throws {
        // The message shows what a filter left of it, so only its form counts.
        let message = try EnrollmentMessage(parsing: SharedData.bytes("corpus/wso2__product-emm/006-wstep.xml"))
        guard case .requestSecurityToken(let token) = message.body, let bytes = token.binarySecurityToken?.octets else {
            Issue.record("no request in the message")
            return
        }
        let request = try CertificateRequest(der: bytes)
        #expect(request.attributes.isEmpty)
        #expect(request.extensions.isEmpty)
        #expect(request.deviceID == nil)
        #expect(request.subject.commonName == "B1C43CD0-1624-5FBB-8E54-34CF17DFD3A1")
    }

    @Test("A request that was cut off is refused at every byte")
    func truncated() throws {
        let der = try CertificateRequest(for: Fixtures.requester, form: .windows19043, key: Fixtures.key.get()).der
        for count in 0..<der.count {
            #expect { try CertificateRequest(der: Array(der[..<count])) } throws: {
                ($0 as? IdentityFault)?.code == .malformed
            }
        }
    }

    @Test("A byte behind the end is refused")
    func longer() throws {
        let der = try CertificateRequest(for: Fixtures.requester, key: Fixtures.key.get()).der
        #expect { try CertificateRequest(der: der + [0]) } throws: { ($0 as? IdentityFault)?.code == .malformed }
    }

    @Test("A request with any one byte changed is refused, or its signature or content is another")
    func changed() throws {
        let original = try CertificateRequest(for: Fixtures.requester, form: .windowsLater, key: Fixtures.key.get())
        for index in original.der.indices {
            var der = original.der
            der[index] ^= 0x01
            guard let request = try? CertificateRequest(der: der) else { continue }
            // Only the parameters of the algorithm, which say nothing, are outside of signature and content.
            let saysTheSame = request.info == original.info && request.signature == original.signature
            #expect(!request.isSignatureValid || saysTheSame, "byte \(index)")
        }
    }

    @Test("Random bytes are refused and never crash", arguments: 0..<8)
    func random(seed: UInt64) {
        var generator = Sequence64(state: seed)
        for _ in 0..<200 {
            var bytes = generator.bytes(Int.random(in: 0...300, using: &generator))
            if bytes.count > 3, Bool.random(using: &generator) {
                bytes[0] = 0x30
                bytes[1] = UInt8(min(bytes.count - 2, 127))
            }
            #expect((try? CertificateRequest(der: bytes)) == nil)
        }
    }

    @Test("More bytes than a request has are not looked at")
    func tooLarge() {
        #expect { try CertificateRequest(der: [UInt8](repeating: 0x30, count: CertificateRequest.limit + 1)) } throws: {
            ($0 as? IdentityFault)?.code == .tooLarge
        }
    }

    @Test("Nesting without end is refused")
    func deep() {
        var bytes: [UInt8] = []
        for _ in 0..<1_000 {
            let count = UInt16(bytes.count)
            bytes = [0x30, 0x82, UInt8(count >> 8), UInt8(truncatingIfNeeded: count)] + bytes
        }
        #expect((try? CertificateRequest(der: bytes)) == nil)
    }

    @Test("A fault names the field")
    func place() throws {
        let certificate = try Fixtures.client()
        #expect { try CertificateRequest(der: certificate.der) } throws: { error in
            let fault = error as? IdentityFault
            return fault?.code == .structure
                && fault?.place.hasPrefix("CertificationRequest.certificationRequestInfo") == true
        }
    }

    @Test("A request of OpenSSL with an extension of its own is read", .enabled(if: OpenSSL.isPresent))
    func openSSL() throws {
        let run = try OpenSSL.run(
            [
                "req", "-new", "-key", "key.pem", "-subj", "/C=DE/O=Orchard/CN=Ada Lovelace", "-addext",
                "extendedKeyUsage=critical,clientAuth,serverAuth", "-sha384",
            ], files: ["key.pem": Array(Fixtures.key.get().pem.utf8)])
        let request = try CertificateRequest(der: PEM.der("CERTIFICATE REQUEST", in: run.text))
        #expect(request.subject.text == "C=DE, O=Orchard, CN=Ada Lovelace")
        #expect(request.signatureAlgorithm == .rsa(.sha384))
        #expect(request.isSignatureValid)
        #expect(request.extendedKeyUsages == ["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"])
        #expect(request.extensions.first?.isCritical == true)
        #expect(request.publicKey == (try Fixtures.key.get().publicKey))
    }
}
