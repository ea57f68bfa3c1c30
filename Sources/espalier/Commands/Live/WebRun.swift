#if Live
import ArgumentParser
import Device
import ESP
import LifePage
import LifePageServer
import LiveDevice
import Scenario
import Synchronization

/// `espalier run --web`: plays a life for whoever watches it in a browser.
struct WebRun: Sendable {
    /// Where the announcement goes.
    enum Announcement: Hashable, Sendable {
        /// Lines for people on standard output.
        case text
        /// One line of JSON on standard output.
        case json
        /// Lines for people on standard error: standard output holds something else.
        case errors
    }

    var host: String
    var port: Int
    var speed: PlaySpeed
    /// Where the clock stops by itself.
    var pause: DeviceTime?
    var announcement: Announcement
    /// For --report.
    var isRecorded: Bool

    /// The one life, from when there is one.
    private final class Lives: WatchedLives {
        private let life = Mutex<WatchedLife?>(nil)

        func set(_ new: WatchedLife) { life.withLock { $0 = new } }

        func all() async -> [WatchedLife] { life.withLock { $0 }.map { [$0] } ?? [] }
        func life(_ id: String) async -> WatchedLife? { life.withLock { $0 }.flatMap { $0.id == id ? $0 : nil } }
    }

    /// Opens the port, makes the life, and plays it until SIGINT or SIGTERM.
    ///
    /// - Parameters:
    ///   - makePlayer: called once the port is open, so that nothing begins that nobody can see.
    ///   - show: told the lines of the life as it goes on.
    ///   - save: given the life as it stands, so that it can go on another time.
    ///   - finish: given the life and what was seen of it, before the server ends. A life that waits for its user is over with
    ///     that.
    func play<Server: ManagementServer & Sendable>(
        _ makePlayer: @Sendable () async throws -> LifePlayer<Server>,
        show: @escaping @Sendable ([LifeText.Line]) -> Void,
        save: (LifePlayer<Server>) throws -> Void = { _ in },
        finish: (LifePlayer<Server>, RunCommand.Played) throws -> Void
    ) async throws {
        var generator = SystemRandomNumberGenerator()
        let lives = Lives()
        let server = PageServer(.live, lives: lives, token: PageToken(using: &generator), host: host)
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { ready.finish() }
                try await server.run(port: port) { ready.yield($0) }
            }
            var iterator = ports.makeAsyncIterator()
            guard let opened = await iterator.next() else {
                do { try await group.waitForAll() } catch let fault as PageServerFault {
                    Terminal.printError("\(fault)")
                }
                throw ExitCode(2)
            }
            let player = try await makePlayer()
            defer { group.cancelAll() }
            var (ended, isAttended, played) = await play(player, server, lives, port: opened, show)
            try save(ended)
            // Nobody is there any more who could press what the page offers.
            if isAttended { ended.end() }
            try finish(ended, played)
        }
    }

    private func play<Server: ManagementServer & Sendable>(
        _ player: LifePlayer<Server>, _ server: PageServer, _ lives: Lives, port: Int,
        _ show: @escaping @Sendable ([LifeText.Line]) -> Void
    ) async -> (player: LifePlayer<Server>, isAttended: Bool, played: RunCommand.Played) {
        let stage = LifeStage()
        let logged = LoggedLife(player, life: String(UInt64.random(in: .min ... .max), radix: 36))
        let page = player.life.script.device.release
        lives.set(
            WatchedLife(
                id: "1", title: player.scenario.name, detail: "\(page.name) \(page.edition.rawValue)", log: logged.log,
                stage: stage))
        let signals = await StopSignals.watching { stage.stop() }
        announce(server, port)
        let (speed, pause, isRecorded) = (speed, pause, isRecorded)
        let result = await onOwnThread {
            var conductor = LifeConductor(player, speed: speed, pausingAt: pause, clock: LifeStage.clock())
            var witness = ToldLife(logged: logged, show: show)
            if isRecorded { witness.played.recording = LifeRecording(player) }
            stage.play(&conductor, &witness) { logged.show($0) }
            witness.letsTimePass()
            let isAttended = if case .attended = conductor.state { true } else { false }
            return (player: conductor.player, isAttended: isAttended, played: witness.played)
        }
        signals.end()
        return result
    }

    /// Tells a life on the terminal as well as in the browser.
    private struct ToldLife<Server: ManagementServer>: LifeWitness {
        var logged: LoggedLife<Server>
        var text = LifeText()
        var played = RunCommand.Played()
        let show: @Sendable ([LifeText.Line]) -> Void

        init(logged: LoggedLife<Server>, show: @escaping @Sendable ([LifeText.Line]) -> Void) {
            self.logged = logged
            self.show = show
        }

        mutating func saw(_ events: [DeviceEvent], of player: LifePlayer<Server>) {
            logged.saw(events, of: player)
            played.events += events
            played.recording?.record(events, player)
            show(text.lines(events))
        }

        mutating func sawRest(of player: LifePlayer<Server>) { logged.sawRest(of: player) }
        mutating func sawGoingOn() { logged.sawGoingOn() }
        mutating func letsTimePass() { show(text.flush()) }
    }

    // MARK: Announcement

    private struct Line: Encodable {
        var schemaVersion = 1
        var event = "listening"
        var url: String
    }

    private func announce(_ server: PageServer, _ port: Int) {
        let address = server.address(port: port)
        var lines = [
            Colour.bold("The page is at \(address)"), "The clock waits for the first browser. Ctrl-C ends it.",
        ]
        if !server.isLoopback {
            lines.append(
                Colour.red(
                    "It listens at \(host) without encryption: who reaches this machine and knows the token sees the life."
                ))
        }
        switch announcement {
        case .json: if let text = try? JSONOutput.line(Line(url: address)) { Terminal.print(text) }
        case .text: for line in lines { Terminal.print(line) }
        case .errors: for line in lines { Terminal.printError(line) }
        }
    }
}
#endif
