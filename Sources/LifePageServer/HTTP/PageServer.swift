import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Serves the page and the lives that it shows, in plain HTTP/1.1: it is for a browser on the same machine (docs/page.md).
public struct PageServer: Sendable {
    public let page: PageFile
    public let lives: any WatchedLives
    public let token: PageToken
    /// The address or name to listen at.
    public let host: String
    public var limits = PageLimits()

    /// - Parameter host: an address or a name of this machine.
    public init(_ page: PageFile, lives: any WatchedLives, token: PageToken, host: String = "127.0.0.1") {
        self.page = page
        self.lives = lives
        self.token = token
        self.host = host
    }

    /// Whether nobody but this machine reaches the page.
    public var isLoopback: Bool { Self.isLoopback(host) }

    /// Whether nobody but this machine reaches who listens there.
    public static func isLoopback(_ host: String) -> Bool { HostCheck.isLoopback(host) }

    /// The address to open. It holds the token.
    public func address(port: Int) -> String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/?token=\(token.text)"
    }

    /// Listens, and answers until the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - onReady: called once with the port.
    public func run(port: Int, onReady: @escaping @Sendable (Int) async -> Void) async throws(PageServerFault) {
        do {
            let application = Application(
                responder: PageResponder(
                    page: page, lives: lives, token: token, host: HostCheck(host: host), limits: limits),
                server: .http1(
                    configuration: HTTP1Channel.Configuration(
                        idleTimeout: TimeAmount(limits.idle),
                        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                            maxHeaderFieldSize: limits.headerFieldBytes, maxHeaderListSize: limits.headerBytes,
                            maxHeaderFieldCount: limits.headerCount))),
                configuration: ApplicationConfiguration(
                    address: .hostname(host, port: port), serverName: "Espalier",
                    availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
                onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
                logger: Logger(label: "espalier.page") { _ in SwiftLogNoOpLogHandler() })
            try await run(
                ServiceGroup(configuration: .init(services: [application], logger: application.logger)))
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PageServerFault(
                .portInUse, message: "port \(port) of \(host) is in use",
                hint: "Stop who uses it, or name another one; 0 takes any that is free.")
        } catch let error as IOError {
            throw PageServerFault(
                .address,
                message: "nobody can listen at port \(port) of \(host): \(String(cString: strerror(error.errnoCode)))",
                hint: "Name an address of this machine.")
        } catch is CancellationError {
            return
        } catch {
            throw PageServerFault(
                .address, message: "nobody can listen at port \(port) of \(host): \(error)",
                hint: "Name an address of this machine.")
        }
    }

    /// Runs until the task is cancelled, and then ends in order: a connection that comes in while the accepting task is
    /// cancelled would be let go of without having been closed, which NIO does not forgive.
    private func run(_ services: ServiceGroup) async throws {
        let farewell = limits.farewell
        let running = Task { try await services.run() }
        try await withTaskCancellationHandler {
            try await running.value
        } onCancel: {
            Task {
                await services.triggerGracefulShutdown()
                try? await Task.sleep(for: farewell)
                running.cancel()
            }
        }
    }
}
