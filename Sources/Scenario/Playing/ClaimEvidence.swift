import CSP
import DMTree
import Device
import ESP
import ReferenceServer

/// Whether a claim holds in a life as it stands, and what was seen of it.
struct ClaimEvidence {
    private let claim: Expectation.Claim
    /// What was seen of it in the events so far.
    struct Memory: Codable, Sendable {
        var wasTouched = false
        /// How many events showed it.
        var sightings = 0
    }

    var memory = Memory()

    init(claim: Expectation.Claim) { self.claim = claim }

    /// True for a claim about something that happens, not about how things stand.
    var isEvent: Bool { if case .event = claim { true } else { false } }

    /// Reads the events of a step.
    ///
    /// - Returns: whether one of them shows what is claimed.
    mutating func note(_ events: [DeviceEvent]) -> Bool {
        var isShown = false
        for event in events {
            if case .appUntouched(let app) = claim, let seen = Self.state(of: app, in: event), seen != .notInstalled {
                memory.wasTouched = true
            }
            if shows(event) {
                isShown = true
                memory.sightings += 1
            }
        }
        return isShown
    }

    /// Whether an event shows what is claimed, for what lasts less than a moment.
    private func shows(_ event: DeviceEvent) -> Bool {
        switch (claim, event.kind) {
        case (.event(let name, let text, _), _):
            event.name == name && (text.map { text in event.fieldTexts.contains { $0.contains(text) } } ?? true)
        case (.page(let state), .pageState(let seen)): state == seen
        case (.category(let category, let state), .category(let seen, let seenState)):
            category == seen && state == seenState
        case (.line(let line, let state, let text), .line(let seen, let seenState, let seenText)):
            line == seen && (state ?? seenState) == seenState && Self.matches(text, seenText, line)
        case (.node(let uri, let value), .nodeWritten(let seen, let seenValue, _)):
            value == seenValue && Self.isSame(uri, seen)
        case (.app(let app, let state), _): Self.state(of: app, in: event) == state
        case (.error(let code, let text), .error(let screen)):
            (code == nil || code == screen.code) && (text == nil || text == screen.text)
        case (.signIn(let prompt), .signIn(let seen)): Self.isPrompt(seen) == prompt
        case (.setting(let name, let value), .setting(let seen, let seenValue)): name == seen && value == seenValue
        case (
            .duration(let scope, let line, let seconds, let tolerance),
            .duration(let seenScope, let seen, let seenSeconds)
        ):
            scope == seenScope && line == seen && abs(seenSeconds - seconds) <= tolerance
        case (.button(let button, let isOffered), .controls(let controls)): controls.offers(button) == isOffered
        default: false
        }
    }

    /// Whether the claim holds as things stand.
    func holds(in life: DeviceLife<some ManagementServer>) -> Bool {
        switch claim {
        case .outcome(let outcome): life.outcome.rawValue == outcome
        case .page(let state): life.page.state == state
        case .category(let category, let state): life.page.board[category].state == state
        case .line(let line, let state, let text):
            life.page.board[line].map { (state ?? $0.state) == $0.state && Self.matches(text, $0.text, line) } ?? false
        case .node(let uri, let value): life.tree.value(uri) == value
        case .children(let uri, let names): (life.tree.children(uri) ?? []) == names
        case .button(let button, let isOffered): life.page.controls.offers(button) == isOffered
        case .app(let app, let state): life.appState(app) == state
        case .error(let code, let text):
            life.page.errorScreen.map { (code == nil || code == $0.code) && (text == nil || text == $0.text) } ?? false
        case .signIn(let prompt): life.lastSignIn.map { Self.isPrompt($0) == prompt } ?? false
        case .setting(let name, let value): life.settings[name] == value
        case .duration(let scope, let line, let seconds, let tolerance):
            life.durations[scope]?[line].map { abs($0 - seconds) <= tolerance } ?? false
        case .status(let scripted, let status): answer(scripted, life)?.statuses == [status]
        case .result(let scripted, let data): answer(scripted, life)?.results == data
        case .appUntouched: !memory.wasTouched
        case .event(_, _, let count): count.map { $0 == memory.sightings } ?? (memory.sightings > 0)
        }
    }

    /// How things stand, in the words of the claim.
    func actual(in life: DeviceLife<some ManagementServer>) -> String {
        switch claim {
        case .outcome: return life.outcome.rawValue
        case .page: return life.page.state.rawValue
        case .category(let category, _): return life.page.board[category].state.rawValue
        case .line(let line, _, _):
            return life.page.board[line].map { "\($0.state.rawValue), \"\($0.text.token)\"" } ?? "no such line"
        case .node(let uri, _):
            guard let value = life.tree.value(uri) else { return "no value" }
            // Keys and passwords never reach a report (design.md 7).
            let isSecret = (try? TreeURI(uri)).map(SecretNodes.contains) ?? false
            return isSecret && !value.isEmpty ? "another value, which is not shown" : "\"\(value)\""
        case .children(let uri, _): return life.tree.children(uri).map { $0.joined(separator: ", ") } ?? "no such node"
        case .button:
            let offered = (life.page.controls.buttons + life.page.controls.links).map(\.rawValue)
            return offered.isEmpty ? "no button" : offered.joined(separator: ", ")
        case .app(let app, _): return life.appState(app).map { Self.name($0) } ?? "nothing of it"
        case .error:
            return life.page.errorScreen.map { "\($0.code?.description ?? "no code"), \"\($0.text)\"" }
                ?? "no error screen"
        case .signIn: return life.lastSignIn.map { Self.isPrompt($0) ? "prompt" : "automatic" } ?? "no sign-in screen"
        case .setting(let name, _): return life.settings[name] ?? "not set"
        case .duration(let scope, let line, _, _):
            return life.durations[scope]?[line].map { "\($0) seconds" } ?? "not recorded"
        case .status(let scripted, _):
            return answer(scripted, life).map { $0.statuses.map(String.init).joined(separator: ", ") } ?? "no answer"
        case .result(let scripted, _):
            return answer(scripted, life).map { "\"" + $0.results.joined(separator: "\", \"") + "\"" } ?? "no answer"
        case .appUntouched: return "that it was installed"
        case .event: return memory.sightings == 0 ? "no such event" : "it \(memory.sightings) times"
        }
    }

    private func answer(_ scripted: Int, _ life: DeviceLife<some ManagementServer>) -> ReferenceServer.Answer? {
        // One that was sent again counts as it was answered in the end.
        (life.server as? ReferenceServer)?.answers.last { $0.scripted == scripted }
    }

    /// What an event says of an app, by its name or one of its ids; nil when it is about something else.
    private static func state(of app: String, in event: DeviceEvent) -> TrackedAppState? {
        switch event.kind {
        case .app(let id, let name, let state, _): return app == id || app == name ? state : nil
        default:
            guard let seen = event.installation, app == seen.name || app.lowercased() == seen.id else { return nil }
            return seen.state
        }
    }

    private static func name(_ state: TrackedAppState) -> String {
        switch state {
        case .notInstalled: "notInstalled"
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .error: "error"
        }
    }

    /// A claim's text is the line as the page shows it, its text alone, or its token.
    private static func matches(_ claimed: String?, _ text: LineText, _ line: Subcategory) -> Bool {
        guard let claimed else { return true }
        return claimed == text.token || claimed == text.english
            || line.kind.label.map { claimed == "\($0) (\(text.english))" } ?? false
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        guard let left = try? TreeURI(left), let right = try? TreeURI(right) else { return false }
        return left == right
    }

    private static func isPrompt(_ signIn: SignIn) -> Bool {
        if case .prompt = signIn { true } else { false }
    }
}
