import Enrollment
import HTTPExchange
import Identity
import Notation
import SyncML
import Synchronization
import Testing
import Transport

@testable import ManagementService

@Suite("Over TLS on loopback")
struct SocketTests {
    /// Runs a server on a free port while a body runs.
    private func running(
        _ settings: ServerSettings = TestServer.settings,
        _ body: @escaping @Sendable (ManagementServer, Int) async throws -> Void
    ) async throws {
        let server = try await ManagementServer(settings: settings, store: try .inMemory(), adminToken: "admin-token")
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(port: 0, log: AccessLog.silent) { continuation.yield($0) }
                continuation.finish()
            }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(server, port)
            group.cancelAll()
        }
    }

    private static func transport(_ server: ManagementServer, identity: ClientIdentity? = nil) throws -> HTTPSTransport
    {
        try HTTPSTransport(
            HTTPSTransport.Configuration(trustRoots: try TrustRoots(pem: server.authorityPEM), identity: identity))
    }

    private static func post(
        _ transport: HTTPSTransport, _ port: Int, _ path: String, _ type: String, _ body: [UInt8]
    ) async throws -> HTTPResponse {
        let url = try #require(HTTPURL("https://localhost:\(port)\(path)"))
        return try await transport.exchange(
            HTTPRequest(.post, url, headers: ["Content-Type": type], body: body)
        ).response
    }

    /// Enrols over the wire.
    private static func enroll(_ transport: HTTPSTransport, _ port: Int, id: String, key: Int) async throws
        -> TestDevice
    {
        var device = TestDevice(try await TestServer(), id: id, key: key)
        let body = EnrollmentMessage.Body.requestSecurityToken(try device.token())
        let bytes = try EnrollmentMessage(
            header: .request(
                body, messageID: "urn:uuid:1", to: "https://localhost:\(port)/", security: TestDevice.password()),
            body: body
        ).bytes()
        let response = try await post(
            transport, port, "/EnrollmentServer/Enrollment.svc", "application/soap+xml; charset=utf-8", bytes)
        #expect(response.status == 200)
        #expect(response.framing == .contentLength, "ENR-02")
        #expect(response.headers["Content-Length"] == String(response.body.count))
        #expect(response.headers.mediaType == "application/soap+xml", "ENR-03")
        guard case .requestSecurityTokenResponse(let collection) = try EnrollmentMessage(parsing: response.body).body
        else {
            Issue.record("not enrolled")
            return device
        }
        device.document = try collection.provisioningDocument()
        return device
    }

    private static func package1(_ device: TestDevice, _ port: Int) throws -> [UInt8] {
        try Message(
            header: SyncHdr(
                sessionID: "1", msgID: "1", target: Location("https://localhost:\(port)/dm"),
                source: Location(device.id)),
            commands: device.package1().enumerated().map { $1.withCmdID(String($0 + 2)) }, isFinal: true
        ).serialized()
    }

    @Test("ENR-02, ENR-03, SES-01: two devices enrol at one time, and each is known by its certificate in TLS")
    func enrolment() async throws {
        try await running { server, port in
            let transport = try Self.transport(server)
            let probe = try await transport.exchange(
                HTTPRequest(.get, try #require(HTTPURL("https://localhost:\(port)/EnrollmentServer/Discovery.svc"))))
            #expect(probe.response.status == 200)
            #expect(probe.response.framing == .contentLength)
            async let first = Self.enroll(transport, port, id: TestDevice.id, key: 0)
            async let second = Self.enroll(transport, port, id: "00000000000000000000000000000002", key: 1)
            for device in [try await first, try await second] {
                #expect(device.application?.parm("ADDR")?.value == "https://localhost:\(port)/dm")
                let body = try Self.package1(device, port)
                let without = try await Self.post(
                    transport, port, "/dm?mode=Maintenance&Platform=WoA", "application/vnd.syncml.dm+xml", body)
                #expect(try Message(parsing: without.body).headerStatus?.data?.content == "407")
                let certificate = try #require(device.certificate)
                let known = try Self.transport(
                    server,
                    identity: try ClientIdentity(derChain: [certificate.der], privateKey: device.key.pkcs8DER))
                let with = try await Self.post(
                    known, port, "/dm?mode=Maintenance&Platform=WoA", "application/vnd.syncml.dm+xml", body)
                #expect(try Message(parsing: with.body).headerStatus?.data?.content == "200")
                #expect(with.framing == .contentLength)
                await known.close()
            }
            await transport.close()
        }
    }

    @Test("A certificate that the server never issued keeps nobody from talking to it, and proves nothing")
    func strangeCertificate() async throws {
        try await running { server, port in
            let transport = try Self.transport(server)
            let device = try await Self.enroll(transport, port, id: TestDevice.id, key: 0)
            await transport.close()
            let now = server.clock().seconds
            let other = try CertificateAuthority(
                name: "Other", key: .p256(), validity: Validity(from: now - 100, days: 1),
                serialNumber: SerialNumber.random())
            let certificate = try other.clientCertificate(
                for: device.key.publicKey, subject: DistinguishedName(commonName: device.id),
                validity: Validity(from: now - 100, days: 1), serialNumber: SerialNumber.random())
            let strange = try Self.transport(
                server, identity: try ClientIdentity(derChain: [certificate.der], privateKey: device.key.pkcs8DER))
            let answer = try await Self.post(
                strange, port, "/dm", "application/vnd.syncml.dm+xml", try Self.package1(device, port))
            #expect(try Message(parsing: answer.body).headerStatus?.data?.content == "407")
            await strange.close()
        }
    }

    @Test("A body beyond its limit is 413, and the server goes on")
    func oversized() async throws {
        try await running { server, port in
            let transport = try Self.transport(server)
            let body = [UInt8](repeating: 0x20, count: 600 << 10)
            let response = try await Self.post(
                transport, port, "/EnrollmentServer/Policy.svc", "application/soap+xml", body)
            #expect(response.status == 413)
            await transport.close()
            let next = try Self.transport(server)
            let probe = try await next.exchange(
                HTTPRequest(.get, try #require(HTTPURL("https://127.0.0.1:\(port)/EnrollmentServer/Discovery.svc"))))
            #expect(probe.response.status == 200)
            await next.close()
        }
    }

    @Test("DM-HTTP-04: TLS 1.2 and 1.3", arguments: HTTPSTransport.TLSVersions.Version.allCases)
    func versions(_ version: HTTPSTransport.TLSVersions.Version) async throws {
        try await running { server, port in
            var configuration = HTTPSTransport.Configuration(trustRoots: try TrustRoots(pem: server.authorityPEM))
            configuration.tlsVersions = HTTPSTransport.TLSVersions(from: version, to: version)
            let transport = try HTTPSTransport(configuration)
            let url = try #require(HTTPURL("https://localhost:\(port)/EnrollmentServer/Discovery.svc"))
            #expect(try await transport.exchange(HTTPRequest(.get, url)).response.status == 200)
            await transport.close()
        }
    }

    @Test("A port that is in use is told as such")
    func portInUse() async throws {
        try await running { server, port in
            do throws(ServiceFault) {
                try await server.run(port: port, log: AccessLog.silent) { _ in }
                Issue.record("two servers at one port")
            } catch {
                #expect(error.code == .portInUse)
                #expect(error.message == "port \(port) of 127.0.0.1 is in use")
            }
        }
    }
}
