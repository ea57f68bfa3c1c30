import Capture
import Enrollment
import HTTPExchange
import Identity
import Notation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The reference server: enrols devices, talks to them, and lets an administrator queue commands and assign profiles
/// (docs/serve.md). It is for tests: its authority is its own, and its users are those of the settings.
///
/// This type answers requests that somebody hands to it; `run` puts it behind TLS.
public struct ManagementServer: Sendable {
    public let settings: ServerSettings
    /// What an administrator shows as `Authorization: Bearer`. A secret.
    public let adminToken: String
    let authority: ServerAuthority
    let store: ServerStore
    let randomness: Randomness
    let clock: @Sendable () -> CaptureTime
    private let enrollment: EnrollmentService
    private let login: LoginService
    private let sessions: DeviceManagementService
    private let admin: AdminService
    private let signatures: SignatureCheck
    private let observer: ExchangeObserver?

    /// The root that clients have to trust, in PEM.
    public var authorityPEM: String { authority.authority.certificate.pem }

    /// - Parameters:
    ///   - names: host names and addresses that TLS answers for, beside those of this machine.
    ///   - adminToken: nil for a fresh one.
    ///   - clock: microseconds since 1970.
    ///   - observer: told of what goes over the wire with devices, once it is captured.
    /// - Throws: `ServiceFault` with `store` or `certificate`.
    public init(
        settings: ServerSettings, store: ServerStore, names: [String] = [], adminToken: String? = nil,
        randomness: Randomness = .system, clock: @escaping @Sendable () -> CaptureTime = { .current },
        observer: ExchangeObserver? = nil
    ) async throws(ServiceFault) {
        self.settings = settings
        self.store = store
        self.randomness = randomness
        self.clock = clock
        self.observer = observer
        self.adminToken = adminToken ?? randomness.hexadecimal(24)
        signatures = try SignatureCheck(settings)
        let entra = try EntraCheck(settings)
        let allNames = Self.names(names, settings)
        do throws(StoreFault) {
            authority = try await store.write { records throws(StoreFault) in
                // The users of the settings are all; without any, those of the last time stay.
                if !settings.users.isEmpty {
                    try records.setUsers(settings.users.map { StoredUser($0, salt: randomness.bytes(16)) })
                }
                return try ServerAuthority(
                    names: allNames, name: settings.name, records, randomness, now: clock())
            }
        } catch {
            throw ServiceFault(error)
        }
        enrollment = EnrollmentService(
            settings: settings, authority: authority.authority, entra: entra, randomness: randomness)
        login = LoginService(settings: settings, randomness: randomness)
        sessions = DeviceManagementService(settings: settings, randomness: randomness)
        admin = AdminService(settings: settings, sessions: sessions)
    }

    /// This machine, what the caller names, and the hosts that a probe asks for (enrollment.md 3).
    private static func names(_ names: [String], _ settings: ServerSettings) -> [String] {
        var all = ["localhost", "127.0.0.1", "::1"] + names
        let domains = settings.users.compactMap { user in
            user.name.split(separator: "@").count == 2
                ? user.name.split(separator: "@").last.map { $0.lowercased() } : nil
        }
        all += domains.map { "enterpriseenrollment.\($0)" }
        var known: Set<String> = []
        return all.filter { known.insert($0).inserted }
    }

    // MARK: Requests

    /// An answer, and what the log says of it.
    struct Answer: Sendable {
        var response: HTTPResponse
        var endpoint: Endpoint
        var device: String?
        var refusal: String?
    }

    /// Answers a request: the server without a network.
    public func answer(_ request: HTTPRequest, from peer: Peer = .anonymous) async -> HTTPResponse {
        await loggedAnswer(request, from: peer).response
    }

    func loggedAnswer(_ request: HTTPRequest, from peer: Peer) async -> Answer {
        let endpoint = Endpoint(path: request.url.path)
        guard request.body.count <= endpoint.bodyLimit(settings.limits) || endpoint == .nothing else {
            return Answer(response: Self.plain(413, "The body is too long."), endpoint: endpoint, refusal: "too long")
        }
        if let refusal = refusal(of: request, endpoint) { return refusal }
        let now = clock()
        // Looked at before the records are: a chain takes its time.
        let proof: SignatureProof =
            switch endpoint {
            case .policy, .enrollment: await signatures.proof(of: request.body, now: now)
            case .discovery, .login, .management, .admin, .nothing: .none
            }
        do throws(StoreFault) {
            let (answer, exchange) = try await store.write { [self] records throws(StoreFault) in
                let answer = try self.answer(request, endpoint, proof, peer, records, now)
                let exchange = endpoint.isCaptured ? try self.capture(request, answer, records, now) : nil
                return (answer, exchange)
            }
            if let observer, let exchange { observer(exchange) }
            return answer
        } catch {
            return Answer(
                response: Self.plain(500, "The server failed. Its log says more."), endpoint: endpoint,
                refusal: "store: \(error.message)")
        }
    }

    private func answer(
        _ request: HTTPRequest, _ endpoint: Endpoint, _ proof: SignatureProof, _ peer: Peer,
        _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> Answer {
        func told(_ answer: EnrollmentService.Answer) -> Answer {
            Answer(response: answer.response, endpoint: endpoint, device: answer.device, refusal: answer.refusal)
        }
        switch endpoint {
        case .discovery: return told(request.method == .get ? enrollment.probe() : enrollment.discover(request))
        case .policy: return told(try enrollment.policies(request, proof, from: peer, records, now: now))
        case .enrollment: return told(try enrollment.enroll(request, proof, from: peer, records, now: now))
        case .login:
            let response =
                request.method == .get
                ? try login.show(request, records, now: now) : try login.logIn(request, records, now: now)
            return Answer(response: response, endpoint: endpoint)
        case .management:
            let answer = try sessions.answer(request, from: peer, records, now: now)
            return Answer(
                response: answer.response, endpoint: endpoint, device: answer.device, refusal: answer.refusal)
        case .admin(let path):
            return Answer(response: try admin.answer(request, path, records, now: now), endpoint: endpoint)
        case .nothing: return Answer(response: Self.plain(404, "There is nothing at this address."), endpoint: endpoint)
        }
    }

    /// What is refused before anything is read: method, media type of SOAP, the administrator's token.
    private func refusal(of request: HTTPRequest, _ endpoint: Endpoint) -> Answer? {
        func refused(_ status: Int, _ text: String, _ headers: HTTPHeaders = HTTPHeaders()) -> Answer {
            var response = Self.plain(status, text)
            response.headers.fields += headers.fields
            return Answer(response: response, endpoint: endpoint, refusal: text)
        }
        switch endpoint {
        case .discovery where request.method == .get, .login: return nil
        case .discovery, .policy, .enrollment:
            guard request.method == .post else { return refused(405, "This address takes POST.", ["Allow": "POST"]) }
            guard request.headers.mediaType == "application/soap+xml" else {
                return refused(415, "A message of the enrolment has the type application/soap+xml.")
            }
            return nil
        case .management:
            guard request.method == .post else { return refused(405, "This address takes POST.", ["Allow": "POST"]) }
            return nil
        case .admin:
            let given = request.headers["Authorization"] ?? ""
            guard Secrets.areEqual(Array(given.utf8), Array("Bearer \(adminToken)".utf8)) else {
                var response = AdminService.failure(
                    401, "token", "The token is missing or wrong.",
                    "Send Authorization: Bearer and the token that was printed.")
                response.headers.set("WWW-Authenticate", "Bearer")
                return Answer(response: response, endpoint: endpoint, refusal: "token")
            }
            return nil
        case .nothing: return nil
        }
    }

    static func plain(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array("\(text)\n".utf8))
    }

    // MARK: Captures

    private func capture(
        _ request: HTTPRequest, _ answer: Answer, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(StoreFault) -> CapturedExchange? {
        let limit = settings.limits.captureRecords
        let url = "\(request.url.scheme.rawValue)://\(request.url.authority)\(request.url.target)"
        let sent = CaptureRecord(
            direction: .toServer, time: now, url: url, method: request.method.rawValue,
            headers: request.headers.fields.map { HTTPField($0.name, $0.value) }, body: request.body)
        let headers = answer.response.headers.fields.map { HTTPField($0.name, $0.value) }
        let response = CaptureRecord(
            direction: .toClient, time: now, url: url, status: answer.response.status,
            headers: headers + [HTTPField("Content-Length", String(answer.response.body.count))],
            body: answer.response.body)
        _ = try records.capture(sent, of: answer.device, atMost: limit)
        return try records.capture(response, of: answer.device, atMost: limit).map {
            CapturedExchange(number: $0, device: answer.device, request: sent, response: response)
        }
    }
}

extension CaptureTime {
    /// The clock of this machine.
    public static var current: CaptureTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return CaptureTime(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
