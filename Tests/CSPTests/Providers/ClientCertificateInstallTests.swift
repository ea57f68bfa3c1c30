import DMTree
import Notation
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
        let application = tree.sendInAtomic(.exec, Self.enroll(scope))
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
        let application = tree.sendInAtomic(.exec, Self.enroll(.device))
        #expect(application.status == 404)
        #expect(application.advised == ["scep.incomplete"])
        #expect(application.effects.isEmpty)
        #expect(application.decision.advice.first?.message.contains(missing) == true)
        #expect(tree.get(Self.certificate(.device) + "/Status") == "32")
    }

    @Test("A value that came empty is missing, too")
    func emptyValue() {
        var tree = Self.prepared(.device, without: "SubjectName")
        tree.sendInAtomic(.add, Self.certificate(.device) + "/Install/SubjectName", "")
        #expect(tree.answer(.exec, Self.enroll(.device)) == Answer(404, .nodeNotFound, "scep.incomplete"))
    }

    @Test("Another Enroll without a new Challenge is incomplete; with one it enrols anew, and the old error is gone")
    func again() throws {
        var tree = Self.prepared(.device)
        let job = try #require(tree.sendInAtomic(.exec, Self.enroll(.device)).jobs.first)
        SCEPEnrollment(certificate: job.uri).fail(error: HRESULT(rawValue: 0x8009_4012), in: &tree)
        #expect(tree.status(.exec, Self.enroll(.device)) == 404)
        #expect(tree.get(Self.certificate(.device) + "/Status") == "16", "the failed Exec changed nothing")
        tree.sendInAtomic(.add, Self.certificate(.device) + "/Install/Challenge", "Y2hhbGxlbmdl")
        #expect(tree.sendInAtomic(.exec, Self.enroll(.device)).jobs == [job])
        #expect(tree.get(Self.certificate(.device) + "/Status") == "2")
        #expect(tree.status(.get, Self.certificate(.device) + "/ErrorCode") == 404)
    }

    @Test(
        "KeyProtection 4, Windows Hello: wants a ContainerName and a key of 2048 bits",
        arguments: [
            ("2048", nil, Answer(500, .invalidArgument, "scep.container-name")),
            ("4096", "c", Answer(500, .invalidArgument, "scep.key-length")), ("2048", "c", Answer(202)),
        ] as [(String, String?, Answer)])
    func windowsHello(length: String, container: String?, answer: Answer) {
        var tree = Self.prepared(.device)
        let install = Self.certificate(.device) + "/Install"
        tree.sendInAtomic(.add, install + "/KeyProtection", "4")
        tree.sendInAtomic(.replace, install + "/KeyLength", length)
        if let container { tree.sendInAtomic(.add, install + "/ContainerName", container) }
        #expect(tree.answer(.exec, Self.enroll(.device)) == answer)
    }

    @Test(
        "Values that no authority can work with are stored, and told",
        arguments: [
            ("Challenge", "no Base64!", true), ("Challenge", "Y2hhbGxlbmdl", false), ("CAThumbprint", "abc", true),
            ("CAThumbprint", "0123456789abcdef0123456789ABCDEF01234567", false), ("EKUMapping", "clientAuth", true),
            ("EKUMapping", "1.3.6.1.5.5.7.3.2+1.3.6.1.5.5.7.3.4", false), ("EKUMapping", "1.3.6.1+", true),
            ("HashAlgorithm", "MD5", true), ("HashAlgorithm", "SHA-1+SHA-2", false),
            ("SubjectAlternativeNames", "www.example.test", true),
            ("SubjectAlternativeNames", "11+ada@example.test;3+www.example.test", false),
        ])
    func values(leaf: String, value: String, isTold: Bool) {
        var tree = Self.prepared(.device, without: leaf)
        let answer = tree.answer(.add, "\(Self.certificate(.device))/Install/\(leaf)", value)
        #expect(answer == (isTold ? Answer(200, nil, "scep.value") : .fine))
        #expect(tree.get("\(Self.certificate(.device))/Install/\(leaf)") == value)
    }

    @Test("6.4: outside of an Atomic the same is done, with a warning for each command but the Delete")
    func withoutAtomic() {
        var tree = Self.prepared(.device)
        #expect(tree.send(.exec, Self.enroll(.device)).advised == ["atomic.required"])
        #expect(tree.send(.delete, Self.certificate(.device)).advised == [])
    }

    @Test(
        "Wrong places and verbs",
        arguments: [
            (.exec, "/Install/Enroll", nil, 404), (.get, "/Status", nil, 404),
            (.replace, "/Install/KeyUsage", "160", 404),
            (.add, "/Install/Enroll", nil, 405), (.add, "/Status", "1", 405), (.add, "/Install/KeyUse", "160", 404),
        ] as [(Verb, String, String?, Int)])
    func wrongPlace(verb: Verb, leaf: String, value: String?, status: Int) {
        for scope in PartScope.allCases {
            var tree = Devices.fresh()
            #expect(tree.status(verb, Self.certificate(scope) + leaf, value) == status)
        }
    }

    @Test("Without a user's context the user's certificates answer 405")
    func noUser() {
        var tree = Devices.fresh(hasUser: false)
        #expect(tree.status(.add, Self.certificate(.user), format: "node") == 405)
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
