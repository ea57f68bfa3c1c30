import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice
import ManagementService
import Notation
import Synchronization
import Testing

@testable import ServerConformance

/// The reference server in this process, and what a test breaks of its answers.
struct ServerUnderTest {
    static let url = "https://mdm.example.test"
    let server: ManagementServer
    var breakage: Breakage?

    init(_ breakage: Breakage? = nil, _ change: (inout ServerSettings) -> Void = { _ in }) async throws {
        var settings = ServerSettings()
        settings.name = "Example MDM"
        settings.providerID = "ExampleMDM"
        settings.users = [ServerSettings.User(name: "ada@example.test", password: "pa55")]
        change(&settings)
        server = try await ManagementServer(settings: settings, store: .inMemory(), adminToken: "admin-token")
        self.breakage = breakage
    }

    /// Made once: an RSA key takes its time.
    private static let keys: [KeyPair] = (0..<4).compactMap { _ in try? KeyPair() }

    /// Gives one key after the other, so that no two in a row are the same.
    final class Keys: Sendable {
        private let next = Mutex(0)

        func key() -> KeyPair {
            next.withLock { next in
                next += 1
                return ServerUnderTest.keys[next % ServerUnderTest.keys.count]
            }
        }
    }

    /// What a device finds in its queue as soon as it is enrolled.
    static let commands =
        #"{"commands":[{"verb":"get","uri":"./DevDetail/SwV"},{"verb":"replace","uri":"./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera","format":"int","data":"0"},{"verb":"atomic","commands":[{"verb":"replace","uri":"./Device/Vendor/MSFT/Policy/Config/System/AllowLocation","format":"int","data":"1"}]}]}"#

    func bench(password: String = "pa55") throws -> Bench {
        let address = try #require(ServiceAddress("\(Self.url)/EnrollmentServer/Discovery.svc"))
        let (server, breakage, keys) = (server, breakage, Keys())
        return Bench(
            Bench.Subject(server: address, user: "ada@example.test", password: Secret(password)),
            makeTransport: { identity in
                let peer = identity.map { Peer(thumbprint: $0.certificate.thumbprint) } ?? .anonymous
                return InMemoryTransport { request async throws(ExchangeFault) -> HTTPResponse in
                    var response = await server.answer(request, from: peer)
                    await Self.enqueue(server, request, response)
                    response.headers.set("Content-Length", String(response.body.count))
                    return breakage?.rewrite(request, response) ?? response
                }
            }, makeKey: { keys.key() })
    }

    private static func enqueue(_ server: ManagementServer, _ request: HTTPRequest, _ response: HTTPResponse) async {
        guard response.status == 200, let message = try? EnrollmentMessage(parsing: request.body),
            case .requestSecurityToken(let token) = message.body, token.type == .issue,
            let id = token.value(of: .deviceID), let url = HTTPURL("\(Self.url)/admin/devices/\(id)/commands")
        else { return }
        _ = await server.answer(
            HTTPRequest(
                .post, url, headers: ["Authorization": "Bearer admin-token", "Content-Type": "application/json"],
                body: Array(commands.utf8)))
    }

    func run(isIntrusive: Bool = true, password: String = "pa55") async throws -> ConformanceResult {
        try await ConformanceRun(bench(password: password), isIntrusive: isIntrusive).run()
    }
}

/// One thing that a server does wrong, made from a server that does it right.
struct Breakage: Sendable, CustomTestStringConvertible {
    let name: String
    /// The checks that fail or warn by it, and no others.
    let breaks: Set<String>
    let rewrite: @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse

    var testDescription: String { name }

    init(
        _ name: String, _ breaks: Set<String>,
        _ rewrite: @escaping @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse
    ) {
        self.name = name
        self.breaks = breaks
        self.rewrite = rewrite
    }

    /// Changes the text of the answers to requests at a path, where the request holds a text.
    static func text(
        _ name: String, _ breaks: Set<String>, at path: String, when needle: String = "",
        _ change: @escaping @Sendable (String) -> String
    ) -> Breakage {
        Breakage(name, breaks) { request, response in
            guard request.url.path.hasSuffix(path) else { return response }
            let sent = String(decoding: request.body, as: UTF8.self)
            guard needle.isEmpty || sent.contains(needle) else { return response }
            return response.with(body: change(String(decoding: response.body, as: UTF8.self)))
        }
    }

    /// Changes the provisioning document within the token.
    static func document(
        _ name: String, _ breaks: Set<String>, _ change: @escaping @Sendable (String) -> String
    ) -> Breakage {
        text(name, breaks, at: "Enrollment.svc") { text in
            guard let message = try? EnrollmentMessage(parsing: Array(text.utf8)),
                case .requestSecurityTokenResponse(let collection) = message.body,
                let token = collection.responses.first?.requestedSecurityToken, let octets = token.octets
            else { return text }
            let changed = change(String(decoding: octets, as: UTF8.self))
            return text.replacingOccurrences(of: token.text, with: Base64.encode(Array(changed.utf8)))
        }
    }
}

extension HTTPResponse {
    func with(body text: String) -> HTTPResponse {
        var copy = self
        copy.body = Array(text.utf8)
        copy.headers.set("Content-Length", String(copy.body.count))
        return copy
    }
}

extension String {
    func replacingOccurrences(of old: String, with new: String) -> String { replacing(old, with: new) }
}
