import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import NIOSSL

/// A server on a real socket that does what its script says, one step after the other, and knows nothing else of HTTP.
///
/// Connection n plays script n; those after the last script play it again.
final class Puppet: Sendable {
    enum Step: Sendable {
        /// Until a request with its body has come.
        case readRequest
        /// Until a byte of one has come.
        case readAnything
        case write(String)
        case writeBytes([UInt8])
        /// One byte at a time.
        case drip(String, every: TimeAmount)
        /// For ever, or until the client goes away.
        case writeWithoutEnd(String)
        /// Nothing any more; the connection stays open.
        case silence
        /// With the farewell of TLS, where there is TLS.
        case close
        /// Without it.
        case cut
        /// TCP says reset in place of end.
        case reset
    }

    struct Record {
        var connections = 0
        /// The bytes of each request, over all connections.
        var requests: [String] = []
        /// Connections that the client has ended.
        var ended = 0
    }

    let port: Int
    private let channel: any Channel
    private let record: NIOLockedValueBox<Record>

    var seen: Record { record.withLockedValue { $0 } }

    init(_ scripts: [[Step]], tls: NIOSSLContext? = nil) async throws {
        let record = NIOLockedValueBox(Record())
        self.record = record
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let number = record.withLockedValue { record in
                        record.connections += 1
                        return record.connections
                    }
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    let script = scripts[min(number, scripts.count) - 1]
                    try channel.pipeline.syncOperations.addHandler(PuppetHandler(script, record))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func close() async throws { try await channel.close().get() }
}

private final class PuppetHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var steps: ArraySlice<Puppet.Step>
    private var received = ""
    private let record: NIOLockedValueBox<Puppet.Record>
    private var isBusy = false

    init(_ steps: [Puppet.Step], _ record: NIOLockedValueBox<Puppet.Record>) {
        self.steps = steps[...]
        self.record = record
    }

    func channelActive(context: ChannelHandlerContext) { play(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        play(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        record.withLockedValue { $0.ended += 1 }
        steps = []
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) { play(context) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func play(_ context: ChannelHandlerContext) {
        guard !isBusy, let step = steps.first else { return }
        switch step {
        case .readRequest:
            guard let request = takeRequest() else { return }
            record.withLockedValue { $0.requests.append(request) }
            next(context)
        case .readAnything:
            guard !received.isEmpty else { return }
            next(context)
        case .write(let text):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            next(context)
        case .writeBytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            next(context)
        case .drip(let text, let interval):
            isBusy = true
            drip(Array(text.utf8)[...], interval, context)
        case .writeWithoutEnd(let text):
            guard context.channel.isActive, context.channel.isWritable else { return }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            let handler = NIOLoopBound(self, eventLoop: context.value.eventLoop)
            context.value.eventLoop.execute { handler.value.play(context.value) }
        case .silence: break
        case .close: context.close(promise: nil)
        case .cut: cut(context)
        case .reset:
            let abrupt = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            abrupt?.assumeIsolated().whenComplete { _ in self.cut(context) }
        }
    }

    private func next(_ context: ChannelHandlerContext) {
        isBusy = false
        steps = steps.dropFirst()
        play(context)
    }

    private func drip(_ rest: ArraySlice<UInt8>, _ interval: TimeAmount, _ context: ChannelHandlerContext) {
        guard let byte = rest.first else { return next(context) }
        guard context.channel.isActive else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: [byte])), promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
            self.drip(rest.dropFirst(), interval, context)
        }
    }

    private func cut(_ context: ChannelHandlerContext) {
        guard let tls = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self) else {
            context.close(promise: nil)
            return
        }
        tls.close(promise: nil)
    }

    private func takeRequest() -> String? {
        guard let headEnd = received.firstRange(of: "\r\n\r\n") else { return nil }
        let length =
            received[..<headEnd.lowerBound].split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { !$0.isWhitespace }) } ?? 0
        let body = received[headEnd.upperBound...].utf8
        guard body.count >= length else { return nil }
        let end = body.index(body.startIndex, offsetBy: length)
        defer { received = String(received[end...]) }
        return String(received[..<end])
    }
}
