import Enrollment
import EnrollmentClient
import HTTPExchange
import Notation
import Testing

/// Discover and the checks of its answer (enrollment.md 4).
@Suite struct DiscoverTests {
    @Test("enrollment.md 4.1: an enrolment without a user at the screen sends an empty EmailAddress")
    func empty() throws {
        var configuration = Fixture.configuration()
        configuration.emailAddress = ""
        configuration.discoveryURL = ServiceAddress("https://mdm.example.test/Discovery.svc")
        guard case .discover(let discover) = Puppet.atDiscover(configuration).message?.body else {
            Issue.record("no Discover")
            return
        }
        #expect(discover.emailAddress == "")
    }

    @Test(
        "ENR-06: one AuthPolicy of the three, and one that was offered",
        arguments: [
            [], ["OnPremise", "Federated"], ["Kerberos"], ["onpremise"], ["Certificate"],
        ])
    func authPolicy(names: [String]) throws {
        var puppet = Puppet.atDiscover()
        var response = Fixture.discoverResponse()
        response.authPolicies = names.map { TextElement($0) }
        try puppet.discover(response)
        #expect(puppet.failure?.hresult == HRESULT(0x8018_0001))
        #expect(
            puppet.failure?.code == (names == ["Certificate"] ? .authPolicyNotOffered : .authPolicyMissing))
        #expect(puppet.failure?.step == .discover)
    }

    @Test(
        "ENR-07: EnrollmentServiceUrl is an absolute https address",
        arguments: [
            nil, "", "http://mdm.example.test/", "/Enrollment.svc", "https://", "https://mdm.example.test/a b",
        ])
    func serviceURL(address: String?) throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(enrollmentService: address))
        #expect(puppet.failure?.code == .serviceURLInsecure)
        #expect(puppet.failure?.hint.isEmpty == false)
    }

    @Test("ENR-07: a policy service over http is refused")
    func policyURL() throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(policyService: "http://mdm.example.test/Policy.svc"))
        #expect(puppet.failure?.code == .serviceURLInsecure)
    }

    @Test(
        "ENR-08: Federated wants an https AuthenticationServiceUrl",
        arguments: [
            nil, "", "http://login.example.test/", "login",
        ])
    func authenticationURL(address: String?) throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(.federated, authenticationService: address))
        #expect(puppet.failure?.code == .authenticationURLMissing)
    }

    @Test("enrollment.md 4.2: without a policy service the key comes next", arguments: [nil, ""])
    func noPolicyService(address: String?) throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(policyService: address))
        #expect(puppet.action == .createKey(bits: 2048))
    }

    @Test("ENR-09: an unknown version is taken, and told", arguments: ["2.0", "10.0", "five"])
    func version(text: String) throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(version: text))
        #expect(puppet.failure == nil)
        #expect(puppet.machine.remarks.map(\.requirement) == ["ENR-09"])
    }

    @Test(
        "enrollment.md 4.2: no version, and each known one, is taken in silence",
        arguments: [
            nil, "3.0", "4.0", "5.0", "6.0", "7.0", "9.0",
        ])
    func knownVersion(text: String?) throws {
        var puppet = Puppet.atDiscover()
        try puppet.discover(Fixture.discoverResponse(version: text))
        #expect(puppet.machine.remarks == [])
    }

    @Test("enrollment.md 9.2: OnPremise without a password is 0x8018000E")
    func noPassword() throws {
        var puppet = Puppet.atDiscover(Fixture.configuration(UserCredentials(user: "ada@example.test")))
        try puppet.discover()
        #expect(puppet.failure?.symbol == .passwordNeeded)
        #expect(puppet.failure?.hresult == HRESULT(0x8018_000E))
    }

    @Test("enrollment.md 9.2: Certificate without a certificate is 0x80180028")
    func noCertificate() throws {
        var configuration = Fixture.configuration()
        configuration.offers = [.certificate]
        var puppet = Puppet.atDiscover(configuration)
        try puppet.discover(Fixture.discoverResponse(.certificate))
        #expect(puppet.failure?.symbol == .failedToFindCertificate)
    }

    @Test("enrollment.md 11: an Entra token skips the page, whatever its address")
    func entra() throws {
        var configuration = Fixture.configuration(
            UserCredentials(user: "ada@example.test", entraToken: Secret("a.b.c")))
        configuration.discoveryURL = ServiceAddress("https://mdm.example.test/Discovery.svc")
        var puppet = Puppet(configuration)
        try puppet.discover(Fixture.discoverResponse(.federated, authenticationService: nil))
        let token = try #require(puppet.message?.header.security?.binarySecurityToken)
        #expect(token.valueType == "urn:ietf:params:oauth:token-type:jwt")
        #expect(token.octets == Array("a.b.c".utf8))
    }
}
