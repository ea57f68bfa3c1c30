import HTTPExchange
import NIOCore
import NIOHTTP1
import NIOSSL

/// Carries out on a channel what the `ExchangeMachine` decides: writes the request, hands the body on to be decompressed,
/// keeps the time.
///
/// It stands before the decompressor in the pipeline, so that it sees a body as it was sent; `DecodedBodyHandler` behind
/// it gives back what becomes of it.
final class ExchangeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    struct Completed: Sendable {
        let result: ExchangeResult
        /// Whether another exchange may follow on this connection.
        let keepsConnection: Bool
    }

    /// The connection could not take the exchange, so nothing of it was sent.
    struct NotStarted: Error {
        let fault: ExchangeFault
    }

    private struct Current {
        let promise: EventLoopPromise<Completed>
        let deadlineTimer: Scheduled<Void>
    }

    private var machine: ExchangeMachine
    private let limits: TransportLimits
    private let channel: any Channel
    private var context: ChannelHandlerContext?
    private var current: Current?
    private var lastSign = NIODeadline.now()
    private var idleTimer: Scheduled<Void>?

    init(limits: TransportLimits, channel: any Channel) {
        self.limits = limits
        self.channel = channel
        machine = ExchangeMachine(limits: limits)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    // MARK: What the transport asks for

    /// - Parameter promise: fails with `ExchangeFault`, or with `NotStarted`.
    func start(_ request: HTTPRequest, until deadline: NIODeadline, _ promise: EventLoopPromise<Completed>) {
        if let fault = machine.start(request, at: .now()) {
            promise.fail(NotStarted(fault: fault))
            return
        }
        guard let context, context.channel.isActive else {
            promise.fail(NotStarted(fault: .connectionLost(.sending)))
            return
        }
        idleTimer?.cancel()
        let timer = channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.deadlinePassed() }
        current = Current(promise: promise, deadlineTimer: timer)
        lastSign = .now()
        watch(limits.idle)
        write(request, context)
    }

    /// Ends the exchange under way, if any, and the connection.
    func stop() {
        carryOut(machine.ended(by: machine.phase.map { .cancelled($0) }))
        channel.close(promise: nil)
    }

    private func deadlinePassed() {
        guard let phase = machine.phase else { return }
        carryOut(machine.ended(by: .wholeExchangeTimeout(phase, allowed: limits.exchange)))
    }

    // MARK: The request

    /// Pieces of this size are waited for, so that a server which takes a large body slowly is not taken for a dead one.
    private static let pieceSize = 64 * 1024

    private func write(_ request: HTTPRequest, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(RequestHead.of(request))), promise: nil)
        var rest = ByteBuffer(bytes: request.body)
        while let piece = rest.readSlice(length: min(rest.readableBytes, Self.pieceSize)), piece.readableBytes > 0 {
            let taken = context.eventLoop.makePromise(of: Void.self)
            taken.futureResult.assumeIsolated().whenSuccess { self.lastSign = .now() }
            context.write(wrapOutboundOut(.body(.byteBuffer(piece))), promise: taken)
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenSuccess {
            self.lastSign = .now()
            self.machine.requestSent(at: .now())
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }

    // MARK: The response

    func bytesReceived(_ count: Int) {
        lastSign = .now()
        carryOut(machine.bytesReceived(count, at: lastSign))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            switch machine.headReceived(head) {
            case .forward(let coding):
                var forwarded = head
                forwarded.headers.remove(name: "Content-Encoding")
                if let coding { forwarded.headers.add(name: "Content-Encoding", value: coding.rawValue) }
                context.fireChannelRead(wrapInboundOut(.head(forwarded)))
            case .skip: break
            case .fail(let fault): carryOut(.fail(fault))
            }
        case .body(let piece):
            carryOut(machine.bodyReceived(piece.readableBytes))
            if machine.phase != nil { context.fireChannelRead(data) }
        case .end: context.fireChannelRead(data)
        }
    }

    func decoded(_ piece: ByteBuffer) { carryOut(machine.decoded(piece.readableBytesView)) }

    func responseEnded() { carryOut(machine.responseEnded(at: .now())) }

    func failed(_ error: any Error) {
        // Between exchanges it can only be what the peer says to the handshake: TLS 1.3 demands its certificate after it.
        let fault = ExchangeFault.connection(error, in: machine.phase ?? .handshake, limits)
        carryOut(machine.ended(by: fault.code == .connectionLost ? nil : fault))
        channel.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { failed(error) }

    func channelInactive(context: ChannelHandlerContext) {
        carryOut(machine.ended(by: nil))
        idleTimer?.cancel()
        context.fireChannelInactive()
    }

    // MARK: Time

    private func watch(_ allowed: Duration) {
        idleTimer?.cancel()
        idleTimer = channel.eventLoop.assumeIsolated().scheduleTask(deadline: lastSign + TimeAmount(allowed)) {
            self.idleTimerFired(allowed)
        }
    }

    private func idleTimerFired(_ allowed: Duration) {
        if lastSign + TimeAmount(allowed) > .now() { return watch(allowed) }
        carryOut(machine.ended(by: machine.phase.map { .timeout($0, allowed: allowed) }))
        channel.close(promise: nil)
    }

    // MARK: Actions

    private func carryOut(_ action: ExchangeMachine.Action) {
        switch action {
        case .proceed: break
        case .fail(let fault):
            abort()
            end { $0.fail(fault) }
        case .finish(let result, let keepsConnection):
            if keepsConnection {
                lastSign = .now()
                watch(limits.keepAlive)
            } else {
                channel.close(promise: nil)
            }
            end { $0.succeed(Completed(result: result, keepsConnection: keepsConnection)) }
        }
    }

    /// Past TLS, which would go on reading from a server that sends without end until it has said goodbye.
    private func abort() {
        guard let tls = try? channel.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self) else {
            channel.close(promise: nil)
            return
        }
        tls.close(promise: nil)
    }

    private func end(_ complete: (EventLoopPromise<Completed>) -> Void) {
        guard let ended = current else { return }
        current = nil
        ended.deadlineTimer.cancel()
        complete(ended.promise)
    }
}
