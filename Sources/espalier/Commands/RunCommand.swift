import ArgumentParser
import Device
import ESP
import Scenario

/// `espalier run`: a device's life through the Enrollment Status Page.
struct RunCommand: ParsableCommand {
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

    @Option(help: ArgumentHelp("Save every message as a file in this folder.", valueName: "dir"))
    var saveMessages: String?

    @Option(
        help: ArgumentHelp(
            "Write the registry that the life leaves behind, as regedit exports it; - is standard output, which then holds nothing else.",
            valueName: "file.reg"))
    var registry: String?

    @Option(help: ArgumentHelp("text for people, json for machines.", valueName: "format"))
    var format: Format = .text

    func validate() throws {
        if let speed, !(speed > 0) { throw ValidationError("--speed \(speed): expected a number above 0.") }
        if registry == "-", format == .json {
            throw ValidationError("--registry - and --format json both want standard output.")
        }
        if realTime, speed != nil { throw ValidationError("--real-time and --speed exclude each other.") }
    }

    func run() throws {
        var scenario = try read()
        for text in quirk { try apply(quirk: text, to: &scenario) }
        if let saveMessages {
            do throws(FileFault) { try Files.makeDirectory(saveMessages) } catch {
                Terminal.printError("\(error.path): \(error.reason)")
                throw ExitCode(2)
            }
        }
        var player = ScenarioPlayer(scenario, keepsMessages: saveMessages != nil, keepsRegistry: registry != nil)
        let events = play(&player)
        try save(player)
        try saveRegistry(player)
        switch format {
        case .json: Terminal.print(try JSONOutput.text(LifeReport(player, events: events)))
        case .text:
            let sessions = events.count { $0.name == "sessionStarted" }
            let messages = events.count { $0.name == "messageSent" || $0.name == "messageReceived" }
            show(LifeText.summary(player, messageCount: messages, sessionCount: sessions))
        }
        let ending = player.ending
        let isExpected = ending.expectations.allSatisfy(\.passed)
        let states = scenario.expectations.contains { if case .outcome = $0.claim { true } else { false } }
        // A scenario that expects its failure is good when it fails.
        if !isExpected || (!states && ![.succeeded, .continued].contains(ending.outcome)) { throw ExitCode(1) }
    }

    private func read() throws -> Scenario {
        let name = scenario ?? "the bundled scenario"
        do throws(FileFault) {
            let text = try scenario.map { path throws(FileFault) in
                String(decoding: try Files.read(path), as: UTF8.self)
            }
            let parsed: Scenario
            do throws(ScenarioError) { parsed = try ScenarioReader.read(text ?? BundledScenario.text) } catch {
                Terminal.printError("\(name):\(error)")
                throw FileFault(path: name, reason: "")
            }
            for note in parsed.notes { Terminal.printError("\(name): note: \(note)") }
            return parsed
        } catch {
            if !error.reason.isEmpty { Terminal.printError("\(error.path): \(error.reason)") }
            throw ExitCode(2)
        }
    }

    private func apply(quirk text: String, to scenario: inout Scenario) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, ["on", "off"].contains(parts[1]) else {
            throw ValidationError("--quirk \(text): write an id and on or off, such as ESP-303=off.")
        }
        do throws(Quirks.Refusal) {
            try scenario.script.page.quirks.set(parts[0], to: parts[1] == "on")
            scenario.script.agent.quirks = scenario.script.page.quirks
        } catch {
            throw ValidationError("--quirk \(text): there is no such quirk; they are ESP-301 to ESP-326.")
        }
    }

    private func play(_ player: inout ScenarioPlayer) -> [DeviceEvent] {
        var text = LifeText()
        var all: [DeviceEvent] = []
        var now = DeviceTime.zero
        let factor = realTime ? 1 : speed
        while true {
            if let factor, let next = player.nextTime, next > now {
                show(text.flush())
                Terminal.sleep(milliseconds: Double(next.milliseconds - now.milliseconds) / factor)
                now = next
            }
            guard let events = player.step() else {
                show(text.flush())
                return all
            }
            all += events
            show(text.lines(events))
        }
    }

    private func show(_ lines: [LifeText.Line]) {
        guard format == .text, registry != "-" else { return }
        for line in lines { Terminal.print(Self.coloured(line)) }
    }

    private func save(_ player: ScenarioPlayer) throws {
        guard let saveMessages else { return }
        for (index, message) in player.life.messages.enumerated() {
            let number = String(repeating: "0", count: max(0, 3 - String(index + 1).count)) + String(index + 1)
            let name = "\(number)-session\(message.session)-\(message.direction.rawValue).xml"
            do throws(FileFault) { try Files.write(message.bytes, to: "\(saveMessages)/\(name)") } catch {
                Terminal.printError("\(error.path): \(error.reason)")
                throw ExitCode(2)
            }
        }
    }

    private func saveRegistry(_ player: ScenarioPlayer) throws {
        guard let registry, let mirror = player.registry else { return }
        do throws(FileFault) { try Files.write(RegFile.bytes(of: mirror.registry), to: registry) } catch {
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
