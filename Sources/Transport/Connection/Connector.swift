import HTTPExchange
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import X509

/// Opens connections: resolves the name, tries its addresses one after the other, shakes hands.
struct Connector: Sendable {
    let limits: TransportLimits
    let tls: NIOSSLContext
    /// nil when the server's certificate is not checked.
    let roots: CertificateStore?

    /// - Parameter deadline: of the whole exchange.
    func open(
        _ origin: Origin, on loop: any EventLoop, until deadline: NIODeadline, stop: StopSignal
    ) async throws(ExchangeFault) -> (Connection, [ExchangePhase: Int64]) {
        let started = NIODeadline.now()
        let connectDeadline = min(deadline, started + TimeAmount(limits.connect))
        var timing: [ExchangePhase: Int64] = [:]
        let addresses: [SocketAddress]
        if let literal = NameResolution.literal(origin.host, port: origin.port) {
            addresses = [literal]
        } else {
            let late = ExchangeFault.timeout(.resolving, allowed: limits.connect)
            addresses = try await NameResolution.addresses(of: origin.host, port: origin.port)
                .outcome(until: connectDeadline, late: late, stop: stop)
                .mapError { $0 as? ExchangeFault ?? .nameNotFound(origin.host, reason: "\($0)") }.get()
            timing[.resolving] = (.now() - started).nanoseconds
        }
        let resolved = NIODeadline.now()
        let channel = try await connect(addresses, origin, on: loop, until: connectDeadline, stop: stop)
        let connected = NIODeadline.now()
        timing[.connecting] = (connected - resolved).nanoseconds
        let connection = try await prepare(
            channel, origin, until: min(deadline, connected + TimeAmount(limits.handshake)), stop: stop)
        switch origin.scheme {
        case .http: break
        case .https: timing[.handshake] = (.now() - connected).nanoseconds
        }
        return (connection, timing)
    }

    /// Each address gets an equal share of the time that is left, so that a dead first one does not use it up.
    private func connect(
        _ addresses: [SocketAddress], _ origin: Origin, on loop: any EventLoop, until deadline: NIODeadline,
        stop: StopSignal
    ) async throws(ExchangeFault) -> any Channel {
        let late = ExchangeFault.timeout(.connecting, allowed: limits.connect)
        var fault = late
        for (index, address) in addresses.enumerated() {
            let now = NIODeadline.now()
            guard !stop.isStopped else { throw .cancelled(.connecting) }
            guard now < deadline else { throw late }
            let share = (deadline - now).nanoseconds / Int64(addresses.count - index)
            let attempt = ClientBootstrap(group: loop)
                // Nothing is read before there is somebody to read it: a server may speak, or close, at once.
                .channelOption(.autoRead, value: false)
                .channelOption(.socketOption(.so_keepalive), value: 1)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connectTimeout(.nanoseconds(share))
                .connect(to: address)
            switch await attempt.outcome(until: now + .nanoseconds(share), late: late, stop: stop) {
            case .success(let channel): return channel
            case .failure(let error):
                // It may still come about.
                attempt.whenSuccess { $0.close(promise: nil) }
                fault = Self.fault(error, origin, late: late)
            }
            if fault.code == .cancelled { throw fault }
        }
        throw fault
    }

    private static func fault(_ error: any Error, _ origin: Origin, late: ExchangeFault) -> ExchangeFault {
        switch error {
        case let fault as ExchangeFault: fault
        case ChannelError.connectTimeout: late
        // Somebody accepted, and thought better of it before we looked.
        case let error as IOError where NameResolution.isReset(error): .connectionLost(.connecting)
        case let error as IOError:
            .connectionRefused(origin.host, port: origin.port, reason: NameResolution.systemWord(for: error))
        default: .connectionRefused(origin.host, port: origin.port, reason: "\(error)")
        }
    }

    /// Builds the pipeline of an open channel and waits for the handshake.
    private func prepare(
        _ channel: any Channel, _ origin: Origin, until deadline: NIODeadline, stop: StopSignal
    ) async throws(ExchangeFault) -> Connection {
        let late = ExchangeFault.timeout(.handshake, allowed: limits.handshake)
        let ready = channel.eventLoop.makePromise(of: Void.self)
        let built = channel.eventLoop.submit {
            let exchange = ExchangeHandler(limits: limits, channel: channel)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandlers(Self.httpHandlers(exchange, limits))
            switch origin.scheme {
            case .http: ready.succeed(())
            case .https:
                // The handshake begins when TLS is added, so it is added behind all others.
                if channel.isActive {
                    try addTLS(to: pipeline, origin, ready)
                } else {
                    ready.fail(ExchangeFault.connectionLost(.handshake))
                }
            }
            channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
            return NIOLoopBound(exchange, eventLoop: channel.eventLoop)
        }
        switch await built.outcome() {
        case .failure(let error):
            ready.fail(error)
            channel.close(promise: nil)
            throw TLSFailure(error).map { .tlsFailed(.handshake, $0) } ?? .connectionLost(.handshake)
        case .success(let handler):
            let outcome = await ready.futureResult.outcome(until: deadline, late: late, stop: stop)
            if case .failure(let error) = outcome {
                channel.close(promise: nil)
                throw error as? ExchangeFault ?? .connectionLost(.handshake)
            }
            return Connection(channel, handler)
        }
    }

    private static func httpHandlers(
        _ exchange: ExchangeHandler, _ limits: TransportLimits
    ) -> [any ChannelHandler] {
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.headerBytes
        decoding.maxHeaderListSize = limits.headerBytes
        decoding.maxHeaderFieldCount = limits.headerCount
        return [
            WireMeter(exchange),
            HTTPRequestEncoder(),
            ByteToMessageHandler(
                HTTPResponseDecoder(informationalResponseStrategy: .forward, limitConfiguration: decoding)),
            exchange,
            // The size is counted where the pieces are collected; this limit has to be said, and is wider.
            NIOHTTPResponseDecompressor(limit: .size(limits.decompressedBytes + 1)),
            DecodedBodyHandler(exchange),
        ]
    }

    private func addTLS(
        to pipeline: ChannelPipeline.SynchronousOperations, _ origin: Origin, _ ready: EventLoopPromise<Void>
    ) throws {
        let finding = NIOLockedValueBox<ExchangeFault?>(nil)
        let isAddress = NameResolution.literal(origin.host, port: origin.port) != nil
        // An address is no name that SNI could carry (RFC 6066, section 3).
        let serverName = isAddress ? nil : origin.host
        try pipeline.addHandler(HandshakeHandler(ready, finding: finding), position: .first)
        guard let roots else {
            try pipeline.addHandler(
                try NIOSSLClientHandler(context: tls, serverHostname: serverName), position: .first)
            return
        }
        let verification = ServerVerification(roots: roots, host: origin.host, hostIsAddress: isAddress)
        let handler = try NIOSSLClientHandler(context: tls, serverHostname: serverName) { chain, promise in
            promise.completeWithTask {
                let fault = await verification.fault(of: chain)
                finding.withLockedValue { $0 = fault }
                return fault == nil ? .certificateVerified : .failed
            }
        }
        try pipeline.addHandler(handler, position: .first)
    }
}
