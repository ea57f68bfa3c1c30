import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// Requests that a certificate proves; the signature is made outside (enrollment.md 6.1).
@Suite struct CertificateAuthenticationTests {
    private func atSigning() throws -> Puppet {
        var configuration = Fixture.configuration(UserCredentials(user: "ada@example.test", certificate: [0x30, 0x01]))
        configuration.offers = [.certificate]
        var puppet = Puppet.atDiscover(configuration)
        try puppet.discover(Fixture.discoverResponse(.certificate))
        return puppet
    }

    @Test("enrollment.md 6.1: Timestamp and X.509 token, given out without a signature")
    func unsigned() throws {
        let puppet = try atSigning()
        guard case .sign(let unsigned) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        let security = try #require(try EnrollmentMessage(parsing: unsigned.bytes).header.security)
        #expect(security.timestamp?.created?.value == "2025-11-27T21:46:40.000Z")
        #expect(
            security.binarySecurityToken?.valueType
                == "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3")
        #expect(security.binarySecurityToken?.octets == [0x30, 0x01])
        #expect(security.binarySecurityToken?.id == unsigned.tokenID)
        #expect(security.signature == nil)
        #expect(unsigned.certificate == [0x30, 0x01])
        #expect(unsigned.message.header.security == security)
    }

    @Test("enrollment.md 6.1: what was signed is sent as it is; the RST names another type for the same token")
    func signed() throws {
        var puppet = try atSigning()
        puppet.event { $0.signed([1, 2, 3]) }
        #expect(puppet.request?.body == [1, 2, 3])
        #expect(puppet.request?.url.description == Fixture.policyService)
        let messageID = "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c002"
        let body = EnrollmentMessage.Body.getPoliciesResponse(Fixture.policies)
        puppet.receive(
            HTTPResponse(
                200, headers: Fixture.soap,
                body: try EnrollmentMessage(header: .response(body, relatesTo: messageID), body: body).bytes()))
        puppet.makeRequest()
        guard case .sign(let unsigned) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(
            unsigned.message.header.security?.binarySecurityToken?.valueType
                == "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken")
        puppet.event { $0.signed([4]) }
        #expect(puppet.request?.url.description == Fixture.enrollmentService)
        #expect(puppet.machine.remarks == [])
    }

    @Test("enrollment.md 9.2: without the key there is no such authentication: 0x80180028")
    func signingFailed() throws {
        var puppet = try atSigning()
        puppet.event { $0.signingFailed("no key") }
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0028))
        #expect(puppet.failure?.step == .getPolicies)
    }
}
