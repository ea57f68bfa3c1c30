import CSP
import DMSession
import DMTree
import Device
import ESP
import HTTPExchange
import Notation
import Synchronization

/// What lies between a life and its server on the network: requests with their headers, retries and waits, and the log of
/// what went over the wire.
///
/// Only the thread of the life calls it; the lock keeps the log safe for whoever reads it from elsewhere.
public final class ServerLink: Sendable {
    /// Signs the bytes of a message for MDM-Signature; nil: the device has no key.
    public typealias Signer = @Sendable (_ message: [UInt8]) -> String?
    /// Renews the certificate of the enrolment (enrollment.md 10.1).
    public typealias Renewer = @Sendable (_ tree: DeviceTree) -> RenewalResult?

    private let transport: any HTTPExchanging
    private let clock: any WallClock
    private let limits: LinkLimits
    private let honoursRetryAfter: Bool
    private let signer: Signer
    private let renewer: Renewer
    private let state: Mutex<State>

    private struct State {
        var vector: CorrelationVector
        /// The address that worked last (enrollment.md 15); nil before any did.
        var workingAddress: String?
        var silence: String?
        var exchanges: [ExchangeRecord] = []
    }

    /// - Parameters:
    ///   - workingAddress: the address that worked last, of those of the account.
    ///   - honoursRetryAfter: builds up to 2004 take a 429 as any other refusal (enrollment.md 14.3).
    public init(
        transport: any HTTPExchanging, clock: any WallClock, vector: CorrelationVector, workingAddress: String? = nil,
        limits: LinkLimits = LinkLimits(), honoursRetryAfter: Bool = true, signer: @escaping Signer = { _ in nil },
        renewer: @escaping Renewer = { _ in nil }
    ) {
        self.transport = transport
        self.clock = clock
        self.limits = limits
        self.honoursRetryAfter = honoursRetryAfter
        self.signer = signer
        self.renewer = renewer
        state = Mutex(State(vector: vector, workingAddress: workingAddress))
    }

    /// Why the last message has no answer.
    var silence: String? { state.withLock { $0.silence } }

    /// What MS-CV counts, and the address that worked: kept in the device's file.
    public var memory: (vector: CorrelationVector, workingAddress: String?) {
        state.withLock { ($0.vector, $0.workingAddress) }
    }

    /// The exchanges since the last call.
    public func takeExchanges() -> [ExchangeRecord] {
        state.withLock { state in
            defer { state.exchanges = [] }
            return state.exchanges
        }
    }

    func renew(_ tree: DeviceTree) -> RenewalResult? { renewer(tree) }

    /// Sends one message until it is answered, or there is no hope for it.
    func respond(to request: ManagementRequest) -> ManagementResponse? {
        state.withLock { $0.silence = nil }
        let frame = request.frame
        // A RespURI of the session is its own; the account's list holds for the account's address.
        let isOfAccount = frame.addresses.contains(request.address)
        let addresses =
            isOfAccount
            ? AddressList(frame.addresses, working: state.withLock { $0.workingAddress })
            : AddressList([request.address])
        var reason = "the account has no address"
        for address in addresses.order {
            guard let url = frame.url(address) else {
                reason = "\(address) is no http or https address"
                continue
            }
            switch send(request, to: url) {
            case .answered(let response):
                if isOfAccount { state.withLock { $0.workingAddress = address } }
                return response
            case .refused(let why):
                state.withLock { $0.silence = why }
                return nil
            case .unreachable(let why): reason = why
            case .stopped:
                state.withLock { $0.silence = "the device is to stop" }
                return nil
            }
        }
        state.withLock { $0.silence = reason }
        return nil
    }

    private enum Outcome {
        case answered(ManagementResponse)
        /// Another attempt would bring the same.
        case refused(String)
        /// All attempts of CONNRETRYFREQ are used up.
        case unreachable(String)
        case stopped
    }

    /// The attempts at one address.
    private func send(_ request: ManagementRequest, to url: HTTPURL) -> Outcome {
        let settings = request.frame.retries
        var retries = ConnectionRetries(
            attempts: settings.attempts, initialBackOff: settings.initialBackOff,
            maxBackOff: min(settings.maxBackOff, limits.longestBackOff))
        var throttle = RetryAfter(limit: limits.longestRetryAfter, times: limits.retryAfterTimes)
        while true {
            switch exchange(request, to: url) {
            case .success(let response):
                switch response.status {
                case 200: return read(response)
                case 429 where honoursRetryAfter:
                    // The same message again, once the time is over (14.3).
                    switch throttle.response(header: response.headers["Retry-After"], now: clock.now / 1000) {
                    case .wait(let milliseconds):
                        guard clock.wait(milliseconds: milliseconds) else { return .stopped }
                    case .giveUp(let why): return .refused("HTTP 429, and \(why)")
                    }
                case 300..<400:
                    return .refused(
                        "HTTP \(response.status): a session is moved by RespURI, not by a redirect of HTTP")
                default: return .refused("HTTP \(response.status)")
                }
            case .failure(let fault):
                guard fault.isOfConnection else { return .refused("\(fault)") }
                switch retries.failed() {
                case .wait(let milliseconds):
                    guard clock.wait(milliseconds: milliseconds) else { return .stopped }
                case .giveUp: return .unreachable("\(fault)")
                }
            }
        }
    }

    private func read(_ response: HTTPResponse) -> Outcome {
        let types: Set<String?> = [
            "application/vnd.syncml.dm+xml", "application/vnd.syncml.dm+wbxml", "application/octet-stream",
        ]
        // An empty answer says nothing, in whatever type.
        guard response.body.isEmpty || types.contains(response.headers.mediaType) else {
            return .refused(
                "Content-Type is \(response.headers.mediaType ?? "missing"), not application/vnd.syncml.dm+xml or +wbxml"
            )
        }
        return .answered(
            ManagementResponse(body: response.body, signature: response.headers["x-syncml-hmac"]))
    }

    private func exchange(_ message: ManagementRequest, to url: HTTPURL) -> Result<HTTPResponse, ExchangeFault> {
        let frame = message.frame
        let vector = state.withLock { state in
            defer { state.vector.count += 1 }
            return state.vector.text
        }
        var headers = frame.headers(
            coding: message.coding, vector: vector, signature: frame.signsMessages ? signer(message.body) : nil)
        if let signature = message.signature { headers.append("x-syncml-hmac", signature) }
        let request = HTTPRequest(.post, url, headers: headers, body: message.body)
        let (transport, clock) = (transport, clock)
        let record = waitFor { () -> ExchangeRecord in
            let sent = clock.now
            do throws(ExchangeFault) {
                let result = try await transport.exchange(request)
                return ExchangeRecord(
                    request: request, response: result.response, sent: sent, received: clock.now,
                    timing: result.timing)
            } catch {
                return ExchangeRecord(request: request, fault: error, sent: sent, received: clock.now)
            }
        }
        state.withLock { $0.exchanges.append(record) }
        if let response = record.response { return .success(response) }
        return .failure(
            record.fault ?? ExchangeFault(.connectionLost, in: .waiting, message: "the exchange brought nothing"))
    }
}

/// How long a link waits at most. Waiting in real time may take longer than anybody wants to watch.
public struct LinkLimits: Hashable, Sendable {
    /// Milliseconds; MAXBACKOFFTIME counts up to here.
    public var longestBackOff: Int64
    /// Milliseconds; a longer Retry-After ends the session.
    public var longestRetryAfter: Int64
    /// How often one message is put off.
    public var retryAfterTimes: Int

    public init(
        longestBackOff: Int64 = 86_400_000, longestRetryAfter: Int64 = 3_600_000, retryAfterTimes: Int = 10
    ) {
        self.longestBackOff = longestBackOff
        self.longestRetryAfter = longestRetryAfter
        self.retryAfterTimes = retryAfterTimes
    }
}
