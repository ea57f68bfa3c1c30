import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// Renewal and recovery on the same machine (enrollment.md 10).
@Suite struct RenewalTests {
    private static let address = "https://mdm.example.test/renew"

    private func configuration(
        server: String? = address, _ change: (inout EnrollmentPurpose.Renewal) -> Void = { _ in }
    ) throws -> EnrollmentConfiguration {
        var renewal = EnrollmentPurpose.Renewal(
            serverURL: try server.map { try #require(ServiceAddress($0)) }, entDMID: "d-000042")
        change(&renewal)
        return Fixture.configuration(UserCredentials(user: "ada@example.test"), purpose: .renewal(renewal))
    }

    private func atToken(_ configuration: EnrollmentConfiguration) -> Puppet {
        var puppet = Puppet(configuration)
        puppet.makeRequest([1, 2, 3])
        return puppet
    }

    @Test("enrollment.md 10.1: ServerURL is asked at once, with a PKCS#7 round a request for a new key")
    func server() throws {
        var puppet = Puppet(try configuration())
        #expect(puppet.action == .createKey(bits: 2048))
        puppet.event { $0.keyCreated() }
        guard case .makeCertificateRequest(let form) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(form.packing == .pkcs7SignedByOldKey)
        puppet.event { $0.certificateRequestMade([1, 2, 3], now: Fixture.now) }
        #expect(puppet.request?.url.description == Self.address)
        guard case .requestSecurityToken(let body) = puppet.message?.body else {
            Issue.record("no RequestSecurityToken")
            return
        }
        #expect(body.requestType?.value == "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Renew")
        #expect(
            body.binarySecurityToken?.valueType
                == "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#PKCS7")
        #expect(body.binarySecurityToken?.octets == [1, 2, 3])
        #expect(
            body.context.map(\.name) == [
                "DeviceType", "ApplicationVersion", "OSEdition", "OSVersion", "DeviceName", "EnrollmentType",
                "DeviceID", "Locale", "HWDevID",
            ])
    }

    @Test("enrollment.md 10.1: the user name with an empty password, and a Timestamp of now")
    func credentials() throws {
        let security = try #require(atToken(try configuration()).message?.header.security)
        #expect(security.usernameToken?.username?.value == "ada@example.test")
        #expect(security.usernameToken?.password == "")
        #expect(security.timestamp?.created?.value == "2025-11-27T21:46:40.000Z")
        #expect(security.timestamp?.expires?.value == "2025-11-27T21:51:40.000Z")
    }

    @Test("enrollment.md 10.1: by hand the PKCS#7 is encoded once more")
    func manual() throws {
        let puppet = atToken(try configuration { $0.isManual = true })
        guard case .requestSecurityToken(let body) = puppet.message?.body else {
            Issue.record("no RequestSecurityToken")
            return
        }
        #expect(body.binarySecurityToken?.octets == Array("AQID".utf8))
    }

    @Test("enrollment.md 10.1: without a ServerURL discovery runs again, without probe, page and password")
    func discovery() throws {
        for policy in [AuthPolicy.onPremise, .federated] {
            var puppet = Puppet(try configuration(server: nil))
            #expect(puppet.request?.method == .post)
            try puppet.discover(Fixture.discoverResponse(policy, authenticationService: nil))
            #expect(puppet.message?.header.security?.usernameToken?.password == "")
            try puppet.getPolicies()
            puppet.makeRequest()
            #expect(puppet.request?.url.description == Fixture.enrollmentService)
        }
    }

    @Test("REN-01: the document with the new certificate is handed on")
    func answer() throws {
        var puppet = atToken(try configuration())
        try puppet.receiveToken()
        #expect(puppet.action == .provision(Fixture.document))
        puppet.event { $0.provisioned() }
        guard case .finish(let enrolled) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(enrolled.discoveryService == nil)
        #expect(enrolled.enrollmentService.text == Self.address)
    }

    @Test("REN-01: a redirect is refused")
    func redirect() throws {
        var puppet = atToken(try configuration())
        puppet.receive(Fixture.redirect(to: "https://other.example.test/renew"))
        #expect(puppet.failure?.code == .redirected)
        #expect(puppet.failure?.hresult == HRESULT(0x8019_012E))
    }

    @Test("enrollment.md 10.1: the redirect that the user accepted at enrolment is followed, once")
    func acceptedRedirect() throws {
        let target = try #require(HTTPURL("https://other.example.test/renew"))
        var puppet = atToken(try configuration { $0.acceptedRedirects = [target] })
        let sent = puppet.request
        puppet.receive(Fixture.redirect(to: target.description))
        #expect(puppet.request?.url == target)
        #expect(puppet.request?.body == sent?.body)
        puppet.receive(Fixture.redirect(to: target.description))
        #expect(puppet.failure?.code == .redirected)
    }

    @Test("REN-02: NotEligibleToRenew is 0x80180016")
    func notEligible() throws {
        var puppet = atToken(try configuration())
        try puppet.receive(
            .fault(SOAPFault(detail: DeviceEnrollmentServiceError(errorType: "NotEligibleToRenew"))), status: 500)
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0016))
        #expect(puppet.failure?.symbol == .notEligibleToRenew)
    }

    @Test(
        "enrollment.md 9.2: HTTP 200 with nothing usable is 0x801900C8",
        arguments: [
            "", "not XML",
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><x/></s:Body></s:Envelope>",
        ])
    func unusable(body: String) throws {
        var puppet = atToken(try configuration())
        puppet.receive(HTTPResponse(200, headers: Fixture.soap, body: Array(body.utf8)))
        #expect(puppet.failure?.hresult == HRESULT(0x8019_00C8))
        #expect(puppet.failure?.code == .renewalUnusable)
    }

    @Test("REN-01: a document without a certificate for My is 0x801900C8")
    func noCertificate() throws {
        var puppet = atToken(try configuration())
        try puppet.receiveToken(ProvisioningDocument(characteristics: []))
        #expect(puppet.failure?.hresult == HRESULT(0x8019_00C8))
    }

    @Test("enrollment.md 9.2: another status keeps its own code, and so does what failed in an enrolment")
    func others() throws {
        var puppet = atToken(try configuration())
        puppet.receive(HTTPResponse(503))
        #expect(puppet.failure?.hresult == HRESULT(0x8019_01F7))
        var enrolment = try Puppet.atToken()
        enrolment.receive(HTTPResponse(200, headers: Fixture.soap, body: Array("not XML".utf8)))
        #expect(enrolment.failure?.hresult == HRESULT(0x8018_0001))
    }

    @Test("enrollment.md 10.3: a recovery is an enrolment with another RequestType")
    func recovery() throws {
        let puppet = try Puppet.atToken(Fixture.configuration(purpose: .recovery))
        guard case .requestSecurityToken(let body) = puppet.message?.body else {
            Issue.record("no RequestSecurityToken")
            return
        }
        #expect(body.requestType?.value == "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Recovery")
        #expect(
            body.binarySecurityToken?.valueType
                == "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10")
        #expect(puppet.message?.header.security?.usernameToken?.password == "pa55")
    }

    @Test("ENR-16: a token that is missing, no Base64 or no document is 0x80180001")
    func token() throws {
        for token in [
            nil, BinarySecurityToken(valueType: nil, text: "%%%"),
            BinarySecurityToken(.provisioningDocument, octets: Array("<html/>".utf8)),
        ] {
            var puppet = try Puppet.atToken()
            try puppet.receive(
                .requestSecurityTokenResponse(
                    RequestSecurityTokenResponseCollection([
                        RequestSecurityTokenResponse(requestedSecurityToken: token)
                    ])))
            #expect(puppet.failure?.code == .tokenMalformed)
            #expect(puppet.failure?.hresult == HRESULT(0x8018_0001))
        }
    }
}
