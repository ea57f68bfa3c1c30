import Enrollment
import HTTPExchange
import Identity
import Notation
import Testing

@testable import ManagementService

@Suite("The three authentications and Entra: enrollment.md 5, 6.1, 11.2")
struct AuthenticationTests {
    private let app = "ms-app%3A%2F%2Fwindows.immersivecontrolpanel"

    private func text(_ response: HTTPResponse) -> String { String(decoding: response.body, as: UTF8.self) }

    /// The value of `wresult` on the end page, as a browser reads it.
    private func result(_ page: String) throws -> String {
        let start = try #require(page.firstRange(of: "name=\"wresult\" value=\"")).upperBound
        return String(page[start...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }

    private func security(wresult: String) -> Security {
        Security(binarySecurityToken: BinarySecurityToken(.userToken, octets: Array(wresult.utf8)))
    }

    private func isRefused(_ device: TestDevice, _ security: Security) async throws -> Bool {
        guard case .fault(let fault) = try await device.requested(security: security, try device.token()) else {
            return false
        }
        #expect(fault.kind == .authentication || fault.kind == .invalidSecurity)
        return true
    }

    // MARK: Federated

    @Test("ENR-11: the login page asks, and its end page posts wresult to the appru that was given")
    func federated() async throws {
        let server = try await TestServer()
        let page = try await server.get("/EnrollmentServer/Login?appru=\(app)&login_hint=ada%40example.test")
        #expect(page.status == 200)
        #expect(text(page).contains("type=\"password\""))
        #expect(text(page).contains("value=\"ada@example.test\""))
        let wrong = try await server.post(
            "/EnrollmentServer/Login", Array("appru=\(app)&login=ada%40example.test&password=no".utf8),
            type: "application/x-www-form-urlencoded")
        #expect(!text(wrong).contains("wresult"))
        let end = try await server.post(
            "/EnrollmentServer/Login", Array("appru=\(app)&login=ada%40example.test&password=pa55".utf8),
            type: "application/x-www-form-urlencoded")
        #expect(text(end).contains("<form method=\"post\" action=\"ms-app://windows.immersivecontrolpanel\">"))
        let token = try result(text(end))
        var device = TestDevice(server)
        try await device.enroll(security: security(wresult: token))
        #expect(device.document?.providers.first?.parm("UPN")?.value == "ada@example.test")
        #expect(try await isRefused(device, security(wresult: token)), "a token serves for one enrolment")
    }

    @Test("enrollment.md 5: a token is worth nothing after its time, and an invented one never")
    func tokenTime() async throws {
        let server = try await TestServer()
        let end = try await server.post(
            "/EnrollmentServer/Login", Array("appru=\(app)&login=ada%40example.test&password=pa55".utf8),
            type: "application/x-www-form-urlencoded")
        let device = TestDevice(server)
        server.clock.advance(seconds: 901)
        #expect(try await isRefused(device, security(wresult: try result(text(end)))))
        #expect(try await isRefused(device, security(wresult: "invented")))
        #expect(try await isRefused(device, security(wresult: "")))
    }

    @Test("enrollment.md 17.1: a server that logs in by itself gives the token that its settings lay down")
    func automatic() async throws {
        var settings = TestServer.settings
        settings.federation.automaticUser = "ada@example.test"
        settings.federation.tokens = ["tok-91c2&v=1": "ada@example.test"]
        let server = try await TestServer(settings)
        let page = try await server.get("/EnrollmentServer/Login?appru=\(app)&login_hint=ada%40example.test")
        #expect(text(page).contains("value=\"tok-91c2&amp;v=1\""))
        var device = TestDevice(server)
        for _ in 0..<2 {
            try await device.enroll(security: security(wresult: "tok-91c2&v=1"))
            #expect(device.document != nil)
        }
    }

    @Test(
        "A token goes to an app of Windows only, and nothing that a client sends is markup",
        arguments: ["", "https%3A%2F%2Fevil.test", "javascript%3Aalert(1)", "ms-app%3A%2F%2F"])
    func otherApps(_ app: String) async throws {
        let server = try await TestServer()
        #expect(try await server.get("/EnrollmentServer/Login?appru=\(app)").status == 400)
    }

    @Test("enrollment.md 5: what the query holds is text on the page, never markup")
    func markup() async throws {
        let server = try await TestServer()
        let page = try await server.get(
            "/EnrollmentServer/Login?appru=ms-app%3A%2F%2F%22%3E%3Cb%3E&login_hint=%22%3E%3Cscript%3E")
        #expect(!text(page).contains("<script>"))
        #expect(!text(page).contains("<b>"))
    }

    // MARK: Entra

    private static let issuer = "https://sts.example.test/"
    private static let audience = "https://mdm.example.test/"

    private func entra(_ key: KeyPair) -> ServerSettings.Entra {
        let base64 = Base64.encode(key.publicKey.subjectPublicKeyInfo)
        return ServerSettings.Entra(
            publicKey: "-----BEGIN PUBLIC KEY-----\n\(base64)\n-----END PUBLIC KEY-----\n", keyID: "key-1",
            issuer: Self.issuer, audiences: [Self.audience])
    }

    private func claims(_ server: TestServer, _ change: (inout EntraToken.Claims) -> Void = { _ in })
        -> EntraToken.Claims
    {
        let now = server.clock.now.seconds
        var claims = EntraToken.Claims(
            audience: Self.audience, issuer: Self.issuer, tenantID: "t", userPrincipalName: "grace@example.test",
            notBefore: now - 60, expires: now + 3_600)
        change(&claims)
        return claims
    }

    private func security(jwt: String) -> Security {
        Security(binarySecurityToken: BinarySecurityToken(.jwt, octets: Array(jwt.utf8)))
    }

    @Test("enrollment.md 11: a token signed by the tester's key enrols its user, whom the settings need not know")
    func entraToken() async throws {
        let key = try #require(TestDevice.keys.last)
        var settings = TestServer.settings
        settings.entra = entra(key)
        let server = try await TestServer(settings)
        var device = TestDevice(server)
        try await device.enroll(
            security: security(jwt: try EntraToken.sign(claims(server), key: key, keyID: "key-1")),
            [.enrollmentType: "Device"])
        #expect(device.document?.providers.first?.parm("UPN")?.value == "grace@example.test")
        let wrong = [
            try EntraToken.sign(claims(server) { $0.expires = $0.notBefore - 3_600 }, key: key, keyID: "key-1"),
            try EntraToken.sign(claims(server) { $0.audience = "other" }, key: key, keyID: "key-1"),
            try EntraToken.sign(claims(server) { $0.issuer = "other" }, key: key, keyID: "key-1"),
            try EntraToken.sign(claims(server), key: key, keyID: "key-2"),
            try EntraToken.sign(claims(server), key: try #require(TestDevice.keys.first), keyID: "key-1"),
            "eyJhbGciOiJub25lIn0.e30.", "",
        ]
        for token in wrong { #expect(try await isRefused(device, security(jwt: token))) }
    }

    @Test("enrollment.md 11.2: without a key in the settings no token counts")
    func entraWithoutKey() async throws {
        let key = try #require(TestDevice.keys.last)
        let server = try await TestServer()
        let token = try EntraToken.sign(claims(server), key: key, keyID: "key-1")
        #expect(try await isRefused(TestDevice(server), security(jwt: token)))
    }

    // MARK: Certificate

    private func authority(_ now: Int64) throws -> CertificateAuthority {
        try CertificateAuthority(
            name: "Orchard Root CA", key: .p256(), validity: Validity(from: now - 86_400, days: 30),
            serialNumber: SerialNumber.random())
    }

    private func signed(
        _ device: TestDevice, _ authority: CertificateAuthority, now: Int64, valid: Int64 = 300
    ) throws -> [UInt8] {
        let key = try #require(TestDevice.keys.last)
        let certificate = try authority.clientCertificate(
            for: key.publicKey, subject: DistinguishedName(commonName: "ada@example.test"),
            validity: Validity(from: now - 60, days: 1), serialNumber: SerialNumber.random())
        let body = EnrollmentMessage.Body.requestSecurityToken(try device.token())
        let message = EnrollmentMessage(
            header: .request(
                body, messageID: "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c003",
                to: "\(TestServer.url)/EnrollmentServer/Enrollment.svc"), body: body)
        return try CertificateAuthentication.sign(
            message, certificate: certificate, key: key,
            validity: Validity(notBefore: now, notAfter: now + valid)
        ).bytes()
    }

    private func answer(_ server: TestServer, _ bytes: [UInt8]) async throws -> EnrollmentMessage.Body {
        try EnrollmentMessage(parsing: try await server.post("/EnrollmentServer/Enrollment.svc", bytes).body).body
    }

    @Test("enrollment.md 6.1: a message that a certificate of a configured root signed enrols its subject")
    func certificate() async throws {
        let clock = TestClock()
        let now = clock.now.seconds
        let authority = try authority(now)
        var settings = TestServer.settings
        settings.certificateRoots = [authority.certificate.pem]
        let server = try await TestServer(settings, clock: clock)
        let device = TestDevice(server)
        guard
            case .requestSecurityTokenResponse(let collection) = try await answer(
                server, signed(device, authority, now: now))
        else {
            Issue.record("the certificate is not taken")
            return
        }
        #expect(
            try collection.provisioningDocument().providers.first?.parm("UPN")?.value == "ada@example.test")
    }

    @Test("enrollment.md 6.1: another root, another time or a changed message is an Authentication fault")
    func wrongCertificate() async throws {
        let clock = TestClock()
        let now = clock.now.seconds
        let authority = try authority(now)
        var settings = TestServer.settings
        settings.certificateRoots = [authority.certificate.pem]
        let server = try await TestServer(settings, clock: clock)
        let device = TestDevice(server)
        let text = String(decoding: try signed(device, authority, now: now), as: UTF8.self)
        let changed = Array(text.replacing("DESKTOP-EMU0001", with: "DESKTOP-EMU0002").utf8)
        let stranger = try signed(device, try self.authority(now), now: now)
        let recorded = try signed(device, authority, now: now - 7_200)
        for bytes in [changed, stranger, recorded] {
            guard case .fault(let fault) = try await answer(server, bytes) else {
                Issue.record("the message is taken")
                continue
            }
            #expect(fault.kind == .authentication)
        }
    }
}
