import Enrollment
import HTTPExchange
import Identity
import Notation
import Testing

@testable import ManagementService

@Suite("Enrolment: enrollment.md 6 to 9")
struct EnrollmentTests {
    private func fault(_ body: EnrollmentMessage.Body) throws -> SOAPFault {
        guard case .fault(let fault) = body else {
            Issue.record("the server answered \(body)")
            throw CancellationError()
        }
        return fault
    }

    private func refusing(_ change: (inout ServerSettings) -> Void) async throws -> TestDevice {
        var settings = TestServer.settings
        change(&settings)
        return TestDevice(try await TestServer(settings))
    }

    // MARK: The policy

    @Test("ENR-12: policySchema 3, a key length, and a hash whose reference resolves")
    func policy() async throws {
        let answer = try await TestServer().soap(
            "/EnrollmentServer/Policy.svc", .getPolicies(GetPolicies()), security: TestDevice.password())
        guard case .getPoliciesResponse(let response) = answer.body else {
            Issue.record("\(answer.body)")
            return
        }
        #expect(answer.header.action?.value == answer.body.action)
        #expect(response.policies.first?.policySchema?.value == "3")
        #expect(response.keyLength == 2048)
        #expect(response.hashAlgorithm == "2.16.840.1.101.3.4.2.1")
    }

    @Test("ENR-27: the policy is for users only")
    func policyWithoutPassword() async throws {
        let server = try await TestServer()
        let wrong = try await server.soap(
            "/EnrollmentServer/Policy.svc", .getPolicies(GetPolicies()),
            security: TestDevice.password("ada@example.test", "other"))
        #expect(try fault(wrong.body).kind == .authentication)
        let none = try await server.soap("/EnrollmentServer/Policy.svc", .getPolicies(GetPolicies()))
        #expect(try fault(none.body).kind == .invalidSecurity)
    }

    // MARK: The certificate

    @Test(
        "ENR-14, ENR-16 to ENR-24: Windows' real request gets a document like that of 17.3",
        arguments: [CertificateRequest.Form.windows19043, .windowsLater, .clean])
    func worked(_ form: CertificateRequest.Form) async throws {
        let server = try await TestServer()
        let device = TestDevice(server)
        let body = try await device.requested(try device.token(form))
        guard case .requestSecurityTokenResponse(let collection) = body else {
            Issue.record("\(body)")
            return
        }
        let document = try collection.provisioningDocument()
        #expect(document.characteristics.map(\.type) == ["CertificateStore", "APPLICATION", "DMClient"])
        let own = try #require(document.certificates.first { $0.store == "My" })
        let certificate = try Certificate(
            der: try #require(own.encodedCertificate?.value.flatMap { Base64.decode($0) }))
        #expect(certificate.publicKey == device.key.publicKey)
        #expect(own.context == "User")
        #expect(own.thumbprint == certificate.thumbprint)
        let root = try #require(document.certificates.first { $0.store == "Root" && $0.context == "System" })
        let authority = try Certificate(
            der: try #require(root.encodedCertificate?.value.flatMap { Base64.decode($0) }))
        try await CertificateChain.verify(
            leaf: certificate, intermediates: [], roots: [authority], now: server.clock.now.seconds,
            requestKey: device.key.publicKey)
        let application = try #require(document.characteristics("APPLICATION").first)
        #expect(
            application.parms.map(\.name) == [
                "APPID", "PROVIDER-ID", "NAME", "ADDR", "ROLE", "CONNRETRYFREQ", "INITIALBACKOFFTIME", "MAXBACKOFFTIME",
                "BACKCOMPATRETRYDISABLED", "DEFAULTENCODING", "SSLCLIENTCERTSEARCHCRITERIA",
            ])
        #expect(application.parm("APPID")?.value == "w7")
        #expect(application.parm("PROVIDER-ID")?.value == "ExampleMDM")
        #expect(application.parm("ADDR")?.value == "https://mdm.example.test/dm")
        #expect(application.parm("ROLE")?.value == "32")
        #expect(
            application.parm("SSLCLIENTCERTSEARCHCRITERIA")?.value
                == "Subject=CN%3D5A0C71E94D3B4F6E9B1D20A7C8E3F415&Stores=My%5CUser")
        #expect(document.providers.map(\.type) == ["ExampleMDM"])
        let levels = application.characteristics("APPAUTH")
        #expect(levels.map { $0.parm("AAUTHLEVEL")?.value } == ["CLIENT", "APPSRV"])
        #expect(levels.map { $0.parm("AAUTHTYPE")?.value } == ["DIGEST", "DIGEST"])
        for level in levels {
            let nonce = try #require(level.parm("AAUTHDATA")?.value)
            #expect(Base64.decode(nonce)?.count == 16)
        }
    }

    @Test("ENR-18: the certificate of a device's enrolment goes to My/System")
    func deviceContext() async throws {
        var device = TestDevice(try await TestServer())
        try await device.enroll([.enrollmentType: "Device"])
        #expect(device.document?.certificates.first { $0.store == "My" }?.context == "System")
        #expect(
            device.application?.parm("SSLCLIENTCERTSEARCHCRITERIA")?.value?.hasSuffix("&Stores=My%5CSystem") ?? false)
    }

    @Test("ENR-20, ENR-25, ENR-26: lifetime, renewal and polling are valid")
    func rules() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        try await device.enroll()
        let certificate = try #require(device.certificate)
        let now = server.clock.now.seconds
        let renew = try #require(device.document?.renewal)
        let period = try #require(renew.parm("RenewPeriod")?.value.flatMap { Int64($0) })
        #expect(now - certificate.validity.notBefore <= 3_600)
        #expect(certificate.validity.notAfter - now > period * 86_400)
        #expect(renew.parm("ROBOSupport")?.value == "true")
        let poll = try #require(device.document?.providers.first?.characteristics("Poll").first)
        #expect(poll.parm("NumberOfFirstRetries")?.value == "5")
        #expect(poll.parm("IntervalForRemainingScheduledRetries")?.value == "1440")
    }

    @Test("ENR-15: unknown ContextItems are passed over, and a MAC may stand there many times")
    func unknownItems() async throws {
        let device = TestDevice(try await TestServer())
        var token = try device.token()
        token.context += [ContextItem(name: "OfTomorrow", value: "1")]
        token.context += (0..<13).map { ContextItem(.mac, "02-00-5E-10-01-\(10 + $0)") }
        guard case .requestSecurityTokenResponse = try await device.requested(token) else {
            Issue.record("refused")
            return
        }
    }

    @Test("enrollment.md 8.2: no two enrolments have a secret in common")
    func freshSecrets() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        var seen: Set<String> = []
        for _ in 0..<3 {
            try await device.enroll()
            for level in ["CLIENT", "APPSRV"] {
                for name in ["AAUTHSECRET", "AAUTHDATA"] {
                    #expect(seen.insert(try #require(device.accountParm(level, name))).inserted)
                }
            }
        }
    }

    // MARK: Faults

    @Test(
        "ENR-27: a wrong password and an unknown user get the same Authentication fault",
        arguments: [("ada@example.test", "pa55 "), ("ada@example.test", ""), ("eve@example.test", "pa55"), ("", "")])
    func wrongPassword(_ user: String, _ password: String) async throws {
        let device = TestDevice(try await TestServer())
        let fault = try fault(
            try await device.requested(security: TestDevice.password(user, password), try device.token()))
        #expect(fault.kind == .authentication)
        #expect(fault.detail == nil)
        #expect(fault.reasons.map(\.text) == ["The user or the password is wrong."])
        #expect(fault.hresult == HRESULT(0x8018_0002))
    }

    @Test("enrollment.md 17.6: too many devices are DeviceCapReached, and the same device is not one more")
    func deviceCap() async throws {
        var settings = TestServer.settings
        settings.enrollment.devicesPerUser = 1
        let server = try await TestServer(settings)
        var first = TestDevice(server)
        try await first.enroll()
        try await first.enroll()
        let second = TestDevice(server, id: "00000000000000000000000000000002")
        let fault = try fault(try await second.requested(try second.token()))
        #expect(fault.kind == .authorization)
        #expect(fault.detail?.error == .deviceCapReached)
        #expect(fault.detail?.traceID?.value.isEmpty == false)
        #expect(fault.hresult == HRESULT(0x8018_0013))
        var other = second
        try await other.enroll(security: TestDevice.password("bob@example.test", "b0b"))
        #expect(other.document != nil)
    }

    @Test(
        "ENR-28: each fault of 9.1 that is laid down for a user reaches the client",
        arguments: DeviceEnrollmentServiceError.ErrorType.allCases)
    func laidDown(_ error: DeviceEnrollmentServiceError.ErrorType) async throws {
        let device = try await refusing { $0.users[0].refusal = .error(error) }
        let fault = try fault(try await device.requested(try device.token()))
        #expect(fault.kind != nil)
        #expect(fault.detail?.error == error)
        #expect(fault.hresult == error.hresult)
    }

    @Test("ENR-28: and each subcode", arguments: SOAPFault.Kind.allCases)
    func laidDownKind(_ kind: SOAPFault.Kind) async throws {
        let device = try await refusing { $0.users[0].refusal = .kind(kind) }
        let fault = try fault(try await device.requested(try device.token()))
        #expect(fault.kind == kind)
        #expect(fault.hresult == kind.hresult)
    }

    @Test("enrollment.md 9.1: InMaintenance")
    func maintenance() async throws {
        let device = try await refusing { $0.enrollment.isInMaintenance = true }
        #expect(try fault(try await device.requested(try device.token())).detail?.error == .inMaintenance)
    }

    @Test("enrollment.md 9.1: a certificate request that is none, or not signed by its key, is CertificateRequest")
    func badRequest() async throws {
        let device = TestDevice(try await TestServer())
        var der = try device.request().der
        der[der.count - 1] ^= 1
        let bad: [[UInt8]] = [[], [0x30, 0x00], Array("hello".utf8), der, Array(der.dropLast())]
        for octets in bad {
            var token = try device.token()
            token.binarySecurityToken = BinarySecurityToken(.pkcs10, octets: octets)
            #expect(try fault(try await device.requested(token)).kind == .certificateRequest)
        }
        var token = try device.token()
        token.binarySecurityToken?.text = "not Base64!"
        #expect(try fault(try await device.requested(token)).kind == .certificateRequest)
        token.binarySecurityToken = nil
        #expect(try fault(try await device.requested(token)).kind == .certificateRequest)
    }

    @Test("enrollment.md 6.2: a key shorter than minimalKeyLength is refused")
    func shortKey() async throws {
        let device = try await refusing { $0.enrollment.keyLength = 4096 }
        #expect(try fault(try await device.requested(try device.token())).kind == .certificateRequest)
    }

    @Test("enrollment.md 9.1: data that no device sends is InvalidEnrollmentData or DeviceNotSupported")
    func badData() async throws {
        let device = TestDevice(try await TestServer())
        for changes in [[ContextItem.Name.deviceID: ""], [.deviceID: "a/b"], [.enrollmentType: "Half"]] {
            let answer = try await device.requested(try device.token(.clean, changes))
            #expect(try fault(answer).detail?.error == .invalidEnrollmentData)
        }
        let toaster = try await device.requested(try device.token(.clean, [.deviceType: "Toaster"]))
        #expect(try fault(toaster).detail?.error == .deviceNotSupported)
        var token = try device.token()
        token.requestType = "http://example.test/Wish"
        #expect(try fault(try await device.requested(token)).detail?.error == .invalidEnrollmentData)
    }

    @Test("enrollment.md 9.1: a message that does not belong to an address is MessageFormat")
    func wrongAddress() async throws {
        let server = try await TestServer()
        let body = EnrollmentMessage.Body.getPolicies(GetPolicies())
        for path in ["Discovery", "Enrollment"] {
            let answer = try await server.soap("/EnrollmentServer/\(path).svc", body, security: TestDevice.password())
            #expect(try fault(answer.body).kind == .messageFormat)
        }
    }

    // MARK: Again, and twins

    @Test("ENR-29: a device that enrols again has a new certificate, and what it had before proves nothing")
    func again() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        try await device.enroll()
        let old = device
        try await device.enroll()
        #expect(device.certificate?.thumbprint != old.certificate?.thumbprint)
        var withOldCertificate = old
        withOldCertificate.peer = Peer(thumbprint: old.certificate?.thumbprint)
        let challenged = try await withOldCertificate.open()
        #expect(challenged.headerStatus?.data?.content == "401")
        #expect(challenged.sent.isEmpty)
        let accepted = try await device.open()
        #expect(accepted.headerStatus?.data?.content == "200")
    }

    @Test("ENR-30: two devices with one HWDevID stand side by side")
    func twins() async throws {
        let server = try await TestServer()
        var first = TestDevice(server)
        var second = TestDevice(server, id: "00000000000000000000000000000002", key: 1)
        try await first.enroll()
        try await second.enroll()
        let opened = try await first.open()
        #expect(opened.headerStatus?.data?.content == "200")
        let body = String(
            decoding: try await server.admin("/devices/\(TestDevice.id)").body, as: UTF8.self)
        #expect(body.contains("\"sharesHardwareIDWith\":[\"00000000000000000000000000000002\"]"))
    }
}
