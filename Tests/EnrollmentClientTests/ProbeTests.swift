import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// The GET that looks for the discovery service (enrollment.md 3).
@Suite struct ProbeTests {
    private static let refused = ExchangeFault(.connectionRefused, in: .connecting, message: "nobody listens")

    /// HTTPS did not do, and plain HTTP is asked.
    private func atPlainHTTP(_ change: (inout EnrollmentConfiguration) -> Void = { _ in }) -> Puppet {
        var configuration = Fixture.configuration()
        change(&configuration)
        var puppet = Puppet(configuration)
        puppet.event { $0.failed(Self.refused) }
        return puppet
    }

    @Test("enrollment.md 3: any 200 is success, whatever its body")
    func success() {
        var puppet = Puppet(Fixture.configuration())
        puppet.receive(HTTPResponse(200, body: Array("<html>".utf8), framing: .chunked))
        #expect(puppet.request?.method == .post)
    }

    @Test("enrollment.md 3: a distrusted or silent HTTPS server leads to plain HTTP")
    func plain() {
        let puppet = atPlainHTTP()
        #expect(puppet.request?.method == .get)
        #expect(
            puppet.request?.url.description == "http://enterpriseenrollment.example.test/EnrollmentServer/Discovery.svc"
        )
    }

    @Test("enrollment.md 3: a status other than 200 is no success either", arguments: [204, 401, 404, 405, 500])
    func status(code: Int) {
        var puppet = Puppet(Fixture.configuration())
        puppet.receive(HTTPResponse(code))
        #expect(puppet.request?.url.scheme == .http)
    }

    @Test("enrollment.md 3: without a redirect of plain HTTP the user is asked for a server", arguments: [200, 404])
    func noRedirect(code: Int) throws {
        var puppet = atPlainHTTP()
        puppet.receive(HTTPResponse(code))
        guard case .askServerAddress(let refusal) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(refusal.hresult == HRESULT(0x8018_0010))
        puppet.event { $0.userAnswered(.consents) }
        #expect(puppet.action == .none)
        let given = try #require(ServiceAddress("https://mdm.example.test/Discovery.svc"))
        puppet.event { $0.userAnswered(.server(given)) }
        #expect(puppet.request?.url == given.url)
        puppet.probe()
        #expect(puppet.message?.header.to?.value == "https://mdm.example.test/Discovery.svc")
    }

    @Test("enrollment.md 3: who has no server to name gets the reason of HTTPS")
    func noServer() {
        var puppet = atPlainHTTP()
        puppet.event { $0.failed(Self.refused) }
        puppet.event { $0.userAnswered(.declines) }
        #expect(puppet.failure?.symbol == .connectivity)
        #expect(puppet.failure?.message == "nobody listens")
    }

    @Test("enrollment.md 3: a redirect of plain HTTP wants the user's consent")
    func consent() throws {
        var puppet = atPlainHTTP()
        puppet.receive(Fixture.redirect(to: "https://mdm.example.test/Discovery.svc"))
        let target = try #require(HTTPURL("https://mdm.example.test/Discovery.svc"))
        #expect(puppet.action == .askConsent(to: target))
        puppet.event { $0.userAnswered(.consents) }
        #expect(puppet.request?.method == .get)
        #expect(puppet.request?.url == target)
        puppet.probe()
        #expect(puppet.request?.method == .post)
        try puppet.discover()
        try puppet.getPolicies()
        puppet.makeRequest()
        try puppet.receiveToken()
        puppet.event { $0.provisioned() }
        guard case .finish(let enrolled) = puppet.action else {
            Issue.record("\(puppet.action)")
            return
        }
        #expect(enrolled.acceptedRedirect == target)
    }

    @Test("enrollment.md 3: a user who does not agree cancels the enrolment")
    func noConsent() {
        var puppet = atPlainHTTP()
        puppet.receive(Fixture.redirect(to: "https://mdm.example.test/Discovery.svc"))
        puppet.event { $0.userAnswered(.declines) }
        #expect(puppet.failure?.symbol == .userCanceled)
        #expect(puppet.failure?.code == .consentDenied)
    }

    @Test("enrollment.md 3: allow-http-redirect agrees beforehand")
    func consentBeforehand() {
        var puppet = atPlainHTTP { $0.allowsHTTPRedirect = true }
        puppet.receive(Fixture.redirect(to: "https://mdm.example.test/Discovery.svc"))
        #expect(puppet.request?.url.host == "mdm.example.test")
    }

    @Test("enrollment.md 3, 9.2: a redirect to http is refused with 0x8018001A, from https and from http")
    func insecure() {
        var puppet = Puppet(Fixture.configuration())
        puppet.receive(Fixture.redirect(to: "http://mdm.example.test/"))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_001A))
        var plain = atPlainHTTP()
        plain.receive(Fixture.redirect(to: "http://mdm.example.test/"))
        #expect(plain.failure?.hresult == HRESULT(0x8018_001A))
    }

    @Test("A redirect from https to https is followed, twenty times at most")
    func loop() {
        var puppet = Puppet(Fixture.configuration())
        for count in 1...20 {
            puppet.receive(Fixture.redirect(to: "/next?\(count)", status: 307))
            #expect(puppet.request?.url.target == "/next?\(count)")
        }
        puppet.receive(Fixture.redirect(to: "/next"))
        #expect(puppet.failure?.code == .redirected)
    }

    @Test("enrollment.md 3: discovery-url replaces what is made of the e-mail address, and has no second way")
    func override() throws {
        var configuration = Fixture.configuration()
        configuration.discoveryURL = ServiceAddress("https://LocalHost:8443/EnrollmentServer/D.svc")
        var puppet = Puppet(configuration)
        #expect(puppet.request?.url.description == "https://localhost:8443/EnrollmentServer/D.svc")
        var failing = puppet
        failing.event { $0.failed(Self.refused) }
        #expect(failing.failure?.symbol == .connectivity)
        puppet.probe()
        // What was written stays in a:To.
        #expect(puppet.message?.header.to?.value == "https://LocalHost:8443/EnrollmentServer/D.svc")
    }

    @Test("enrollment.md 3: an http address that was given is only asked for its redirect")
    func plainOverride() throws {
        var configuration = Fixture.configuration()
        configuration.discoveryURL = ServiceAddress("http://mdm.example.test/")
        var puppet = Puppet(configuration)
        #expect(puppet.request?.url.scheme == .http)
        puppet.receive(HTTPResponse(200))
        #expect(puppet.failure?.symbol == .insecureRedirect)
        configuration.probes = false
        #expect(Puppet(configuration).failure?.symbol == .insecureRedirect)
    }

    @Test("enrollment.md 3: without the probe Discover comes first")
    func noProbe() {
        var configuration = Fixture.configuration()
        configuration.probes = false
        #expect(Puppet(configuration).request?.method == .post)
    }

    @Test("enrollment.md 11: Entra knows the address, so nothing is probed")
    func entra() throws {
        var configuration = Fixture.configuration(UserCredentials(user: "", entraToken: Secret("a.b.c")))
        configuration.discoveryURL = ServiceAddress("https://mdm.example.test/Discovery.svc")
        #expect(Puppet(configuration).request?.method == .post)
    }

    @Test("enrollment.md 9.2: an Entra tenant without an MDM is 0x80180031")
    func notConfigured() {
        let puppet = Puppet(
            Fixture.configuration(UserCredentials(user: "ada@example.test", entraToken: Secret("a.b.c"))))
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0031))
        #expect(puppet.failure?.symbol?.name == "MENROLL_E_MDM_NOT_CONFIGURED")
    }

    @Test(
        "enrollment.md 9.2: what policy and platform put in the way has its code",
        arguments: zip(EnrollmentObstacle.allCases, [UInt32(0x8018_0026), 0x8018_001B, 0x8018_001C, 0x8018_001D]))
    func obstacle(obstacle: EnrollmentObstacle, hresult: UInt32) {
        var configuration = Fixture.configuration()
        configuration.obstacle = obstacle
        #expect(Puppet(configuration).failure?.hresult == HRESULT(hresult))
        #expect(Puppet(configuration).failure?.symbol != nil)
    }

    @Test("An address without a domain leads to the question for a server", arguments: ["", "ada", "ada@host", "@"])
    func noDomain(address: String) {
        var configuration = Fixture.configuration()
        configuration.emailAddress = address
        var puppet = Puppet(configuration)
        #expect(puppet.action == .askServerAddress(.noServerAddressForTests))
        puppet.event { $0.userAnswered(.declines) }
        #expect(puppet.failure?.code == .noServerAddress)
    }
}

extension EnrollmentFailure {
    fileprivate static let noServerAddressForTests = EnrollmentFailure(
        .noServerAddress, HRESULT(0x8018_0010), at: .probe,
        message: "there is no discovery service: no address was given, and the e-mail address has no domain",
        hint: "give the address of the server, or an e-mail address with a domain")
}
