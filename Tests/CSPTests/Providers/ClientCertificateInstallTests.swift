import DMTree
import Testing

@testable import CSP

/// ClientCertificateInstall (windows-csp.md 4.3), in both scopes.
@Suite struct ClientCertificateInstallTests {
    static let data = [
        ("ServerURL", "https://scep.example.test"), ("Challenge", "Y2hhbGxlbmdl"), ("EKUMapping", "1.3.6.1.5.5.7.3.2"),
        ("KeyUsage", "160"), ("SubjectName", "CN=a"), ("KeyLength", "2048"), ("HashAlgorithm", "SHA-2"),
        ("CAThumbprint", "0123456789012345678901234567890123456789"),
    ]

    private static func certificate(_ scope: PartScope) -> String { scope.csp("ClientCertificateInstall/SCEP/a") }

    /// A device with every value but one.
    private static func prepared(_ scope: PartScope, without missing: String? = nil) -> DeviceTree {
        var tree = Devices.fresh()
        for (leaf, value) in data where leaf != missing {
            #expect(tree.status(.add, "\(certificate(scope))/Install/\(leaf)", value) == 200, "\(leaf)")
        }
        return tree
    }

    private static func enroll(_ scope: PartScope) -> String { certificate(scope) + "/Install/Enroll" }

    @Test("A good enrolment: 32, 2, 1", arguments: PartScope.allCases)
    func success(scope: PartScope) throws {
        var tree = Self.prepared(scope)
        let status = Self.certificate(scope) + "/Status"
        #expect(tree.get(status) == "32")
        let application = tree.send(.exec, Self.enroll(scope))
        #expect(application.status == 202)
        #expect(tree.get(status) == "2")
        let job = try #require(application.jobs.first)
        #expect(job.kind == .scepEnroll && job.uri.canonical == Self.certificate(scope))
        #expect(tree.status(.get, Self.certificate(scope) + "/Install/Challenge") == 404, "erased")
        #expect(tree.status(.get, Self.certificate(scope) + "/CertThumbprint") == 404)
        SCEPEnrollment(certificate: job.uri).succeed(thumbprint: "AB", server: "https://scep.example.test", in: &tree)
        #expect(tree.get(status) == "1")
        #expect(tree.get(Self.certificate(scope) + "/CertThumbprint") == "AB")
        #expect(tree.get(Self.certificate(scope) + "/RespondentServerUrl") == "https://scep.example.test")
    }

    @Test("A failed enrolment: 16 with the HRESULT", arguments: PartScope.allCases)
    func failure(scope: PartScope) throws {
        var tree = Self.prepared(scope)
        let job = try #require(tree.send(.exec, Self.enroll(scope)).jobs.first)
        SCEPEnrollment(certificate: job.uri).fail(error: HRESULT(rawValue: 0x8009_4012), in: &tree)
        #expect(tree.get(Self.certificate(scope) + "/Status") == "16")
        #expect(tree.get(Self.certificate(scope) + "/ErrorCode") == "-2146877422")
    }

    @Test("OBS-021 Enroll with a required value missing answers 404 and starts nothing", arguments: data.map(\.0))
    func incomplete(missing: String) {
        var tree = Self.prepared(.device, without: missing)
        let application = tree.send(.exec, Self.enroll(.device))
        #expect(application.status == 404)
        #expect(application.advised == ["scep.incomplete"])
        #expect(application.effects.isEmpty)
        #expect(application.decision.advice.first?.message.contains(missing) == true)
        #expect(tree.get(Self.certificate(.device) + "/Status") == "32")
    }

    @Test(
        "KeyUsage has to have bit 0x20 or 0x80",
        arguments: [("160", 202), ("32", 202), ("128", 202), ("1", 500), ("0", 500)])
    func keyUsage(value: String, status: Int) {
        var tree = Self.prepared(.device)
        #expect(tree.status(.replace, Self.certificate(.device) + "/Install/KeyUsage", value, format: "int") == 200)
        #expect(tree.status(.exec, Self.enroll(.device)) == status)
    }

    @Test(
        "Values out of their bounds",
        arguments: [
            ("KeyLength", "512", 500), ("KeyLength", "4096", 200), ("RetryCount", "31", 500), ("RetryCount", "30", 200),
            ("RetryDelay", "0", 200), ("KeyProtection", "5", 500), ("ValidPeriod", "Weeks", 500),
            ("ValidPeriod", "Years", 200),
            ("KeyUsage", "0xA0", 415),
        ])
    func bounds(leaf: String, value: String, status: Int) {
        var tree = Self.prepared(.device)
        #expect(tree.status(.replace, "\(Self.certificate(.device))/Install/\(leaf)", value) == status)
    }
}
