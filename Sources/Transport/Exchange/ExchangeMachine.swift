import HTTPExchange
import NIOCore
import NIOHTTP1

/// One connection's way through its exchanges, without a socket: what happens goes in, what to do comes out.
///
/// Its handler tells it each event with the time; after `.fail` or `.finish` it is done with the exchange, and every late
/// event is ignored.
struct ExchangeMachine {
    private enum State {
        /// Open, and no exchange under way.
        case idle
        /// The request goes out and nothing has come back.
        case sending(Sending)
        /// The request is out and nothing has come back.
        case waiting(Waiting)
        /// The response has begun, its head is not whole.
        case head(Head)
        case body(Body)
        /// Nothing more may be asked of this connection. With what ended it while no exchange was under way, for one that
        /// comes too late.
        case closed(ExchangeFault?)

        static let closed = closed(nil)
    }

    private struct Sending {
        let started: NIODeadline
        let offered: Set<ContentCoding>
    }

    private struct Waiting {
        let sending: Sending
        let sent: NIODeadline
    }

    private struct Head {
        let waiting: Waiting
        let firstByte: NIODeadline
        /// False while the server answers a request that it has not read to its end.
        var requestIsOut: Bool
        var wireBytes: Int
        var interimResponses = 0
    }

    private struct Body {
        var head: Head
        let response: ResponseHead
        /// As sent.
        var sentBytes = 0
        var bytes: [UInt8]
    }

    /// What the handler does next.
    enum Action {
        case proceed
        /// Tell the caller and close the connection.
        case fail(ExchangeFault)
        case finish(ExchangeResult, keepsConnection: Bool)
    }

    /// What the handler does with the head of a response.
    enum HeadAction {
        /// Hand it on, with the body that follows, to be decompressed where `coding` says so.
        case forward(coding: ContentCoding?)
        /// It was an interim one.
        case skip
        case fail(ExchangeFault)
    }

    private var state = State.idle
    private let limits: TransportLimits

    init(limits: TransportLimits) { self.limits = limits }

    /// The phase of the exchange under way; nil between exchanges.
    var phase: ExchangePhase? {
        switch state {
        case .idle, .closed: nil
        case .sending: .sending
        case .waiting: .waiting
        case .head, .body: .receiving
        }
    }

    /// - Returns: nil, or why the connection cannot take an exchange.
    mutating func start(_ request: HTTPRequest, at now: NIODeadline) -> ExchangeFault? {
        switch state {
        case .idle:
            state = .sending(Sending(started: now, offered: ContentCoding.offered(by: request)))
            return nil
        case .closed(let fault): return fault ?? .connectionLost(.sending)
        case .sending, .waiting, .head, .body: return .connectionLost(.sending)
        }
    }

    /// The last byte of the request is with the operating system.
    mutating func requestSent(at now: NIODeadline) {
        switch state {
        case .sending(let sending): state = .waiting(Waiting(sending: sending, sent: now))
        case .head(var head):
            head.requestIsOut = true
            state = .head(head)
        case .body(var body):
            body.head.requestIsOut = true
            state = .body(body)
        case .idle, .waiting, .closed: break
        }
    }

    /// - Parameter count: bytes as they come from TLS, before they are read as HTTP.
    mutating func bytesReceived(_ count: Int, at now: NIODeadline) -> Action {
        switch state {
        case .sending(let sending):
            let waiting = Waiting(sending: sending, sent: now)
            state = .head(Head(waiting: waiting, firstByte: now, requestIsOut: false, wireBytes: count))
        case .waiting(let waiting):
            state = .head(Head(waiting: waiting, firstByte: now, requestIsOut: true, wireBytes: count))
        case .head(var head):
            head.wireBytes += count
            state = .head(head)
            if head.wireBytes > limits.wireBytes { return fail(.framingTooLarge(limits)) }
        case .body(var body):
            body.head.wireBytes += count
            // Put aside so that the collected bytes are not copied.
            state = .closed
            let isTooMuch = body.head.wireBytes > limits.wireBytes
            state = .body(body)
            if isTooMuch { return fail(.framingTooLarge(limits)) }
        case .idle, .closed: break
        }
        return .proceed
    }

    mutating func headReceived(_ head: HTTPResponseHead) -> HeadAction {
        switch state {
        case .head(var current):
            if (100...199).contains(head.status.code), head.status.code != 101 {
                current.interimResponses += 1
                state = .head(current)
                guard current.interimResponses <= limits.interimResponses else {
                    return failHead(.malformed("There are more than \(limits.interimResponses) interim responses."))
                }
                return .skip
            }
            do throws(ExchangeFault) {
                let response = try ResponseHead(head, offered: current.waiting.sending.offered, limits: limits)
                var bytes: [UInt8] = []
                // What a header promises is no reason to take memory: a page at most, the rest as it comes.
                bytes.reserveCapacity(min(response.bodyLength ?? 0, 4096))
                state = .body(Body(head: current, response: response, bytes: bytes))
                return .forward(coding: response.coding)
            } catch {
                return failHead(error)
            }
        case .idle, .sending, .waiting, .body:
            return failHead(.malformed("A response came where none was due."))
        case .closed: return .skip
        }
    }

    /// - Parameter count: bytes of the body as sent, before they are decompressed.
    mutating func bodyReceived(_ count: Int) -> Action {
        switch state {
        case .body(var body):
            state = .closed
            body.sentBytes += count
            let isTooMuch = body.sentBytes > limits.bodyBytes
            state = .body(body)
            return isTooMuch ? fail(.bodyTooLarge(limits)) : .proceed
        case .idle, .sending, .waiting, .head, .closed: return .proceed
        }
    }

    /// A piece of the body as it is given to the caller.
    mutating func decoded(_ piece: ByteBufferView) -> Action {
        switch state {
        case .body(var body):
            state = .closed
            let size = body.bytes.count + piece.count
            let isTooMuch = body.response.coding != nil && isBomb(size, sent: body.sentBytes)
            if !isTooMuch { body.bytes.append(contentsOf: piece) }
            state = .body(body)
            return isTooMuch ? fail(.decompressedTooLarge(limits)) : .proceed
        case .idle, .sending, .waiting, .head, .closed: return .proceed
        }
    }

    private func isBomb(_ size: Int, sent: Int) -> Bool {
        size > limits.decompressedBytes || (size > limits.ratioFreeBytes && size / limits.decompressionRatio > sent)
    }

    mutating func responseEnded(at now: NIODeadline) -> Action {
        switch state {
        case .body(let body):
            // A server that did not read the request to its end would take the rest for the next one.
            let keeps = body.response.keepsConnection && body.head.requestIsOut
            state = keeps ? .idle : .closed
            let response = HTTPResponse(
                body.response.status, headers: body.response.headers, body: body.bytes, framing: body.response.framing,
                bodyWasCompressed: body.response.coding != nil)
            let waiting = body.head.waiting
            let timing = ExchangeTiming(nanoseconds: [
                .sending: (waiting.sent - waiting.sending.started).nanoseconds,
                .waiting: (body.head.firstByte - waiting.sent).nanoseconds,
                .receiving: (now - body.head.firstByte).nanoseconds,
            ])
            return .finish(ExchangeResult(response, timing: timing), keepsConnection: keeps)
        case .idle, .sending, .waiting, .head, .closed: return .proceed
        }
    }

    /// The peer, a time limit or the caller ended it.
    ///
    /// - Parameter fault: nil when the connection went away.
    mutating func ended(by fault: ExchangeFault?) -> Action {
        switch state {
        case .idle: state = .closed(fault)
        case .closed: break
        case .sending: return fail(fault ?? .connectionLost(.sending))
        case .waiting: return fail(fault ?? .connectionLost(.waiting))
        case .head, .body: return fail(fault ?? .connectionLost(.receiving))
        }
        return .proceed
    }

    private mutating func fail(_ fault: ExchangeFault) -> Action {
        state = .closed
        return .fail(fault)
    }

    private mutating func failHead(_ fault: ExchangeFault) -> HeadAction {
        state = .closed
        return .fail(fault)
    }
}
