import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Identity
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension ManagementServer {
    /// Listens, and answers until it is stopped: by SIGINT or SIGTERM, or by the end of the task.
    ///
    /// TLS 1.2 and 1.3. A client certificate is asked for and need not be shown (enrollment.md 14.3).
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - stopsOnSignals: whether SIGINT and SIGTERM end it.
    ///   - log: the access log, at level info; no secret is ever in it.
    ///   - onReady: called once with the port.
    /// - Throws: `ServiceFault`.
    public func run(
        host: String = "127.0.0.1", port: Int, stopsOnSignals: Bool = false, log: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) async throws(ServiceFault) {
        var quiet = log
        quiet.logLevel = .error
        do {
            let limits = settings.limits
            let application = Application(
                responder: ServiceResponder(server: self, log: log),
                server: try .tls(
                    .http1(
                        configuration: HTTP1Channel.Configuration(
                            idleTimeout: .seconds(limits.idleSeconds),
                            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                                maxHeaderFieldSize: 32 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))),
                    configuration: try tls()),
                configuration: ApplicationConfiguration(
                    address: .hostname(host, port: port), serverName: "Espalier",
                    availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
                onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) }, logger: quiet)
            if stopsOnSignals {
                try await application.runService(gracefulShutdownSignals: [.sigint, .sigterm])
            } else {
                try await application.runService(gracefulShutdownSignals: [])
            }
        } catch let fault as ServiceFault {
            throw fault
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServiceFault(
                .portInUse, message: "port \(port) of \(host) is in use",
                hint: "Stop who uses it, or name another with --port; 0 takes any that is free.")
        } catch let error as IOError {
            throw ServiceFault(
                .address,
                message: "nobody can listen at port \(port) of \(host): \(String(cString: strerror(error.errnoCode)))",
                hint: "Name an address of this machine with --host.")
        } catch is CancellationError {
            return
        } catch {
            throw ServiceFault(.address, message: "nobody can listen at port \(port) of \(host): \(error)")
        }
    }

    private func tls() throws(ServiceFault) -> TLSChannelConfiguration {
        do {
            let chain = try [authority.certificate, authority.authority.certificate].map {
                NIOSSLCertificateSource.certificate(try NIOSSLCertificate(bytes: $0.der, format: .der))
            }
            let key = try NIOSSLPrivateKey(bytes: Array(authority.key.pem.utf8), format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            configuration.certificateVerification = .optionalVerification
            // Any certificate is taken here, once the handshake showed that its key is there: it means something only when
            // the records know it, and a stranger's must not keep a client from proving itself otherwise.
            return TLSChannelConfiguration(tlsConfiguration: configuration) { _, promise in
                promise.succeed(.certificateVerified)
            }
        } catch {
            throw ServiceFault(.certificate, message: "the server's own certificate is not usable: \(error)")
        }
    }
}
