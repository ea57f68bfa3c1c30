import DMTree
import Device
import ESP
import ReferenceServer

/// Watches one expectation while a life is lived.
///
/// An `at` has to hold at some moment within one second of its instant: at an event in that time, or as things stand when it passes.
struct Watcher {
    private let expectation: Expectation
    private var verdict: Bool?
    private var found = ""
    private var wasTouched = false

    init(_ expectation: Expectation) { self.expectation = expectation }

    var result: ExpectationResult {
        ExpectationResult(expectation: expectation, passed: verdict ?? false, found: verdict == true ? "" : found)
    }

    /// Time goes on to `time` and nothing happens before.
    mutating func passes(to time: DeviceTime, _ life: DeviceLife<ReferenceServer>) {
        guard verdict == nil else { return }
        switch expectation.moment {
        case .at(let instant):
            guard life.now <= instant.adding(seconds: 1), time > instant.adding(seconds: -1) else { return }
            // Between now and `time` the instant passes, or `time` lies in its window: how things stand counts.
            if time > instant.adding(seconds: 1) || life.now >= instant.adding(seconds: -1) || time > instant {
                if holds(life) { verdict = true } else if time > instant.adding(seconds: 1) { fail(life) }
            }
        case .by(let instant):
            if life.now <= instant, holds(life) { verdict = true } else if time > instant { fail(life) }
        case .end: break
        }
    }

    mutating func sees(_ events: [DeviceEvent], _ life: DeviceLife<ReferenceServer>) {
        for event in events { noteTouch(event) }
        guard verdict == nil else { return }
        switch expectation.moment {
        case .at(let instant):
            let window = instant.adding(seconds: -1)...instant.adding(seconds: 1)
            guard window.contains(life.now) else { return }
            if events.contains(where: { shows($0) }) || holds(life) { verdict = true }
        case .by(let instant):
            guard life.now <= instant else { return }
            if events.contains(where: { shows($0) }) || holds(life) { verdict = true }
        case .end: break
        }
    }

    /// The life is over.
    mutating func ends(_ life: DeviceLife<ReferenceServer>) {
        guard verdict == nil else { return }
        if holds(life) { verdict = true } else { fail(life) }
    }

    private mutating func fail(_ life: DeviceLife<ReferenceServer>) {
        verdict = false
        found = actual(life)
    }

    private mutating func noteTouch(_ event: DeviceEvent) {
        if case .appUntouched(let app) = expectation.claim, case .app(let id, let name, let state, _) = event.kind,
            app == id || app == name, state != .notInstalled
        {
            wasTouched = true
        }
    }

    /// Whether an event shows what is claimed, for what lasts less than a moment.
    private func shows(_ event: DeviceEvent) -> Bool {
        switch (expectation.claim, event.kind) {
        case (.page(let state), .pageState(let seen)): state == seen
        case (.category(let category, let state), .category(let seen, let seenState)):
            category == seen && state == seenState
        case (.line(let line, let state, let text), .line(let seen, let seenState, let seenText)):
            line == seen && (state ?? seenState) == seenState && Self.matches(text, seenText, line)
        case (.node(let uri, let value), .nodeWritten(let seen, let seenValue, _)):
            value == seenValue && Self.isSame(uri, seen)
        case (.app(let app, let state), .app(let id, let name, let seenState, _)):
            (app == id || app == name) && state == seenState
        case (.error(let code, let text), .error(let screen)):
            (code == nil || code == screen.code) && (text == nil || text == screen.text)
        case (.signIn(let prompt), .signIn(let seen)): Self.isPrompt(seen) == prompt
        case (.setting(let name, let value), .setting(let seen, let seenValue)): name == seen && value == seenValue
        case (.duration(let line, let seconds, let tolerance), .duration(_, let seen, let seenSeconds)):
            line == seen && abs(seenSeconds - seconds) <= tolerance
        case (.button(let button, let isOffered), .controls(let controls)): controls.offers(button) == isOffered
        default: false
        }
    }

    /// Whether the claim holds as things stand.
    private func holds(_ life: DeviceLife<ReferenceServer>) -> Bool {
        switch expectation.claim {
        case .outcome(let outcome): life.outcome.rawValue == outcome
        case .page(let state): life.page.state == state
        case .category(let category, let state): life.page.board[category].state == state
        case .line(let line, let state, let text):
            life.page.board[line].map { (state ?? $0.state) == $0.state && Self.matches(text, $0.text, line) } ?? false
        case .node(let uri, let value): life.tree.value(uri) == value
        case .button(let button, let isOffered): life.page.controls.offers(button) == isOffered
        case .app(let app, let state): life.appState(app) == state
        case .error(let code, let text):
            life.page.errorScreen.map { (code == nil || code == $0.code) && (text == nil || text == $0.text) } ?? false
        case .signIn(let prompt): life.lastSignIn.map { Self.isPrompt($0) == prompt } ?? false
        case .setting(let name, let value): life.settings[name] == value
        case .duration(let line, let seconds, let tolerance):
            life.durations[line].map { abs($0 - seconds) <= tolerance } ?? false
        case .status(let scripted, let status):
            life.server.answers.first { $0.scripted == scripted }?.statuses == [status]
        case .appUntouched: !wasTouched
        }
    }

    /// How things stand, in the words of the claim.
    private func actual(_ life: DeviceLife<ReferenceServer>) -> String {
        switch expectation.claim {
        case .outcome: life.outcome.rawValue
        case .page: life.page.state.rawValue
        case .category(let category, _): life.page.board[category].state.rawValue
        case .line(let line, _, _):
            life.page.board[line].map { "\($0.state.rawValue), \"\($0.text.token)\"" } ?? "no such line"
        case .node(let uri, _): life.tree.value(uri).map { "\"\($0)\"" } ?? "not set"
        case .button:
            (life.page.controls.buttons + life.page.controls.links).map(\.rawValue).joined(separator: ", ")
        case .app(let app, _): life.appState(app).map { String($0.rawValue) } ?? "never seen"
        case .error: life.page.errorScreen.map { "\($0.code?.description ?? "no code"), \"\($0.text)\"" } ?? "no error screen"
        case .signIn: life.lastSignIn.map { Self.isPrompt($0) ? "prompt" : "automatic" } ?? "no sign-in screen"
        case .setting(let name, _): life.settings[name] ?? "not set"
        case .duration(let line, _, _): life.durations[line].map { "\($0) seconds" } ?? "not recorded"
        case .status(let scripted, _):
            life.server.answers.first { $0.scripted == scripted }
                .map { $0.statuses.map(String.init).joined(separator: ", ") } ?? "no answer"
        case .appUntouched: "it was installed"
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
