import Capture
import Conformance
import Enrollment
import Foundation
import TestSupport
import Testing

/// Documents of the enrolment beside what they answer, and those that were published.
struct EnrollmentLintTests {
    private static func findings(
        _ text: String, request: EnrollmentMessage? = nil, time: Int? = nil
    ) throws -> [LintFinding] {
        let document = try #require(EnrollmentDocument(Array(text.utf8)))
        return Linter().findings(in: document, request: request, time: time, file: "f.xml")
    }

    @Test("A good provisioning document has no finding, by itself and in the token of a response")
    func good() throws {
        let text = ProvisioningText().text
        #expect(try Self.findings(text) == [])
        #expect(try Self.findings(Self.response(text)) == [])
    }

    private static func response(_ document: String) throws -> String {
        let body = EnrollmentMessage.Body.requestSecurityTokenResponse(
            .init([
                .init(requestedSecurityToken: BinarySecurityToken(.provisioningDocument, octets: Array(document.utf8)))
            ]))
        let message = EnrollmentMessage(header: .response(body, relatesTo: "urn:uuid:1"), body: body)
        return String(decoding: try message.bytes(), as: UTF8.self)
    }

    @Test("A finding inside a token stands at the token, and names the line of the document")
    func insideToken() throws {
        let text = "\n" + ProvisioningText().with(\.provider, "OtherMDM")
        let findings = try Self.findings(Self.response(text))
        #expect(findings.map(\.rule) == ["provisioning.provider"])
        #expect(findings.first?.message.hasSuffix("(line 2 of the provisioning document in the token)") == true)
        #expect(findings.first?.position?.line == 1)
    }

    @Test("ENR-20: a certificate that is due for renewal, expired or not yet valid when it comes")
    func lifetime() throws {
        let text = ProvisioningText().text
        let day = 86_400
        // Issued on 2026-11-27 for 365 days.
        let issued = 1_795_737_600
        func rules(_ time: Int) throws -> [String] {
            try Self.findings(text, time: time).map { "\($0.rule) \($0.severity.rawValue)" }
        }
        #expect(try rules(issued + 10 * day) == [])
        #expect(try rules(issued + 330 * day) == ["provisioning.lifetime warning"])
        #expect(try rules(issued + 400 * day) == ["provisioning.lifetime error"])
        #expect(try rules(issued - 10 * day) == ["provisioning.lifetime error"])
    }

    @Test("A folder with request and response: the response is looked at beside its request")
    func folder() throws {
        var lint = FileLint(Linter())
        func bytes(_ body: EnrollmentMessage.Body, _ header: MessageHeader) throws -> [UInt8] {
            try EnrollmentMessage(header: header, body: body).bytes()
        }
        let discover = EnrollmentMessage.Body.discover(
            Discover(emailAddress: "", requestVersion: "5.0", applicationVersion: "10.0.26100.1", osEdition: "4"))
        let response = EnrollmentMessage.Body.discoverResponse(
            DiscoverResponse(authPolicies: ["Certificate"], enrollmentServiceURL: "https://mdm.example/e"))
        let first = try bytes(discover, .request(discover, messageID: "urn:uuid:7", to: "https://mdm.example/"))
        #expect(lint.add(first, name: "a/1.xml").findings == [])
        let second = try bytes(response, .response(response, relatesTo: "urn:uuid:7"))
        #expect(lint.add(second, name: "a/2.xml").findings.map(\.rule) == ["enrollment.auth-policy"])
        #expect(lint.add(second, name: "b/2.xml").findings == [], "another folder knows nothing of the request")
    }

    /// Discovery, policies and the certificate, both sides, as HTTP carried them.
    private static func enrolment() throws -> [CaptureRecord] {
        let discover = Discover(
            emailAddress: "ada@mdm.example", requestVersion: "5.0", applicationVersion: "10.0.26100.1", osEdition: "4")
        let discovered = DiscoverResponse(
            authPolicies: ["OnPremise"], enrollmentVersion: "5.0",
            enrollmentPolicyServiceURL: "https://mdm.example/policy",
            enrollmentServiceURL: "https://mdm.example/enrol")
        let policies = GetPoliciesResponse(
            policies: [CertificatePolicy(hashAlgorithmOIDReference: "1")],
            objectIdentifiers: [.init(value: "2.16.840.1.101.3.4.2.1", reference: "1")])
        let request = RequestSecurityToken(
            .issue,
            BinarySecurityToken(
                valueType: BinarySecurityToken.ValueType.pkcs10.rawValue, text: SampleCertificate.request),
            context: [ContextItem(.enrollmentType, "Full")])
        let token = BinarySecurityToken(.provisioningDocument, octets: Array(ProvisioningText().text.utf8))
        let pairs: [(EnrollmentMessage.Body, EnrollmentMessage.Body)] = [
            (.discover(discover), .discoverResponse(discovered)),
            (.getPolicies(GetPolicies()), .getPoliciesResponse(policies)),
            (
                .requestSecurityToken(request),
                .requestSecurityTokenResponse(.init([.init(requestedSecurityToken: token)]))
            ),
        ]
        var records: [CaptureRecord] = []
        for (index, pair) in pairs.enumerated() {
            let id = "urn:uuid:\(index)"
            let asked = EnrollmentMessage(
                header: .request(pair.0, messageID: id, to: "https://mdm.example/"), body: pair.0)
            let told = EnrollmentMessage(header: .response(pair.1, relatesTo: id), body: pair.1)
            records.append(CaptureRecord(direction: .toServer, method: "POST", body: try asked.bytes()))
            let body = try told.bytes()
            records.append(
                CaptureRecord(
                    direction: .toClient, status: 200,
                    headers: [
                        HTTPField("Content-Type", "application/soap+xml; charset=utf-8"),
                        HTTPField("content-length", "\(body.count)"),
                    ], body: body))
        }
        return records
    }

    private static func findings(_ records: [CaptureRecord]) -> [LintFinding] {
        var lint = CaptureLint(Linter(), name: "c.jsonl")
        return records.flatMap { lint.add($0) } + lint.finish()
    }

    @Test("A whole enrolment in a capture has no finding")
    func capture() throws { #expect(Self.findings(try Self.enrolment()) == []) }

    @Test("Findings of a capture name their record; the public key of the request is looked for in the answer")
    func captureFindings() throws {
        var records = try Self.enrolment()
        records[1].headers.removeLast()
        records[3].body = Array(String(decoding: records[3].body, as: UTF8.self).replacing(">3<", with: ">4<").utf8)
        records[5].headers = []
        records[4].body = Array(
            String(decoding: records[4].body, as: UTF8.self).replacing("<ac:Value>Full<", with: "<ac:Value>Device<")
                .utf8)
        let findings = Self.findings(records)
        #expect(findings.map(\.record) == [2, 4, 6])
        #expect(
            findings.map(\.rule) == [
                "enrollment.content-length", "enrollment.policy-schema", "provisioning.certificate-context",
            ])
    }

    @Test("An answer of another kind is measured by its type, and truncated captures are read as far as they go")
    func captureAbuse() throws {
        var records = try Self.enrolment()
        records[1].body = Array("<html><body>Sign in</body></html>".utf8)
        records[1].headers[0].value = "text/html"
        #expect(Self.findings(Array(records.prefix(2))).map(\.rule) == ["enrollment.content-type", "document.other"])
        records[3].body = Array(records[3].body.prefix(100))
        #expect(Self.findings(Array(records[2...3])).map(\.rule) == ["enrollment.malformed"])
        #expect(Self.findings([records[5]]) == [], "an answer without its request")
    }

    @Test("An account without certificates, as MAM makes them, is no error")
    func mam() throws {
        let text = """
            <wap-provisioningdoc version="1.1"><characteristic type="APPLICATION">\(ProvisioningText.account())\
            </characteristic></wap-provisioningdoc>
            """
        #expect(!(try Self.findings(text)).contains { $0.severity == .error })
    }

    @Test("The answer to a renewal names the account and makes none")
    func renewal() throws {
        let text = """
            <wap-provisioningdoc version="1.1"><characteristic type="CertificateStore"><characteristic type="Root">\
            <characteristic type="System">\(SampleCertificate.root.characteristic)</characteristic></characteristic>\
            <characteristic type="My"><characteristic type="User">\(SampleCertificate.device.characteristic)\
            </characteristic></characteristic></characteristic><characteristic type="APPLICATION">\
            \(parm("PROVIDER-ID", "ExampleMDM"))</characteristic></wap-provisioningdoc>
            """
        #expect(try Self.findings(text) == [])
    }

    @Test("No beginning of a document crashes the rules")
    func truncated() throws {
        let bytes = Array(try Self.response(ProvisioningText().text).utf8)
        for count in stride(from: 0, through: bytes.count, by: 7) {
            _ = Linter().reportedFile(Array(bytes.prefix(count)), name: "f.xml")
        }
    }

    @Test("Findings on the published documents are those that were read one by one", .enabled(if: SharedData.isPresent))
    func corpus() throws {
        var text = ""
        for row in try SharedData.table("corpus/index.tsv") {
            guard let file = row["file"], let kind = row["kind"], kind == "soap" || kind == "wap" else { continue }
            let reported = Linter().reportedFile(try SharedData.bytes("corpus/\(file)"), name: file)
            for finding in reported.findings {
                text += "\(file)\t\(finding.position?.line ?? 0)\t\(finding.severity.rawValue)\t\(finding.rule)\t"
                text += "\(finding.message)\n"
            }
            if reported.findings.isEmpty { text += "\(file)\tno finding\n" }
        }
        #expect(try GoldenFile("enrollment.tsv").difference(from: text) == nil)
    }
}
