import Enrollment
import HTTPExchange
import Testing

@testable import ManagementService

@Suite("Discovery: enrollment.md 3 and 4")
struct DiscoveryTests {
    private func discover(_ version: String = "5.0", _ policies: [TextElement]) -> EnrollmentMessage.Body {
        .discover(
            Discover(
                emailAddress: "ada@example.test", requestVersion: TextElement(version),
                applicationVersion: "10.0.26100.4061", osEdition: "4", authPolicies: policies))
    }

    private let path = "/EnrollmentServer/Discovery.svc"

    @Test("ENR-01: the probe is answered 200 without a body")
    func probe() async throws {
        let response = try await TestServer().get("/enrollmentserver/discovery.SVC")
        #expect(response.status == 200)
        #expect(response.body.isEmpty)
    }

    @Test("ENR-04, ENR-05, ENR-07: the worked discovery of enrollment.md 17.1")
    func worked() async throws {
        let answer = try await TestServer().soap(path, discover("5.0", ["OnPremise", "Federated"]))
        #expect(answer.header.action?.value == answer.body.action)
        #expect(answer.header.relatesTo == "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c001")
        #expect(
            answer.body
                == .discoverResponse(
                    DiscoverResponse(
                        authPolicies: ["OnPremise"], enrollmentVersion: "5.0",
                        enrollmentPolicyServiceURL: "https://mdm.example.test/EnrollmentServer/Policy.svc",
                        enrollmentServiceURL: "https://mdm.example.test/EnrollmentServer/Enrollment.svc")))
    }

    @Test("ENR-06, ENR-08: one policy that was offered, and an address with Federated", arguments: AuthPolicy.allCases)
    func oneOffered(_ policy: AuthPolicy) async throws {
        let answer = try await TestServer().soap(path, discover("5.0", [TextElement(policy.rawValue)]))
        guard case .discoverResponse(let response) = answer.body else {
            Issue.record("\(answer.body)")
            return
        }
        #expect(response.authPolicy == policy)
        #expect((response.authenticationServiceURL != nil) == (policy == .federated))
        #expect(response.authenticationServiceURL?.value.hasPrefix("https://") ?? true)
    }

    @Test("ENR-10: a version that nobody knows is not refused", arguments: ["9.0", "12.5", "", "x"])
    func unknownVersion(_ version: String) async throws {
        let answer = try await TestServer().soap(path, discover(version, ["OnPremise"]))
        guard case .discoverResponse = answer.body else {
            Issue.record("\(answer.body)")
            return
        }
    }

    @Test("ENR-28: without a policy in common there is a fault of the list")
    func nothingInCommon() async throws {
        var settings = TestServer.settings
        settings.authPolicies = [.certificate]
        let answer = try await TestServer(settings).soap(path, discover("5.0", ["OnPremise"]))
        guard case .fault(let fault) = answer.body else {
            Issue.record("\(answer.body)")
            return
        }
        #expect(fault.kind == .enrollmentServer)
        #expect(fault.detail?.error == .notSupported)
    }
}
