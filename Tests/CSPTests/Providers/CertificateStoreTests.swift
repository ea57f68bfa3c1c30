import DMTree
import Notation
import TestSupport
import Testing

@testable import CSP

/// CertificateStore (windows-csp.md 3.9, 4.15, 6.4; enrollment.md 10.1; NODES.tsv). The CSP is the device's.
@Suite struct CertificateStoreTests {
    private static let root = "./Vendor/MSFT/CertificateStore"
    private static let renew = root + "/MY/WSTEP/Renew"

    @Test(
        "A certificate in each store: added by its child, read, deleted",
        arguments: ["Root", "Root/System", "CA", "CA/System", "My/User"])
    func life(store: String) throws {
        let certificate = try TestCertificate()
        let node = "\(Self.root)/\(store)/\(certificate.thumbprint)"
        var tree = Devices.fresh()
        #expect(tree.answer(.add, node + "/EncodedCertificate", certificate.base64, format: "b64") == .fine)
        #expect(tree.get(node + "/IssuedBy") == "C=DE, O=Orchard, CN=Orchard Root CA")
        #expect(tree.get(node + "/ValidTo") == "2035-01-01T00:00:00Z")
        #expect(tree.status(.delete, node) == 200)
        #expect(tree.status(.get, node) == 404)
    }

    @Test("4.15: the published Get of a store, ?list=StructData, gives the certificates with their leaves")
    func structData() throws {
        let certificate = try TestCertificate()
        var tree = Devices.fresh()
        tree.sendInAtomic(.add, "\(Self.root)/My/User/\(certificate.thumbprint)/EncodedCertificate", certificate.base64)
        let listing = tree.send(.get, Self.root + "/My/User?list=StructData")
        let entries = try #require(listing.reading?.entries)
        #expect(entries.count == 8, "the store, the certificate, six leaves")
        #expect(entries.contains { $0.uri.hasSuffix("/IssuedTo") && $0.data == "C=DE, O=Orchard, CN=Orchard Root CA" })
    }

    @Test(
        "5.9 rows 18 and 19: what is no certificate of that name is refused",
        arguments: [
            ("TUlJQg==", Answer(500, .invalidArgument, "certificate.unreadable")),
            (" \r\n", Answer(500, .invalidArgument, "certificate.unreadable")),
            ("no Base64!", Answer(415, .invalidDataType, "value.not-of-format")),
        ])
    func wrong(data: String, answer: Answer) {
        var tree = Devices.fresh()
        let node = Self.root + "/Root/System/0123456789012345678901234567890123456789/EncodedCertificate"
        #expect(tree.answer(.add, node, data) == answer)
    }

    @Test("A certificate under another one's name is refused; the user has no such CSP")
    func wrongName() throws {
        let certificate = try TestCertificate()
        var tree = Devices.fresh()
        let name = "0123456789012345678901234567890123456789"
        #expect(
            tree.answer(.add, "\(Self.root)/CA/\(name)/EncodedCertificate", certificate.base64)
                == Answer(500, .invalidArgument, "certificate.hash"))
        #expect(
            tree.status(
                .add, "./User/Vendor/MSFT/CertificateStore/CA/\(certificate.thumbprint)/EncodedCertificate",
                certificate.base64) == 405)
    }

    @Test(
        "A store takes certificates of algorithms that nobody should use any more",
        arguments: [CertificateFiles.md5, CertificateFiles.pss, CertificateFiles.dsa, CertificateFiles.brainpool])
    func algorithms(base64: String) throws {
        var tree = Devices.fresh()
        let thumbprint = try #require(StoredCertificate(base64: base64)).thumbprint
        let node = "\(Self.root)/Root/System/\(thumbprint)"
        #expect(tree.answer(.add, node + "/EncodedCertificate", base64) == .fine)
        #expect(tree.get(node + "/ValidFrom")?.hasPrefix("2026-11-27T15:09:") == true)
    }

    // MARK: Renewal

    @Test("Before any renewal: the defaults are those of behaviour only, Status is 0, the rest was never set")
    func fresh() {
        var tree = Devices.fresh()
        #expect(tree.get(Self.renew + "/Status") == "0")
        for leaf in ["RenewPeriod", "RetryInterval", "ROBOSupport", "ServerURL", "ErrorCode", "LastRenewalAttemptTime"]
        {
            #expect(tree.status(.get, "\(Self.renew)/\(leaf)") == 404, "\(leaf)")
        }
    }

    @Test(
        "Values below Renew",
        arguments: [
            ("RenewPeriod", "60", .fine), ("RenewPeriod", "1000", .fine),
            ("RenewPeriod", "0", Answer(500, .invalidArgument, "value.not-allowed")),
            ("RenewPeriod", "1001", Answer(500, .invalidArgument, "value.not-allowed")),
            ("RenewPeriod", "soon", Answer(415, .invalidDataType, "value.not-of-format")),
            ("RetryInterval", "7", .fine),
            ("RetryInterval", "42", .fine),
            // The period is 42 days when nobody set it.
            ("RetryInterval", "43", Answer(500, .invalidArgument, "renew.retry-interval")),
            ("RetryInterval", "0", Answer(500, .invalidArgument, "value.not-allowed")),
            ("ServerURL", "https://enroll.example.test", .fine), ("ROBOSupport", "true", .fine),
            ("ROBOSupport", "false", Answer(405, .commandNotAllowed, "renew.robo")),
            ("ROBOSupport", "maybe", Answer(415, .invalidDataType, "value.not-of-format")),
            ("Status", "2", Answer(405, .commandNotAllowed, "access.add")),
            ("RenewNow", nil, Answer(405, .commandNotAllowed, "access.add")),
        ] as [(String, String?, Answer)])
    func values(leaf: String, value: String?, answer: Answer) {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, "\(Self.renew)/\(leaf)", value) == answer)
    }

    @Test("RetryInterval is measured against the RenewPeriod that stands")
    func interval() {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.renew + "/RenewPeriod", "60") == .fine)
        #expect(tree.answer(.add, Self.renew + "/RetryInterval", "60") == .fine)
        #expect(tree.answer(.replace, Self.renew + "/RetryInterval", "61").rules == ["renew.retry-interval"])
        #expect(tree.get(Self.renew + "/RetryInterval") == "60")
    }

    @Test("ROBOSupport cannot be deleted: an enrolment with a token renews by ROBO only")
    func robo() {
        var tree = Devices.fresh()
        tree.sendInAtomic(.add, Self.renew + "/ROBOSupport", "true")
        #expect(tree.answer(.delete, Self.renew + "/ROBOSupport") == Answer(405, .commandNotAllowed, "renew.robo"))
        tree.sendInAtomic(.add, Self.renew + "/ServerURL", "https://enroll.example.test")
        #expect(tree.status(.delete, Self.renew + "/ServerURL") == 200)
    }

    @Test("6.4: Renew wants one Atomic; without it the same is done, with a warning")
    func withoutAtomic() {
        var tree = Devices.fresh()
        #expect(Answer(tree.send(.add, Self.renew + "/RenewPeriod", "60")) == Answer(200, nil, "atomic.required"))
    }

    /// A device whose server has told it its id.
    private static func enrolled() -> DeviceTree {
        var tree = Devices.enrolled()
        tree.setLocally(Devices.account + "/EntDMID", value: "device-1")
        tree.localTime = "2026-03-01T08:00:00Z"
        return tree
    }

    @Test("RenewNow: 202, Status 1 and the time of the attempt; then 2, the new thumbprint and CertRenewTimeStamp")
    func renewNow() throws {
        var tree = Self.enrolled()
        let application = tree.sendInAtomic(.exec, Self.renew + "/RenewNow")
        #expect(Answer(application) == Answer(202))
        let job = try #require(application.jobs.first)
        #expect(try job == Job(kind: .certificateRenewal, uri: TreeURI(Self.renew), data: ""))
        #expect(tree.get(Self.renew + "/Status") == "1")
        #expect(tree.get(Self.renew + "/LastRenewalAttemptTime") == "2026-03-01T08:00:00Z")
        CertificateRenewal(renew: job.uri).succeed(thumbprint: "AB", in: &tree)
        #expect(tree.get(Self.renew + "/Status") == "2")
        #expect(tree.get(Self.root + "/MY/WSTEP/CertThumprint") == "AB")
        #expect(tree.get(Devices.account + "/CertRenewTimeStamp") == "20260301T080000Z")
        #expect(tree.status(.get, Self.renew + "/ErrorCode") == 404)
    }

    @Test("A renewal that fails: Status 3 and the HRESULT, which the next attempt takes away")
    func renewalFails() throws {
        var tree = Self.enrolled()
        let job = try #require(tree.sendInAtomic(.exec, Self.renew + "/RenewNow").jobs.first)
        let renewal = CertificateRenewal(renew: job.uri)
        renewal.fail(error: HRESULT(rawValue: 0x8018_0016), in: &tree)
        #expect(tree.get(Self.renew + "/Status") == "3")
        #expect(tree.get(Self.renew + "/ErrorCode") == "-2145910762")
        #expect(tree.status(.get, Devices.account + "/CertRenewTimeStamp") == 404)
        #expect(tree.sendInAtomic(.exec, Self.renew + "/RenewNow").jobs == [job])
        #expect(tree.get(Self.renew + "/Status") == "1" && tree.status(.get, Self.renew + "/ErrorCode") == 404)
    }

    @Test("A second RenewNow while the first one runs starts nothing; without EntDMID there is a warning")
    func renewNowAgain() {
        var tree = Self.enrolled()
        tree.sendInAtomic(.exec, Self.renew + "/RenewNow")
        let again = tree.sendInAtomic(.exec, Self.renew + "/RenewNow")
        #expect(Answer(again) == Answer(202, nil, "renew.running") && again.jobs.isEmpty)
        var unknown = Devices.enrolled()
        #expect(unknown.answer(.exec, Self.renew + "/RenewNow") == Answer(202, nil, "renew.no-device-id"))
    }

    // MARK: SCEP

    private static let certificate = root + "/My/SCEP/one"
    private static let data = [
        ("ServerURL", "https://scep.example.test"), ("KeyUsage", "160"), ("SubjectName", "CN=a"),
        ("HashAlgrithm", "SHA-2"), ("CAThumbPrint", "0123456789012345678901234567890123456789"),
    ]

    private static func prepared(without missing: String? = nil) -> DeviceTree {
        var tree = Devices.fresh()
        for (leaf, value) in data where leaf != missing {
            #expect(tree.answer(.add, "\(certificate)/Install/\(leaf)", value) == .fine, "\(leaf)")
        }
        return tree
    }

    @Test("The older SCEP enrolment: 32, 2, 1 with the thumbprint, 16 with the HRESULT")
    func scep() throws {
        var tree = Self.prepared()
        #expect(tree.get(Self.certificate + "/Status") == "32")
        let application = tree.sendInAtomic(.exec, Self.certificate + "/Install/Enroll")
        #expect(application.status == 202)
        let job = try #require(application.jobs.first)
        #expect(try job == Job(kind: .scepEnroll, uri: TreeURI(Self.certificate), data: ""))
        #expect(tree.get(Self.certificate + "/Status") == "2")
        let enrollment = SCEPEnrollment(certificate: job.uri)
        var failed = tree
        enrollment.succeed(thumbprint: "AB", server: "https://scep.example.test", in: &tree)
        #expect(tree.get(Self.certificate + "/Status") == "1")
        #expect(tree.get(Self.certificate + "/CertThumbPrint") == "AB")
        #expect(!tree.storedLeaves.contains { $0.uri.hasSuffix("RespondentServerUrl") }, "this CSP has no such node")
        enrollment.fail(error: HRESULT(rawValue: 0x8009_4012), in: &failed)
        #expect(failed.get(Self.certificate + "/Status") == "16")
        #expect(failed.get(Self.certificate + "/ErrorCode") == "-2146877422")
    }

    @Test("Enroll before its data answers 404 and starts nothing", arguments: data.map(\.0))
    func scepIncomplete(missing: String) {
        var tree = Self.prepared(without: missing)
        #expect(
            tree.answer(.exec, Self.certificate + "/Install/Enroll") == Answer(404, .nodeNotFound, "scep.incomplete"))
        #expect(tree.get(Self.certificate + "/Status") == (missing.isEmpty ? nil : "32"))
    }

    @Test("4.15: the published sample of a SCEP enrolment is taken, with the spellings and formats that it has")
    func publishedSample() {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.certificate, format: "node") == .fine)
        for (leaf, format, value) in [
            ("RetryCount", "int", "1"), ("RetryDelay", "int", "1"), ("KeyUsage", "int", "160"),
            ("KeyLength", "int", "1024"), ("HashAlgorithm", "chr", "SHA-1"), ("SubjectName", "chr", "CN=AnnaLee"),
            ("SubjectAlternativeNames", "chr", "11+tom@example.test;3+example.test"), ("ValidPeriod", "chr", "Years"),
            ("ValidPeriodUnits", "int", "1"), ("EKUMapping", "chr", "1.3.6.1.4.1.311.10.3.12+1.3.6.1.4.1.311.10.3.4"),
            ("KeyProtection", "int", "3"), ("ServerURL", "chr", "https://scep.example.test"),
            ("Challenge", "chr", "Y2hhbGxlbmdl"), ("CAThumbprint", "chr", "0123456789012345678901234567890123456789"),
        ] {
            #expect(tree.answer(.add, "\(Self.certificate)/Install/\(leaf)", value, format: format) == .fine, "\(leaf)")
        }
        #expect(tree.answer(.exec, Self.certificate + "/Install/Enroll") == Answer(202))
        #expect(tree.get(Self.certificate + "/Install/HashAlgorithm") == "SHA-1")
        #expect(tree.status(.get, Self.certificate + "/Install/Challenge") == 404, "erased")
    }

    @Test("KeyUsage without bit 0x20 or 0x80; a value that was added cannot be replaced")
    func scepValues() {
        var tree = Self.prepared(without: "KeyUsage")
        tree.sendInAtomic(.add, Self.certificate + "/Install/KeyUsage", "1")
        #expect(
            tree.answer(.exec, Self.certificate + "/Install/Enroll") == Answer(500, .invalidArgument, "scep.key-usage"))
        #expect(tree.status(.replace, Self.certificate + "/Install/KeyUsage", "160") == 405)
        #expect(tree.status(.delete, Self.certificate) == 200)
    }
}
