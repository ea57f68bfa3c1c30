import Enrollment
import HTTPExchange
import Testing

@testable import ManagementService

@Suite("Hostile clients: issue 6, security")
struct AbuseTests {
    private static let endpoints = [
        ("/EnrollmentServer/Discovery.svc", "application/soap+xml; charset=utf-8"),
        ("/EnrollmentServer/Policy.svc", "application/soap+xml"),
        ("/EnrollmentServer/Enrollment.svc", "application/soap+xml"),
        ("/EnrollmentServer/Login", "application/x-www-form-urlencoded"),
        ("/dm", "application/vnd.syncml.dm+xml"), ("/dm", "application/vnd.syncml.dm+wbxml"),
    ]

    /// A generator that gives the same every time.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    @Test("Random bytes are a 4xx at every address", arguments: endpoints)
    func random(_ path: String, _ type: String) async throws {
        let server = try await TestServer()
        var generator = Generator()
        for _ in 0..<200 {
            let count = Int.random(in: 0...300, using: &generator)
            var bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            // What begins like a document gets further.
            if Bool.random(using: &generator) { bytes = Array("<".utf8) + bytes }
            if type.hasSuffix("wbxml") { bytes = [0x03, 0x00, 0x00, 0x6A] + bytes }
            let status = try await server.post(path, bytes, type: type).status
            #expect((400...499).contains(status), "\(path) answered \(status)")
        }
    }

    @Test("Random bytes are a 4xx for the administrator, too")
    func randomAdmin() async throws {
        var device = TestDevice(try await TestServer())
        try await device.enroll()
        var generator = Generator()
        for path in ["commands", "profile"] {
            for type in ["application/json", "application/xml"] {
                for _ in 0..<50 {
                    let bytes = (0..<100).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
                    let response = try await device.server.post(
                        "/admin/devices/\(device.id)/\(path)", bytes, type: type,
                        headers: ["Authorization": "Bearer admin-token"])
                    #expect((400...499).contains(response.status))
                }
            }
        }
    }

    @Test("A request for a certificate that is cut off at any byte is refused")
    func truncated() async throws {
        let server = try await TestServer()
        let device = TestDevice(server)
        let body = EnrollmentMessage.Body.requestSecurityToken(try device.token())
        let bytes = try EnrollmentMessage(
            header: .request(
                body, messageID: "urn:uuid:1", to: TestServer.url, security: TestDevice.password()), body: body
        ).bytes()
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let status = try await server.post("/EnrollmentServer/Enrollment.svc", Array(bytes.prefix(length))).status
            #expect(status == 400)
        }
        #expect(try await server.post("/EnrollmentServer/Enrollment.svc", bytes).status == 200)
    }

    @Test("Entity bombs and documents of too many levels are refused before they grow", arguments: endpoints.prefix(5))
    func bombs(_ path: String, _ type: String) async throws {
        let server = try await TestServer()
        let entities = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        let bomb = "<!DOCTYPE x [<!ENTITY e0 \"boom\">\(entities)]><x>&e9;</x>"
        let external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
        let deep = String(repeating: "<a>", count: 10_000)
        for text in [bomb, external, deep] {
            let response = try await server.post(path, Array(text.utf8), type: type)
            #expect((400...499).contains(response.status))
            #expect(!String(decoding: response.body, as: UTF8.self).contains("root:"))
        }
    }

    @Test("A body beyond its limit is 413", arguments: endpoints)
    func oversized(_ path: String, _ type: String) async throws {
        var settings = TestServer.settings
        settings.limits.enrollmentBytes = 1_000
        settings.limits.formBytes = 1_000
        settings.limits.messageBytes = 1_000
        let server = try await TestServer(settings)
        let bytes = [UInt8](repeating: 0x20, count: 1_001)
        #expect(try await server.post(path, bytes, type: type).status == 413)
        #expect(try await server.post(path, Array(bytes.dropLast()), type: type).status != 413)
    }

    @Test("A wrong media type is 415 for a message of the enrolment, and other addresses are 404")
    func others() async throws {
        let server = try await TestServer()
        #expect(try await server.post("/EnrollmentServer/Policy.svc", [], type: "text/xml").status == 415)
        #expect(try await server.get("/EnrollmentServer/Policy.svc").status == 405)
        for path in ["/", "/dm/", "/dmx", "/EnrollmentServer", "/..%2fadmin"] {
            #expect(try await server.get(path).status == 404)
        }
    }
}
