import HTTPExchange
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// HTTP/1.1 over TLS 1.2 and 1.3, and in the clear where a URL says so (the probe of enrollment.md 3).
///
/// Knows nothing of Windows and of XML. Redirects, retries and the meaning of a status are the caller's. A connection is
/// kept and used again for its origin; should the server have closed it in the meantime, without a byte of a response,
/// the request is sent once more on a new one, and the caller does not notice.
///
/// Call `close()` at the end, from which on every exchange ends with `cancelled`. One that is only let go of closes its
/// unused connections.
public final class HTTPSTransport: HTTPExchanging {
    public struct Configuration: Sendable {
        /// Nothing else is trusted.
        public var trustRoots: TrustRoots
        /// What is shown to a server that asks for a client certificate; nothing without one. A transport has one identity
        /// for its life, so that no connection outlives a renewed certificate: make another transport then.
        public var identity: ClientIdentity?
        /// Takes any certificate of any server, expired, of another name or self-made. Only for tests against a server
        /// whose root is not at hand; whoever sets it warns the user. Off unless set.
        public var insecure = false
        public var limits = TransportLimits()
        public var tlsVersions = TLSVersions()

        public init(trustRoots: TrustRoots, identity: ClientIdentity? = nil) {
            self.trustRoots = trustRoots
            self.identity = identity
        }
    }

    /// The versions of TLS that are offered: both unless narrowed. There is none below 1.2 (DM-HTTP-04).
    public struct TLSVersions: Hashable, Sendable {
        public enum Version: String, Hashable, Sendable, CaseIterable {
            case tls12 = "1.2"
            case tls13 = "1.3"
        }

        public var lowest: Version
        public var highest: Version

        public init(from lowest: Version = .tls12, to highest: Version = .tls13) {
            self.lowest = lowest
            self.highest = highest
        }
    }

    /// The threads that a transport works on.
    public enum Threads: Sendable {
        /// Left running by `close()`; those of the process unless others are named.
        case shared(any EventLoopGroup = MultiThreadedEventLoopGroup.singleton)
        /// Ended by `close()`, which has to be called then.
        case own(MultiThreadedEventLoopGroup)

        var loops: any EventLoopGroup {
            switch self {
            case .shared(let group): group
            case .own(let group): group
            }
        }
    }

    private let limits: TransportLimits
    private let connector: Connector
    private let pool: ConnectionPool
    private let threads: Threads
    private let logger: Logger?

    /// - Parameters:
    ///   - logger: told at `debug` of connections opened, used again and failed; never of headers or bodies.
    public init(
        _ configuration: Configuration, threads: Threads = .shared(), logger: Logger? = nil
    ) throws(TransportSetupFault) {
        limits = configuration.limits
        connector = Connector(
            limits: configuration.limits, tls: try Self.context(configuration),
            roots: configuration.insecure ? nil : configuration.trustRoots.store)
        pool = ConnectionPool(mostUnused: configuration.limits.idleConnectionsPerOrigin)
        self.threads = threads
        self.logger = logger
    }

    public func exchange(_ request: HTTPRequest) async throws(ExchangeFault) -> ExchangeResult {
        if let name = RequestHead.unsendableField(of: request) { throw .unsendableHeader(name) }
        let stop = StopSignal()
        guard let number = pool.begin(stop) else { throw .transportClosed }
        defer { pool.end(number) }
        return try await withTaskCancellationHandler {
            await attempt(request, until: .now() + TimeAmount(limits.exchange), stop)
        } onCancel: {
            stop.stop()
        }.get()
    }

    deinit { pool.dropUnused() }

    /// Ends the exchanges under way (`cancelled`), the connections, and the threads that are its own.
    public func close() async {
        await pool.close()
        switch threads {
        case .shared: break
        case .own(let group):
            do { try await group.shutdownGracefully() } catch {
                logger?.debug("threads did not end", metadata: ["error": "\(error)"])
            }
        }
    }

    private func attempt(
        _ request: HTTPRequest, until deadline: NIODeadline, _ stop: StopSignal
    ) async -> Result<ExchangeResult, ExchangeFault> {
        let origin = Origin(request.url)
        if let connection = pool.take(origin) {
            log("connection used again", origin)
            switch await connection.exchange(request, until: deadline, stop: stop) {
            case .completed(let result, let keepsConnection):
                if keepsConnection { pool.keep(connection, for: origin) }
                return .success(result)
            case .failed(let fault):
                guard Self.wasClosedUnseen(fault), !stop.isStopped else { return .failure(fault) }
            case .notStarted: break
            }
            log("connection was closed while unused", origin)
        }
        do throws(ExchangeFault) {
            let (connection, opening) = try await connector.open(
                origin, on: threads.loops.any(), until: deadline, stop: stop)
            log("connection opened", origin)
            pool.watch(connection, for: origin)
            switch await connection.exchange(request, until: deadline, stop: stop) {
            case .completed(var result, let keepsConnection):
                if keepsConnection { pool.keep(connection, for: origin) }
                result.timing.nanoseconds.merge(opening) { _, opened in opened }
                return .success(result)
            case .failed(let fault), .notStarted(let fault): throw fault
            }
        } catch {
            log("exchange failed", origin, error)
            return .failure(error)
        }
    }

    /// The connection went away before a byte of a response: so does one that a server closes because it was unused.
    private static func wasClosedUnseen(_ fault: ExchangeFault) -> Bool {
        fault.code == .connectionLost && (fault.phase == .sending || fault.phase == .waiting)
    }

    private func log(_ message: Logger.Message, _ origin: Origin, _ fault: ExchangeFault? = nil) {
        var metadata: Logger.Metadata = ["host": "\(origin.host)", "port": "\(origin.port)"]
        if let fault { metadata["fault"] = "\(fault.code.rawValue)" }
        logger?.debug(message, metadata: metadata)
    }
}

extension HTTPSTransport {
    private static func context(_ configuration: Configuration) throws(TransportSetupFault) -> NIOSSLContext {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = version(configuration.tlsVersions.lowest)
        tls.maximumTLSVersion = version(configuration.tlsVersions.highest)
        // Never nil: the system's roots would be read for every context (design.md 9). `ServerVerification` knows ours.
        tls.trustRoots = .certificates([])
        tls.certificateVerification = configuration.insecure ? .none : .noHostnameVerification
        tls.applicationProtocols = []
        // A server that does not answer a close does not keep ours open.
        tls.shutdownTimeout = .milliseconds(500)
        if let identity = configuration.identity {
            tls.certificateChain = identity.chain.map { .certificate($0) }
            tls.privateKey = .privateKey(identity.key)
        }
        do { return try NIOSSLContext(configuration: tls) } catch {
            throw TransportSetupFault(.keyMismatch, message: "TLS cannot be set up with this identity.")
        }
    }

    private static func version(_ version: TLSVersions.Version) -> TLSVersion {
        switch version {
        case .tls12: .tlsv12
        case .tls13: .tlsv13
        }
    }
}
