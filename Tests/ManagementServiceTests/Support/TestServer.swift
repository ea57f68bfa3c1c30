import Capture
import Enrollment
import HTTPExchange
import Identity
import Notation
import Synchronization
import Testing

@testable import ManagementService

/// A server without a network, with a clock that tests turn and randomness that counts.
struct TestServer {
    let server: ManagementServer
    let clock: TestClock

    static let url = "https://mdm.example.test"

    /// The user of enrollment.md 17.
    static let ada = ServerSettings.User(name: "ada@example.test", password: "pa55")

    static var settings: ServerSettings {
        var settings = ServerSettings()
        settings.name = "Example MDM"
        settings.providerID = "ExampleMDM"
        settings.users = [ada, ServerSettings.User(name: "bob@example.test", password: "b0b")]
        return settings
    }

    init(
        _ settings: ServerSettings = settings, store: ServerStore? = nil, clock: TestClock = TestClock(),
        observer: ExchangeObserver? = nil
    ) async throws {
        self.clock = clock
        server = try await ManagementServer(
            settings: settings, store: try store ?? .inMemory(), adminToken: "admin-token",
            clock: { clock.now }, observer: observer)
    }

    func get(_ path: String, headers: HTTPHeaders = HTTPHeaders(), from peer: Peer = .anonymous) async throws
        -> HTTPResponse
    {
        await server.answer(
            HTTPRequest(.get, try #require(HTTPURL(Self.url + path)), headers: headers), from: peer)
    }

    func post(
        _ path: String, _ body: [UInt8], type: String = "application/soap+xml; charset=utf-8",
        headers: HTTPHeaders = HTTPHeaders(), from peer: Peer = .anonymous
    ) async throws -> HTTPResponse {
        var headers = headers
        headers.set("Content-Type", type)
        return await server.answer(
            HTTPRequest(.post, try #require(HTTPURL(Self.url + path)), headers: headers, body: body), from: peer)
    }

    /// Sends a message of the enrolment and reads the answer.
    func soap(
        _ path: String, _ body: EnrollmentMessage.Body, security: Security? = nil, from peer: Peer = .anonymous
    ) async throws -> EnrollmentMessage {
        let header = MessageHeader.request(
            body, messageID: "urn:uuid:6f1f0a52-0a40-4b0e-9a3c-5a1de0b7c001", to: Self.url + path, security: security)
        let bytes = try EnrollmentMessage(header: header, body: body).bytes()
        return try EnrollmentMessage(parsing: try await post(path, bytes, from: peer).body)
    }

    func admin(_ path: String) async throws -> HTTPResponse {
        try await get("/admin\(path)", headers: ["Authorization": "Bearer admin-token"])
    }

    func admin(_ path: String, post body: String, type: String = "application/json") async throws -> HTTPResponse {
        try await post(
            "/admin\(path)", Array(body.utf8), type: type, headers: ["Authorization": "Bearer admin-token"])
    }
}

/// A clock that stands until a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(CaptureTime(microseconds: 1_795_000_000_000_000))

    var now: CaptureTime { time.withLock { $0 } }

    func advance(seconds: Int64) { time.withLock { $0.microseconds += seconds * 1_000_000 } }
}
