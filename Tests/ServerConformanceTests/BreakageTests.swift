import Enrollment
import HTTPExchange
import Testing

@testable import ServerConformance

/// A server that does one thing wrong fails exactly the checks of that thing.
@Suite("One thing wrong: enrollment.md 16")
struct BreakageTests {
    private static let soap = "/EnrollmentServer/"

    static let breakages: [Breakage] = [
        Breakage("ENR-01: the probe gets 404", ["ENR-01"]) { request, response in
            request.method == .get ? HTTPResponse(404) : response
        },
        Breakage("ENR-02: chunks", ["ENR-02"]) { request, response in
            guard request.url.path.hasPrefix(soap), request.method == .post else { return response }
            var copy = response
            copy.framing = .chunked
            copy.headers.remove("Content-Length")
            copy.headers.set("Transfer-Encoding", "chunked")
            return copy
        },
        Breakage("ENR-03: text/xml", ["ENR-03"]) { request, response in
            guard request.url.path.hasPrefix(soap), request.method == .post else { return response }
            var copy = response
            copy.headers.set("Content-Type", "text/xml; charset=utf-8")
            return copy
        },
        .text("ENR-04: Action of another answer", ["ENR-04"], at: "Policy.svc") {
            $0.replacing("GetPoliciesResponse</", with: "GetPolicies</")
        },
        .text("ENR-05: RelatesTo of another message", ["ENR-05"], at: ".svc") { text in
            text.replacing(/RelatesTo>[^<]*</, with: "RelatesTo>urn:uuid:0<")
        },
        .text("ENR-06: two AuthPolicies", ["ENR-06"], at: "Discovery.svc") {
            $0.replacing(
                "<AuthPolicy>OnPremise</AuthPolicy>",
                with: "<AuthPolicy>OnPremise</AuthPolicy><AuthPolicy>Federated</AuthPolicy>")
        },
        .text("ENR-07: http", ["ENR-07"], at: "Discovery.svc") {
            $0.replacing("<EnrollmentServiceUrl>https", with: "<EnrollmentServiceUrl>http")
        },
        .text("ENR-09: EnrollmentVersion 42.0", ["ENR-09"], at: "Discovery.svc") {
            $0.replacing("<EnrollmentVersion>5.0", with: "<EnrollmentVersion>42.0")
        },
        Breakage("ENR-10: RequestVersion 99.0 is refused", ["ENR-10"]) { request, response in
            guard String(decoding: request.body, as: UTF8.self).contains(">99.0<"),
                let message = try? EnrollmentMessage(parsing: request.body)
            else { return response }
            return fault(.messageFormat, to: message)
        },
        .text("ENR-12: policySchema 4", ["ENR-12"], at: "Policy.svc") {
            $0.replacing(/policySchema>3</, with: "policySchema>4<")
        },
        Breakage("ENR-14: strict about PrintableString", ["ENR-14"]) { request, response in
            guard let message = try? EnrollmentMessage(parsing: request.body),
                case .requestSecurityToken(let token) = message.body,
                let octets = token.binarySecurityToken?.octets, token.type == .issue,
                // The old object identifier of SHA-1 with RSA.
                octets.contains([0x2B, 0x0E, 0x03, 0x02, 0x1D])
            else { return response }
            return fault(.certificateRequest, to: message)
        },
        Breakage("ENR-15: unknown ContextItems are refused", ["ENR-15"]) { request, response in
            guard String(decoding: request.body, as: UTF8.self).contains("EspalierUnknownItem"),
                let message = try? EnrollmentMessage(parsing: request.body)
            else { return response }
            return fault(.messageFormat, to: message)
        },
        .document("ENR-17: a thumbprint that is not the certificate's", ["ENR-17"]) { text in
            text.replacing(
                /characteristic type="[0-9A-F]{40}"/,
                with: "characteristic type=\"\(String(repeating: "0", count: 40))\"")
        },
        .document("ENR-25: a polling count that is no number", ["ENR-25"]) { text in
            text.replacing(/NumberOfFirstRetries" value="\d+"/, with: "NumberOfFirstRetries\" value=\"many\"")
        },
        .text("ENR-27: another fault for a wrong password", ["ENR-27"], at: "Enrollment.svc", when: "not-pa55") {
            $0.replacing("Authentication<", with: "EnrollmentServer<")
        },
        .text("SES-01: commands without proof", ["SES-01", "SES-11", "ENR-29"], at: "/dm") {
            $0.replacing("<Data>407</Data>", with: "<Data>200</Data>")
        },
        .text("SES-02: a challenge without a nonce", ["SES-02", "DM-AUTH-18"], at: "/dm") {
            $0.replacing(/<NextNonce[^>]*>[^<]*<\/NextNonce>/, with: "")
        },
        .text("SES-04: a Status for a command never sent", ["SES-04", "DM-STAT-02", "DM-STAT-11"], at: "/dm") {
            $0.replacing(
                "<Final",
                with:
                    "<Status><CmdID>900</CmdID><MsgRef>1</MsgRef><CmdRef>99</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status><Final"
            )
        },
        .text("SES-05: MsgID stays", ["SES-05", "DM-HDR-06", "DM-HDR-07"], at: "/dm") {
            $0.replacing(/<MsgID>\d+<\/MsgID>/, with: "<MsgID>7</MsgID>")
        },
        .text("SES-05: another SessionID", ["SES-05", "DM-HDR-05", "DM-SESS-21"], at: "/dm") {
            $0.replacing(/<SessionID>\d+<\/SessionID>/, with: "<SessionID>77</SessionID>")
        },
        .text("SES-06: CmdIDs come again", ["SES-06", "DM-STAT-04"], at: "/dm") {
            $0.replacing("<CmdID>2</CmdID>", with: "<CmdID>1</CmdID>")
        },
        Breakage("SES-07: more parameters are refused", ["SES-07"]) { request, response in
            request.url.query?.contains("espalier=1") == true ? HTTPResponse(400) : response
        },
        .text("SES-08: a ./User command without a user", ["SES-08", "DM-WIN-03"], at: "/dm", when: ">others<") {
            $0.replacing(
                "<Final",
                with:
                    "<Get><CmdID>901</CmdID><Item><Target><LocURI>./User/Vendor/MSFT/Policy/Config</LocURI></Target></Item></Get><Final"
            )
        },
        .text(
            "SES-09: 406 for an unknown alert", ["SES-09", "DM-ALRT-01", "DM-ALRT-03", "DM-WIN-02"], at: "/dm",
            when: "espalier:unknown1224"
        ) {
            $0.replacing(/(<Cmd>Alert<\/Cmd>(?:(?!<\/Status>).)*<Data>)200/) { "\($0.output.1)406" }
        },
        .text(
            "SES-11: the goodbye fails", ["SES-11", "DM-ALRT-01", "DM-ALRT-03", "DM-WIN-02"], at: "/dm",
            when: "unenrollment.userrequest"
        ) {
            $0.replacing(/(<Cmd>Alert<\/Cmd>(?:(?!<\/Status>).)*<Data>)200/) { "\($0.output.1)500" }
        },
        Breakage("REN-01: the renewal is redirected", ["REN-01"]) { request, response in
            guard let message = try? EnrollmentMessage(parsing: request.body),
                case .requestSecurityToken(let token) = message.body, token.type == .renew, response.status == 200
            else { return response }
            return HTTPResponse(302, headers: ["Location": "https://mdm.example.test/other", "Content-Length": "0"])
        },
        .text("REN-02: another ErrorType", ["REN-02", "ENR-28"], at: "Enrollment.svc") {
            $0.replacing("NotEligibleToRenew", with: "GoAway")
        },
    ]

    static func fault(_ kind: SOAPFault.Kind, to message: EnrollmentMessage) -> HTTPResponse {
        let body = EnrollmentMessage.Body.fault(
            SOAPFault(
                code: "s:Receiver", subcodes: [TextElement("s:\(kind.rawValue)")],
                reasons: [SOAPFault.Reason("refused", language: "en")]))
        let header = MessageHeader.response(body, relatesTo: message.header.messageID?.value ?? "")
        let bytes = (try? EnrollmentMessage(header: header, body: body).bytes()) ?? []
        return HTTPResponse(
            500,
            headers: [
                "Content-Type": "application/soap+xml; charset=utf-8", "Content-Length": String(bytes.count),
            ], body: bytes)
    }

    @Test("A server that breaks one thing fails the checks of that thing, and no others", arguments: breakages)
    func breakage(_ breakage: Breakage) async throws {
        let result = try await ServerUnderTest(breakage).run(isIntrusive: false)
        let failing = result.results.filter { $0.verdict == .fail || $0.verdict == .warn }
        #expect(
            Set(failing.map(\.check.id)) == breakage.breaks,
            "\(failing.map { "\($0.verdict.rawValue) \($0.check.id): \($0.outcome)" }.joined(separator: "\n")) \(result.trouble ?? "")"
        )
    }
}
