import ArgumentParser
import Device
import ESP
import ProtocolProfile
import Scenario

#if Live
import LifePageServer
import LiveDevice
#endif

/// `espalier run`: a device's life through the Enrollment Status Page.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Live a device's life through the Enrollment Status Page, against an embedded server.",
        discussion: """
            Without a scenario the bundled one is played: a user-driven Autopilot device. Time is virtual unless told otherwise.
            docs/scenarios.md explains how to write a scenario.

            Example:
              espalier run
              espalier run my-tenant.yaml --format json
              espalier run --speed 20 --save-messages /tmp/messages
              espalier run my-tenant.yaml --stop-at 05:00 --save life.json
              espalier run --resume life.json
              espalier run my-tenant.yaml --report life.html
              espalier run my-tenant.yaml --web

            With --server (not in every build) the device enrols with a real server first and lives its life with it, in \
            virtual time unless told otherwise; what the scenario says of a server is then passed over.
              espalier run my-tenant.yaml --server https://localhost:8443 --trust ca.pem --user ada@example.test \
                --password pa55 --speed 20
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("A scenario file; - is standard input.", valueName: "scenario"))
    var scenario: String?

    @Flag(help: "Let time pass as it does for a real device.")
    var realTime = false

    @Option(help: ArgumentHelp("Let time pass, this many times as fast.", valueName: "factor"))
    var speed: Double?

    @Option(
        help: ArgumentHelp(
            "Turn a known issue of the real page on or off, such as ESP-303=off. May be repeated.",
            valueName: "id=on|off"))
    var quirk: [String] = []

    @Option(
        help: ArgumentHelp(
            "Answer an open question of the references otherwise, such as U-11=absent or A7=obeyed. May be repeated.",
            valueName: "id=option"))
    var choice: [String] = []

    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp(
            "The dialect of OMA-DM: windows as it was observed, or oma, the plain standard. Default: what the scenario says.",
            valueName: "profile"))
    var protocolName: ProtocolProfile.Name?

    @Option(
        help: ArgumentHelp(
            "What the device is, in place of the scenario's device.profile: one of \(DeviceProfileArgument.names), or a YAML file.",
            valueName: "name|file"))
    var deviceProfile: String?

    @Option(help: ArgumentHelp("Stop at this time of the device, such as 05:00.", valueName: "time"))
    var stopAt: String?

    @Option(help: ArgumentHelp("Save the life where it was stopped, to go on with --resume.", valueName: "file"))
    var save: String?

    @Option(help: ArgumentHelp("Go on with a life that was saved.", valueName: "file"))
    var resume: String?

    @Option(help: ArgumentHelp("Save every message as a file in this folder.", valueName: "dir"))
    var saveMessages: String?

    @Option(
        help: ArgumentHelp(
            "Write the registry that the life leaves behind, as regedit exports it; - is standard output, which then holds nothing else.",
            valueName: "file.reg"))
    var registry: String?

    @Option(
        help: ArgumentHelp(
            "Write the life as one page for a browser, to look at it at any moment (docs/page.md); - is standard output, which then holds nothing else.",
            valueName: "file.html"))
    var report: String?

    @Option(help: ArgumentHelp("text for people, json for machines.", valueName: "format"))
    var format: Format = .text

    @OptionGroup(title: "In a browser") var web: WebOptions

    #if Live
    @OptionGroup(title: "A real server") var remote: RemoteOptions
    #endif

    func validate() throws {
        #if Live
        if remote.server != nil, stopAt != nil || save != nil || resume != nil {
            throw ValidationError("--server excludes --stop-at, --save and --resume: a server's memory is its own.")
        }
        #endif
        if let speed, !(speed > 0) { throw ValidationError("--speed \(speed): expected a number above 0.") }
        #if Live
        if web.web != nil, let speed, PlaySpeed(factor: speed) == nil {
            throw ValidationError("--speed \(speed): expected a number up to \(Int(PlaySpeed.highest)).")
        }
        #endif
        let takers = [
            registry == "-" ? "--registry -" : nil, report == "-" ? "--report -" : nil,
            format == .json ? "--format json" : nil,
        ].compactMap(\.self)
        if takers.count > 1 {
            throw ValidationError(
                "\(takers.joined(separator: " and ")) \(takers.count > 2 ? "all" : "both") want standard output.")
        }
        if realTime, speed != nil { throw ValidationError("--real-time and --speed exclude each other.") }
        if save != nil, stopAt == nil {
            throw ValidationError("--save wants --stop-at: the life has to stop somewhere.")
        }
        if let stopAt, ScenarioReader.seconds(stopAt) == nil {
            throw ValidationError("--stop-at \(stopAt): write a time such as 05:00, 20m or 2h.")
        }
        if resume != nil,
            scenario != nil || !quirk.isEmpty || !choice.isEmpty || protocolName != nil || saveMessages != nil
                || deviceProfile != nil
        {
            throw ValidationError(
                "--resume goes on with what was saved: leave scenario, switches, device profile and messages out.")
        }
        _ = try switches
    }

    /// The quirks and choices of the command line.
    var switches: [ScenarioSwitch] {
        get throws {
            var switches: [ScenarioSwitch] = []
            for text in quirk {
                let (id, isOn) = try ChoiceArguments.quirk(text)
                switches.append(.quirk(id: id, isOn: isOn))
            }
            if let protocolName { switches.append(.protocolProfile(protocolName)) }
            for text in choice {
                let (id, option) = try ChoiceArguments.pair(text, example: "U-11=absent")
                switches.append(.choice(id: id, option: option))
            }
            return switches
        }
    }

    func run() async throws {
        if let saveMessages {
            try attempt { () throws(FileFault) in try Files.makeDirectory(saveMessages) }
        }
        var input = try RunInput(self)
        #if Live
        if web.web != nil {
            try await runForBrowser(input)
            return
        }
        if remote.server != nil {
            let remoteRun = remoteRun(input)
            let player = try await remoteRun.player()
            // A life waits for its server, on a thread of its own (docs/decisions/0011).
            let (ended, played) = await onOwnThread {
                var player = player
                let played = play(&player)
                return (player, played)
            }
            try finish(ended, played)
            return
        }
        #endif
        let played = play(&input.player)
        try saveLife(input)
        try finish(input.player, played)
    }

    /// Whether the messages of the life are asked for.
    var keepsMessages: Bool { saveMessages != nil || report != nil || web.web != nil }

    /// Whether lines for people are shown: nothing else has standard output.
    var isTold: Bool { format == .text && registry != "-" && report != "-" }

    /// What was seen of a life.
    struct Played: Sendable {
        var events: [DeviceEvent] = []
        /// For --report.
        var recording: LifeRecording?
    }

    /// Writes what was asked for, shows how it ended, and ends with the status.
    func finish(_ player: LifePlayer<some ManagementServer>, _ played: Played) throws {
        let events = played.events
        try saveMessages(of: player)
        try saveRegistry(of: player)
        try saveReport(of: player, played.recording)
        switch format {
        case .json: Terminal.print(try JSONOutput.text(LifeReport(player, events: events)))
        case .text:
            let sessions = events.count { $0.name == "sessionStarted" }
            let messages = events.count { $0.name == "messageSent" || $0.name == "messageReceived" }
            show(LifeText.summary(player, messageCount: messages, sessionCount: sessions))
            if isTold, let report { Terminal.print(Colour.dim(Terminal.safe("Report: \(report)"))) }
        }
        // A life that was stopped has not ended, so there is nothing to judge.
        guard player.isOver else { return }
        let ending = player.ending
        let isExpected = ending.expectations.allSatisfy(\.passed)
        let states = player.scenario.expectations.contains { if case .outcome = $0.claim { true } else { false } }
        // A scenario that expects its failure is good when it fails.
        if !isExpected || (!states && ![.succeeded, .continued].contains(ending.outcome)) { throw ExitCode(1) }
    }

    private func play(_ player: inout LifePlayer<some ManagementServer>) -> Played {
        var text = LifeText()
        var played = Played(recording: report == nil ? nil : LifeRecording(player))
        var now = player.life.now
        let factor = realTime ? 1 : speed
        let end = stopAt.flatMap(ScenarioReader.seconds).map { DeviceTime.seconds($0) }
        while true {
            if let end, let next = player.nextTime, next > end {
                show(text.flush())
                return played
            }
            if let factor, let next = player.nextTime, next > now {
                show(text.flush())
                Terminal.sleep(milliseconds: Double(next.milliseconds - now.milliseconds) / factor)
                now = next
            }
            guard let events = player.step() else {
                show(text.flush())
                return played
            }
            played.events += events
            played.recording?.record(events, player)
            show(text.lines(events))
        }
    }

    func show(_ lines: [LifeText.Line]) {
        guard isTold else { return }
        for line in lines { Terminal.print(Self.coloured(line)) }
    }

    private func saveMessages(of player: LifePlayer<some ManagementServer>) throws {
        guard let saveMessages else { return }
        for (index, message) in player.life.messages.enumerated() {
            let number = String(repeating: "0", count: max(0, 3 - String(index + 1).count)) + String(index + 1)
            let name = "\(number)-session\(message.session)-\(message.direction.rawValue).xml"
            try attempt { () throws(FileFault) in try Files.write(message.bytes, to: "\(saveMessages)/\(name)") }
        }
    }

    private func saveRegistry(of player: LifePlayer<some ManagementServer>) throws {
        guard let registry, let mirror = player.registry else { return }
        try attempt { () throws(FileFault) in try Files.write(RegFile.bytes(of: mirror.registry), to: registry) }
    }

    private func saveReport(of player: LifePlayer<some ManagementServer>, _ recording: LifeRecording?) throws {
        guard let report, let recording else { return }
        let document = try recording.document(player)
        try attempt { () throws(FileFault) in try Files.write(document, to: report) }
    }

    func saveLife(_ input: RunInput) throws {
        guard let save else { return }
        let text = try JSONOutput.text(input.saved)
        try attempt { () throws(FileFault) in try Files.write(Array(text.utf8), to: save) }
    }

    /// Does something with a file; a file that fails is the user's to know, with exit status 2.
    private func attempt(_ body: () throws(FileFault) -> Void) throws {
        do throws(FileFault) { try body() } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(2)
        }
    }

    private static func coloured(_ line: LifeText.Line) -> String {
        let text = Terminal.safe(line.text)
        return switch line.tone {
        case .plain: text
        case .heading: Colour.bold(text)
        case .good: Colour.green(text)
        case .bad: Colour.red(text)
        case .quiet: Colour.dim(text)
        }
    }
}
