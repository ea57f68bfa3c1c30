import Device
import ESP

/// A life for people: one line for each thing that changes on the page or behind it, with the device's time.
public struct LifeText {
    /// How a line is meant, for colour on a terminal.
    public enum Tone: Hashable, Sendable {
        case plain, heading, good, bad, quiet
    }

    public struct Line: Hashable, Sendable {
        public var text: String
        public var tone: Tone
    }

    private var shownLines: [String: String] = [:]

    public init() {}

    /// The lines of some events, in order. Events that a person does not need are left out.
    public mutating func lines(_ events: [DeviceEvent]) -> [Line] {
        events.compactMap { line($0) }
    }

    private mutating func line(_ event: DeviceEvent) -> Line? {
        let (text, tone): (String, Tone)
        switch event.kind {
        case .category(let category, let state):
            guard state != .notStarted else { return nil }
            (text, tone) = ("\(Self.title(category)): \(state.english)", Self.tone(state))
        case .line(let line, let state, let lineText):
            guard let label = line.kind.label, state != .notStarted else { return nil }
            let shown = "  \(label) (\(lineText.english))"
            guard shownLines[line.id] != shown else { return nil }
            shownLines[line.id] = shown
            (text, tone) = (shown, state == .failed ? .bad : state == .succeeded ? .good : .plain)
        case .app(_, let name, let state, let code):
            (text, tone) = (
                "    app \(name): \(Self.word(state))\(code.map { " \($0)" } ?? "")", state == .error ? .bad : .quiet
            )
        case .package(_, let name, let status):
            (text, tone) = ("    MSI \(name): \(Self.package(status))", status == 60 || status == 30 ? .bad : .quiet)
        case .certificate(let uri, let status):
            let name = uri.split(separator: "/").last.map(String.init) ?? uri
            let words = [1: "enrolled", 2: "pending", 16: "failed"][status] ?? "unknown"
            (text, tone) = ("    certificate \(name): \(words)", status == 16 ? .bad : .quiet)
        case .error(let screen):
            (text, tone) = ("Error \(screen.code?.description ?? ""): \(screen.text)", .bad)
        case .controls(let controls):
            let names = (controls.buttons + controls.links).map { Self.title($0) }
            guard !names.isEmpty else { return nil }
            (text, tone) = ("  [\(names.joined(separator: "] ["))]", .plain)
        case .signIn(let signIn):
            (text, tone) = (signIn == .automatic ? "Sign-in screen" : "Sign-in screen asks for the password", .heading)
        case .userSignedIn: (text, tone) = ("The user signs in", .heading)
        case .buttonPressed(let button): (text, tone) = ("The user presses \(Self.title(button))", .heading)
        case .buttonNotOffered(let button):
            (text, tone) = ("The user looks for \(Self.title(button)), which is not offered", .bad)
        case .restartRequested: (text, tone) = ("The machine restarts", .heading)
        case .machineStarted: (text, tone) = ("The machine is up again", .heading)
        case .sessionBroken(let number, let reason): (text, tone) = ("Session \(number) broke: \(reason)", .bad)
        case .commandAnswered(let outcome):
            guard !outcome.succeeded else { return nil }
            (text, tone) = ("    refused: \(outcome.command) \(outcome.target ?? "") with \(outcome.status)", .bad)
        case .pageLeft(let scope, let outcome):
            (text, tone) = (
                "\(scope == .device ? "Device" : "Account") page left: \(outcome.rawValue)",
                outcome == .succeeded ? .good : .plain
            )
        case .resetStarted: (text, tone) = ("The reset of the system starts", .heading)
        case .unenrolled: (text, tone) = ("The device leaves management", .heading)
        case .sessionStarted, .messageSent, .messageReceived, .sessionEnded, .nodeWritten, .pageState, .errorCleared, .setting,
            .logged, .duration, .agentStarted, .agentPhase, .agentLog, .alertQueued, .effectNotEmulated, .pollingStarted,
            .logsCollected:
            return nil
        }
        return Line(text: "\(event.time)  \(text)", tone: tone)
    }

    static func title(_ category: ESP.Category) -> String {
        switch category {
        case .devicePreparation: "Device preparation"
        case .deviceSetup: "Device setup"
        case .accountSetup: "Account setup"
        }
    }

    static func title(_ button: PageButton) -> String {
        switch button {
        case .reset: "Reset device"
        case .tryAgain: "Try again"
        case .continueAnyway: "Continue anyway"
        case .collectLogs: "Collect logs"
        case .viewDiagnostics: "View diagnostics"
        }
    }

    private static func tone(_ state: CategoryState) -> Tone {
        switch state {
        case .succeeded: .good
        case .failed, .failedFromPreviousCategory: .bad
        case .notStarted, .inProgress, .cancelled, .rebootRequiredAndTryAgain: .heading
        }
    }

    private static func word(_ state: TrackedAppState) -> String {
        switch state {
        case .notInstalled: "waiting"
        case .inProgress: "installing"
        case .completed: "installed"
        case .error: "failed"
        }
    }

    private static func package(_ status: Int) -> String {
        let words = [
            10: "initialized", 20: "downloading", 25: "waiting to download again", 30: "download failed",
            40: "downloaded", 48: "waiting for the user", 50: "installing", 55: "waiting to install again",
            60: "failed", 70: "installed",
        ]
        return words[status] ?? "status \(status)"
    }

    /// What is left to say when a life is over: the page as it stands, the nodes a server reads, what was expected.
    public static func summary(_ player: ScenarioPlayer, messageCount: Int, sessionCount: Int) -> [Line] {
        let ending = player.ending
        var lines: [Line] = [Line(text: "", tone: .plain)]
        let tone: Tone = ending.outcome == .succeeded || ending.outcome == .continued ? .good : .bad
        lines.append(Line(text: "\(player.scenario.name): \(ending.outcome.rawValue) at \(ending.endedAt)", tone: tone))
        for entry in player.life.page.board.entries {
            lines.append(Line(text: "  \(title(entry.category)): \(entry.state.english)", tone: .plain))
            for line in entry.lines where line.kind.label != nil {
                lines.append(Line(text: "    \(line.english)", tone: .quiet))
            }
        }
        lines.append(
            Line(text: "  \(sessionCount) sessions, \(messageCount) messages, real SyncML in both directions", tone: .quiet))
        let failed = ending.expectations.filter { !$0.passed }
        if !ending.expectations.isEmpty {
            lines.append(
                Line(
                    text: "  \(ending.expectations.count - failed.count) of \(ending.expectations.count) expectations met",
                    tone: failed.isEmpty ? .good : .bad))
        }
        for result in failed {
            lines.append(
                Line(
                    text: "  line \(result.expectation.line): expected \(result.expectation.text); found \(result.found)",
                    tone: .bad))
        }
        for diagnostic in ending.diagnostics {
            lines.append(Line(text: "  \(diagnostic.message) [\(diagnostic.rule)]", tone: .bad))
            if let target = diagnostic.target { lines.append(Line(text: "    \(target)", tone: .quiet)) }
            if !diagnostic.hint.isEmpty { lines.append(Line(text: "    hint: \(diagnostic.hint)", tone: .plain)) }
        }
        return lines
    }
}
