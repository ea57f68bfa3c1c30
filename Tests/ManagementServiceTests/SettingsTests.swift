import Enrollment
import Scenario
import Testing

@testable import ManagementService

@Suite("The settings: docs/serve.md")
struct SettingsTests {
    @Test("Every key")
    func everything() throws {
        let settings = try SettingsReader.read(
            """
            name: Example MDM
            provider: ExampleMDM
            address: mdm.example.test:8443
            authentication: [federated, onPremise]
            users:
              - {name: ada@example.test, password: pa55}
              - {name: eve@example.test, password: x, refuse: UserLicense}
              - {name: mal@example.test, refuse: Authorization}
            federated:
              automatic: ada@example.test
              tokens: [{token: tok-91c2, user: ada@example.test}]
            entra: {key: entra.pem, kid: key-1, issuer: i, audiences: [a, b]}
            certificateRoots: [root.pem]
            enrollment:
              version: "7.0"
              keyLength: 4096
              validity: 90d
              backdated: 1h
              renewPeriodDays: 30
              retryIntervalDays: 3
              recovery: true
              devicesPerUser: 5
              maintenance: true
            poll:
              first: {interval: 1, count: 2}
              second: {interval: 3, count: 4}
              remaining: {interval: 1440, count: 6}
              onLogin: false
            session: {type: basic, lasts: session, mutual: true, certificate: false}
            limits: {messagesPerSession: 10, captureRecords: 20, attemptsPerCommand: 1}
            profiles:
              - name: standard
                scenario: {profile: {displayName: Standard, showInstallationProgress: true}}
            profile: standard
            devices: [{id: abc, profile: standard}]
            """, file: { ["entra.pem", "root.pem"].contains($0) ? "-----BEGIN CERTIFICATE-----\n" : nil })
        #expect(settings.name == "Example MDM")
        #expect(settings.address == "mdm.example.test:8443")
        #expect(settings.authPolicies == [.federated, .onPremise])
        #expect(settings.users.map(\.name) == ["ada@example.test", "eve@example.test", "mal@example.test"])
        #expect(settings.users.map(\.refusal) == [nil, .error(.userLicense), .kind(.authorization)])
        #expect(settings.federation.automaticUser == "ada@example.test")
        #expect(settings.federation.tokens == ["tok-91c2": "ada@example.test"])
        #expect(settings.entra?.audiences == ["a", "b"])
        #expect(settings.certificateRoots.count == 1)
        #expect(settings.enrollment.version == "7.0")
        #expect(settings.enrollment.validitySeconds == 90 * 86_400)
        #expect(settings.enrollment.backdatedSeconds == 3_600)
        #expect(settings.enrollment.devicesPerUser == 5)
        #expect(settings.poll.secondCount == 4)
        #expect(settings.session.way == .basic)
        #expect(settings.session.extent == .session)
        #expect(settings.limits.attemptsPerCommand == 1)
        #expect(settings.plan(of: "ABC")?.name == "standard")
    }

    @Test(
        "A mistake is told with its place and what to do",
        arguments: [
            ("user: []", 1, "\"user\" is no key of the settings"), ("", 1, "the settings is empty"),
            ("users: [{name: a}, {name: A}]", 1, "stands twice"),
            ("users: [{name: a, refuse: Rain}]", 1, "\"Rain\" is no fault"),
            ("federated: {automatic: a}", 1, "is none of the users"),
            ("authentication: [word]", 1, "authentication is \"word\""),
            ("authentication: []", 1, "authentication is empty"),
            ("certificateRoots: [none.pem]", 1, "cannot be read"),
            ("enrollment:\n  version: \"1.0\"", 2, "no version of the enrolment"),
            ("enrollment: {renewPeriodDays: 1, retryIntervalDays: 2}", 1, "longer than renewPeriodDays"),
            ("enrollment: {keyLength: 512}", 1, "whole number"), ("profile: x", 1, "none of the profiles"),
            ("profiles:\n  - name: a\n    scenario: {apps: [{nam: x}]}", 3, "\"nam\" is no key"),
            ("entra: {key: x}", 1, "audiences"), ("a: [", 1, "no YAML"),
        ])
    func mistakes(_ text: String, _ line: Int, _ reason: String) throws {
        #expect {
            _ = try SettingsReader.read(text)
        } throws: { error in
            guard let error = error as? ScenarioError else { return false }
            return error.message.contains(reason) && (error.line == line || line == 1)
        }
    }

    @Test("No description shows a password or a token")
    func descriptions() {
        var settings = TestServer.settings
        settings.federation.tokens = ["tok-91c2": "ada@example.test"]
        for text in ["\(settings)", String(reflecting: settings), "\(settings.users)", "\(settings.federation)"] {
            #expect(!text.contains("pa55"))
            #expect(!text.contains("tok-91c2"))
        }
    }
}
