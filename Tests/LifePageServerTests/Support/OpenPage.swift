import Device
import ESP
import Foundation
import Scenario

@testable import LifePageServer

/// A page on a free port of loopback, with a life that is played or a log that a test writes.
struct OpenPage: Sendable {
    let client: PageClient
    let token: String
    let log: TimelineLog
    let server: PageServer

    static let document = PageFile(
        bytes: Array("<!doctype html><title>page</title>".utf8),
        contentSecurityPolicy: "default-src 'none'; script-src 'sha256-x'; frame-ancestors 'none'")

    var events: String { "/devices/1/events?token=\(token)" }

    func act(_ body: String) async throws -> PageClient.Response {
        try await client.post(
            "/devices/1/actions", body,
            ["Authorization: Bearer \(token)", "Content-Type: application/json", "Connection: close"])
    }

    func press(_ button: PageButton) async throws -> PageClient.Response {
        try await act("{\"action\":\"press\",\"button\":\"\(button.rawValue)\"}")
    }

    /// With a log that is written by the test.
    static func showing(
        _ log: TimelineLog, stage: LifeStage? = nil, host: String = "127.0.0.1", limits: PageLimits = PageLimits(),
        _ body: @escaping @Sendable (OpenPage) async throws -> Void
    ) async throws {
        var generator = SystemRandomNumberGenerator()
        var server = PageServer(
            document, lives: SingleLife(WatchedLife(id: "1", title: "A life", log: log, stage: stage)),
            token: PageToken(using: &generator), host: host)
        server.limits = limits
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { [server] group in
            group.addTask {
                defer { ready.finish() }
                try await server.run(port: 0) { ready.yield($0) }
            }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else {
                try await group.waitForAll()
                return
            }
            defer { group.cancelAll() }
            try await body(
                OpenPage(
                    client: PageClient(port: port, host: host), token: server.token.text, log: log, server: server))
        }
    }

    /// With a life that is played on a thread of its own.
    ///
    /// - Returns: the conductor at the end.
    @discardableResult
    static func playing(
        _ player: ScenarioPlayer, speed: PlaySpeed = .unlimited, pausingAt pause: DeviceTime? = nil,
        limits: PageLimits = PageLimits(), _ body: @escaping @Sendable (OpenPage) async throws -> Void
    ) async throws -> ScenarioPlayer {
        let stage = LifeStage()
        let logged = LoggedLife(player, life: "life")
        async let ended = withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var conductor = LifeConductor(player, speed: speed, pausingAt: pause, clock: LifeStage.clock())
                var witness = logged
                stage.play(&conductor, &witness) { logged.show($0) }
                continuation.resume(returning: conductor.player)
            }
        }
        do {
            try await showing(logged.log, stage: stage, limits: limits, body)
        } catch {
            stage.stop()
            _ = await ended
            throw error
        }
        stage.stop()
        return await ended
    }
}
