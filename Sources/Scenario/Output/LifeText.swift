import CSP
import Device
import ESP

/// A life for people: one line for each thing that changes on the page or behind it, with the device's time.
public struct LifeText: Sendable {
    /// How a line is meant, for colour on a terminal.
    public enum Tone: Hashable, Sendable {
        case plain, heading, good, bad, quiet
    }

    public struct Line: Hashable, Sendable {
        public var text: String
        public var tone: Tone
    }

    /// What one instant has to show so far: a later word on the same thing replaces the earlier one.
    private struct Entry {
        var key: String
        var line: Line
    }

    private var instant: DeviceTime?
    private var entries: [Entry] = []
    /// What was last shown of each thing, so that nothing is said twice.
    private var shown: [String: String] = [:]

    public init() {}

    /// Takes events, in order. What belongs to one instant is shown when time goes on, because only its last word
    /// counts: use `flush` before time is let pass, and at the end.
    ///
    /// - Returns: the lines of the instants that are over.
    public mutating func lines(_ events: [DeviceEvent]) -> [Line] {
        var finished: [Line] = []
        for event in events {
            if let instant, instant != event.time { finished += flush() }
            instant = event.time
            guard let (key, line) = entry(event) else { continue }
            if let index = entries.firstIndex(where: { $0.key == key }) {
                entries[index].line = line
            } else {
                entries.append(Entry(key: key, line: line))
            }
        }
        return finished
    }

    /// The lines of the instant that is under way.
    public mutating func flush() -> [Line] {
        guard let instant else { return [] }
        var lines: [Line] = []
        for entry in entries where shown[entry.key] != entry.line.text {
            shown[entry.key] = entry.line.text
            lines.append(Line(text: "\(instant)  \(entry.line.text)", tone: entry.line.tone))
        }
        entries = []
        return lines
    }

    /// The line for an event, and what it is about. Events that a person does not need have none.
    private func entry(_ event: DeviceEvent) -> (key: String, line: Line)? {
        let key: String
        let (text, tone): (String, Tone)
        switch event.kind {
        case .category(let category, let state):
            guard state != .notStarted else { return nil }
            key = category.rawValue
            (text, tone) = ("\(Self.title(category)): \(state.english)", Self.tone(state))
        case .line(let line, let state, let lineText):
            guard let label = line.kind.label, state != .notStarted else { return nil }
            key = line.id
            (text, tone) = (
                "  \(label) (\(lineText.english))", state == .failed ? .bad : state == .succeeded ? .good : .plain
            )
        case .app(let id, let name, let state, let code):
            key = "app \(id)"
            (text, tone) = (
                "    app \(name): \(Self.word(state))\(code.map { " (\($0))" } ?? "")", state == .error ? .bad : .quiet
            )
        case .package(let uri, let name, let status):
            key = uri
            (text, tone) = (
                "    MSI \(name): \(NumberTable.package.word(status) ?? "status \(status)")",
                status == 60 || status == 30 ? .bad : .quiet
            )
        case .installation(let uri, _, let kind, let status):
            guard let installation = event.installation else { return nil }
            key = uri
            (text, tone) = (
                "    \(Self.title(kind)) \(installation.name): \(Self.word(installation.state))"
                    + Self.reason(kind, status), installation.state == .error ? .bad : .quiet
            )
        case .certificate(let uri, let status):
            key = uri
            let name = uri.split(separator: "/").last.map(String.init) ?? uri
            let (words, isBad) = Self.certificate(uri, status)
            (text, tone) = ("    certificate \(name): \(words)", isBad ? .bad : .quiet)
        case .job(let kind, let uri, let status):
            key = "\(kind.rawValue) \(uri)"
            (text, tone) = ("    \(kind.rawValue): \(status)", .quiet)
        case .controls(let controls):
            key = "controls"
            let names = (controls.buttons + controls.links).map { Self.title($0) }
            // Buttons that go away are no news of their own: something else says why.
            guard !names.isEmpty else { return nil }
            (text, tone) = ("  [\(names.joined(separator: "] ["))]", .plain)
        case .unenrolled:
            key = "unenrolled"
            (text, tone) = ("The device has left management", .heading)
        case .error, .signIn, .userSignedIn, .buttonPressed, .buttonNotOffered, .restartRequested, .machineStarted,
            .sessionBroken,
            .commandAnswered, .pageLeft, .resetStarted, .sessionStarted, .messageSent, .messageReceived, .sessionEnded,
            .nodeWritten,
            .pageState, .errorCleared, .setting, .logged, .duration, .agentStarted, .agentPhase, .agentLog,
            .enforcement, .managementLogged, .packageSource, .alertQueued, .userSignedOut, .poweredOff, .poweredOn,
            .preparationStarted,
            .registrationKicked, .script, .policyHeldBack, .policyTookEffect, .qualityUpdates, .devicePreparation,
            .whitePage, .effectNotEmulated, .pollingStarted, .logsCollected, .drifted, .driftUndone, .policiesRefreshed,
            .configLock, .redirected, .sessionAborted, .keptAlive, .credentials, .question, .notification,
            .certificateExpired:
            guard let happening = Self.happening(event.kind) else { return nil }
            // These happen and do not stand: each is shown, however often.
            key = "\(event.time) \(happening.text)"
            (text, tone) = (happening.text, happening.tone)
        }
        return (key, Line(text: text, tone: tone))
    }

    /// What happens at one instant and is over.
    private static func happening(_ kind: DeviceEvent.Kind) -> Line? {
        let (text, tone): (String, Tone)
        switch kind {
        case .error(let screen):
            (text, tone) = ("Error screen\(screen.code.map { " \($0)" } ?? ""): \(screen.text)", .bad)
        case .signIn(let signIn):
            (text, tone) = (
                signIn == .automatic ? "Sign-in screen" : "Sign-in screen asks for name and password", .heading
            )
        case .userSignedIn: (text, tone) = ("The user signs in", .heading)
        case .buttonPressed(let button): (text, tone) = ("The user presses \(title(button))", .heading)
        case .buttonNotOffered(let button):
            (text, tone) = ("The user looks for \(title(button)), which is not offered", .bad)
        case .restartRequested: (text, tone) = ("A restart is asked for", .heading)
        case .machineStarted: (text, tone) = ("The machine is up again", .heading)
        case .userSignedOut: (text, tone) = ("The user signs out", .heading)
        case .poweredOff: (text, tone) = ("The device shuts down", .heading)
        case .poweredOn: (text, tone) = ("The device is turned on", .heading)
        case .script(let name, let exitCode):
            (text, tone) = ("    script \(name): \(exitCode.map { "ended with \($0)" } ?? "runs")", .quiet)
        case .policyHeldBack(let uri): (text, tone) = ("    held back until the user's flow: \(uri)", .quiet)
        case .policyTookEffect(let uri): (text, tone) = ("    takes effect now: \(uri)", .quiet)
        case .drifted(let uri, let value): (text, tone) = ("    a program sets \(uri) to \(value)", .bad)
        case .driftUndone(let uri, let value, let means):
            (text, tone) = ("    \(title(means)) sets \(uri) back to \(value)", .good)
        case .certificateExpired:
            (text, tone) = (
                "The certificate of the enrolment has ended; it is not renewed automatically any more", .bad
            )
        case .configLock(let state): (text, tone) = ("Config lock: \(state.rawValue)", .plain)
        case .qualityUpdates(let stage): (text, tone) = ("Quality updates: \(stage.rawValue)", .plain)
        case .devicePreparation(let state): (text, tone) = ("Autopilot device preparation: \(state.rawValue)", .heading)
        case .whitePage: (text, tone) = ("The page stays white for a while", .quiet)
        case .sessionBroken(let number, let reason): (text, tone) = ("Session \(number) broke: \(reason)", .bad)
        case .redirected(let number, let address): (text, tone) = ("Session \(number) goes on at \(address)", .plain)
        case .sessionAborted(let number, let initiator):
            (text, tone) = ("The \(initiator.rawValue) gives session \(number) up", .heading)
        case .credentials(let number, let peer, let status, _):
            guard status >= 400 else { return nil }
            (text, tone) = ("    session \(number): \(status) for the credentials of the \(peer.rawValue)", .quiet)
        case .question(_, let interaction):
            let answers = interaction.visibleAnswers.joined(separator: ", ")
            (text, tone) = (
                "The server asks \"\(interaction.alert.text)\": \(interaction.status)"
                    + (answers.isEmpty ? "" : ", \(answers)"), .heading
            )
        case .notification(_, let refusal):
            (text, tone) = (refusal.map { "A notification comes in: \($0)" } ?? "A notification comes in", .heading)
        case .commandAnswered(let outcome):
            guard !outcome.succeeded else { return nil }
            (text, tone) = ("    refused: \(outcome.command) \(outcome.target ?? "") with \(outcome.status)", .bad)
        case .pageLeft(let scope, let outcome):
            (text, tone) = (
                "\(scope == .device ? "Device" : "Account") page left: \(outcome.rawValue)",
                outcome == .succeeded ? .good : .plain
            )
        case .resetStarted: (text, tone) = ("The reset of the system starts", .heading)
        case .category, .line, .app, .package, .installation, .certificate, .job, .controls, .unenrolled,
            .sessionStarted,
            .messageSent,
            .messageReceived,
            .sessionEnded, .nodeWritten, .pageState, .errorCleared, .setting, .logged, .duration, .agentStarted,
            .agentPhase, .agentLog,
            .enforcement, .managementLogged, .packageSource, .alertQueued, .effectNotEmulated, .pollingStarted,
            .logsCollected,
            .registrationKicked,
            .preparationStarted, .policiesRefreshed, .keptAlive:
            return nil
        }
        return Line(text: text, tone: tone)
    }

    static func title(_ means: LocalEnforcement.Means) -> String {
        switch means {
        case .configRefresh: "Config refresh"
        case .configLock: "Config lock"
        case .declaredConfiguration: "Declared configuration"
        }
    }

    package static func title(_ category: ESP.Category) -> String {
        switch category {
        case .devicePreparation: "Device preparation"
        case .deviceSetup: "Device setup"
        case .accountSetup: "Account setup"
        }
    }

    package static func title(_ button: PageButton) -> String {
        switch button {
        case .reset: "Reset device"
        case .tryAgain: "Try again"
        case .continueAnyway: "Continue anyway"
        case .signOut: "Sign out"
        case .reseal: "Reseal"
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

    static func word(_ state: TrackedAppState) -> String {
        switch state {
        case .notInstalled: "waiting"
        case .inProgress: "installing"
        case .completed: "installed"
        case .error: "failed"
        }
    }

    private static func title(_ kind: Installation.Kind) -> String {
        switch kind {
        case .msi: "MSI"
        case .uwp: "UWP app"
        case .store: "Store app"
        case .office: "Office"
        }
    }

    /// Why Office failed, as far as its Status says.
    private static func reason(_ kind: Installation.Kind, _ status: Int) -> String {
        guard kind == .office, let code = Int32(exactly: status),
            let meaning = OfficeInstall.Status(rawValue: code).meaning
        else { return "" }
        return " (\(status): \(meaning))"
    }

    private static func certificate(_ uri: String, _ status: Int) -> (words: String, isBad: Bool) {
        guard !uri.contains("/PFXCertInstall/") else {
            return status == 0 ? ("imported", false) : ("import failed with \(status)", true)
        }
        return ([1: "enrolled", 2: "pending", 16: "failed"][status] ?? "unknown", status == 16)
    }
}
