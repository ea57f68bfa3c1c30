import HTTPExchange
import NIOCore

/// An open connection to an origin, with its TLS handshake done.
struct Connection: Sendable {
    let channel: any Channel
    private let handler: NIOLoopBound<ExchangeHandler>

    init(_ channel: any Channel, _ handler: NIOLoopBound<ExchangeHandler>) {
        self.channel = channel
        self.handler = handler
    }

    var id: ObjectIdentifier { ObjectIdentifier(channel) }

    enum Outcome {
        case completed(ExchangeResult, keepsConnection: Bool)
        case failed(ExchangeFault)
        /// Nothing was sent: the connection had ended before.
        case notStarted(ExchangeFault)
    }

    func exchange(_ request: HTTPRequest, until deadline: NIODeadline, stop: StopSignal) async -> Outcome {
        let promise = channel.eventLoop.makePromise(of: ExchangeHandler.Completed.self)
        channel.eventLoop.execute { handler.value.start(request, until: deadline, promise) }
        stop.onStop { self.stop() }
        let outcome = await promise.futureResult.outcome()
        // From here on the connection may be another's.
        stop.disarm()
        switch outcome {
        case .success(let completed): return .completed(completed.result, keepsConnection: completed.keepsConnection)
        case .failure(let error as ExchangeHandler.NotStarted): return .notStarted(error.fault)
        case .failure(let error): return .failed(error as? ExchangeFault ?? .connectionLost(.sending))
        }
    }

    /// Ends the exchange under way, if any, and the connection.
    func stop() { channel.eventLoop.execute { handler.value.stop() } }
}

/// Where a connection leads: what may be asked of one connection may be asked of another with the same origin.
struct Origin: Hashable, Sendable {
    let scheme: HTTPURL.Scheme
    let host: String
    let port: Int

    init(_ url: HTTPURL) {
        scheme = url.scheme
        host = url.host
        port = url.port
    }
}
