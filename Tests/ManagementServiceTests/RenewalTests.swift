import Enrollment
import Identity
import Notation
import Testing

@testable import ManagementService

@Suite("Renewal and recovery: enrollment.md 10")
struct RenewalTests {
    /// A request for the second key, signed by the first.
    private func renewal(
        _ device: TestDevice, signedBy certificate: Certificate? = nil, key: Int = 1, isManual: Bool = false,
        type: BinarySecurityToken.ValueType = .pkcs7
    ) throws -> RequestSecurityToken {
        var fresh = device
        fresh.key = TestDevice.keys[key]
        let wrapped = try RenewalRequest(
            of: try fresh.request(), signedBy: try #require(certificate ?? device.certificate), key: device.key)
        return RequestSecurityToken(
            .renew, BinarySecurityToken(type, octets: isManual ? wrapped.octetsOfManualRenewal : wrapped.octets),
            context: device.context())
    }

    private let security = Security(
        timestamp: Timestamp(id: "_0"),
        usernameToken: UsernameToken(username: TextElement("ada@example.test"), password: ""))

    private func enrolled(_ server: TestServer) async throws -> TestDevice {
        var device = TestDevice(server)
        try await device.enroll()
        device.peer = Peer(thumbprint: device.certificate?.thumbprint)
        return device
    }

    @Test(
        "REN-01: PKCS#7 over client TLS brings a new certificate, and nothing but it and the account",
        arguments: [false, true], [BinarySecurityToken.ValueType.pkcs7, .pkcs7OfEnrollment])
    func renew(_ isManual: Bool, _ type: BinarySecurityToken.ValueType) async throws {
        let device = try await enrolled(try await TestServer())
        let body = try await device.requested(
            security: security, try renewal(device, isManual: isManual, type: type))
        guard case .requestSecurityTokenResponse(let collection) = body else {
            Issue.record("\(body)")
            return
        }
        let document = try collection.provisioningDocument()
        #expect(document.characteristics.map(\.type) == ["CertificateStore", "APPLICATION"])
        #expect(document.certificates.map(\.store) == ["My"])
        #expect(document.characteristics("APPLICATION").first?.parm("PROVIDER-ID")?.value == "ExampleMDM")
        let der = try #require(document.certificates.first?.encodedCertificate?.value.flatMap { Base64.decode($0) })
        #expect(try Certificate(der: der).publicKey == TestDevice.keys[1].publicKey)
    }

    @Test("enrollment.md 10.1: the policy is told to a device that shows its certificate")
    func policy() async throws {
        let server = try await TestServer()
        let device = try await enrolled(server)
        let answer = try await server.soap(
            "/EnrollmentServer/Policy.svc", .getPolicies(GetPolicies()), security: security, from: device.peer)
        guard case .getPoliciesResponse = answer.body else {
            Issue.record("\(answer.body)")
            return
        }
    }

    @Test("enrollment.md 10.1: the old certificate counts until the new one was shown")
    func swap() async throws {
        let server = try await TestServer()
        var device = try await enrolled(server)
        let old = device.peer
        let body = try await device.requested(security: security, try renewal(device))
        guard case .requestSecurityTokenResponse(let collection) = body else {
            Issue.record("\(body)")
            return
        }
        let entry = try #require(try collection.provisioningDocument().certificates.first)
        #expect(try await device.open().headerStatus?.data?.content == "200")
        device.peer = Peer(thumbprint: entry.thumbprint)
        #expect(try await device.open().headerStatus?.data?.content == "200")
        device.peer = old
        device.session += 1
        device.message = 0
        #expect(try await device.send(device.package1()).headerStatus?.data?.content == "407")
    }

    @Test("REN-02: a certificate that is unknown, over or taken back is NotEligibleToRenew")
    func notEligible() async throws {
        let server = try await TestServer()
        let device = try await enrolled(server)
        var stranger = device
        stranger.peer = Peer(thumbprint: String(repeating: "0", count: 40))
        let unknown = try await stranger.requested(security: TestDevice.password(), try renewal(device))
        server.clock.advance(seconds: 366 * 86_400)
        let over = try await device.requested(security: TestDevice.password(), try renewal(device))
        for body in [unknown, over] {
            guard case .fault(let fault) = body else {
                Issue.record("\(body)")
                continue
            }
            #expect(fault.detail?.error == .notEligibleToRenew)
            #expect(fault.hresult == HRESULT(0x8018_0016))
        }
    }

    @Test("enrollment.md 10.1: without client TLS, with the old key, or signed by another, it is refused")
    func refused() async throws {
        let server = try await TestServer()
        let device = try await enrolled(server)
        var anonymous = device
        anonymous.peer = .anonymous
        var other = TestDevice(server, id: "00000000000000000000000000000002")
        try await other.enroll()
        let answers = [
            try await anonymous.requested(security: TestDevice.password(), try renewal(device)),
            try await device.requested(security: security, try renewal(device, key: 0)),
            try await device.requested(security: security, try renewal(device, signedBy: other.certificate)),
        ]
        let kinds = answers.map { body -> SOAPFault.Kind? in
            if case .fault(let fault) = body { fault.kind } else { nil }
        }
        #expect(kinds == [.invalidSecurity, .certificateRequest, .certificateRequest])
    }

    @Test("enrollment.md 10.3: recovery is granted to a device that enrolled, where the settings allow it")
    func recovery() async throws {
        for isAllowed in [false, true] {
            var settings = TestServer.settings
            settings.enrollment.allowsRecovery = isAllowed
            let device = TestDevice(try await TestServer(settings))
            var token = try device.token()
            token.requestType = TextElement(RequestSecurityToken.RequestType.recovery.rawValue)
            guard case .fault = try await device.requested(token) else {
                Issue.record("a device that never enrolled recovers")
                return
            }
            var enrolled = device
            try await enrolled.enroll()
            let body = try await device.requested(token)
            if case .requestSecurityTokenResponse = body { #expect(isAllowed) } else { #expect(!isAllowed) }
        }
    }
}
