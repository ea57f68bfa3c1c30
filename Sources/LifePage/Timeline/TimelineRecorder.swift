import DMTree
import Device
import ESP
import Scenario

/// Watches a life and tells what each of its steps brought.
///
///     var recorder = TimelineRecorder(player, life: "k3f9")
///     while let events = player.step() { send(recorder.record(events, player)) }
///     send(recorder.ending(player))
///
/// The life has to keep its messages (`keepsMessages`), or the conversation is empty. A life that was resumed is told from
/// where it was resumed.
public struct TimelineRecorder: Sendable {
    public let head: TimelineHead
    private var stepCount = 0
    private var secrets: TimelineSecrets
    private var nodes: NodeRecorder
    private var messages = MessageRecorder()
    /// How much of the life's lists was taken.
    private var messageCount: Int
    private var diagnosticCount: Int

    /// - Parameters:
    ///   - player: before the first step that is to be told.
    ///   - life: differs for each run, so that a page knows when it watches another life.
    ///   - start: what t = 0 is in ISO 8601, where time is real.
    public init(_ player: LifePlayer<some ManagementServer>, life: String, start: String? = nil) {
        let script = player.life.script
        var secrets = TimelineSecrets()
        var nodes = NodeRecorder(player.life.tree)
        let initial = nodes.initial(&secrets)
        head = TimelineHead(
            life: life, view: .device, title: player.scenario.name, start: start, device: TimelineDevice(script),
            apps: LifeReport.apps(player).map {
                TimelineApp(id: $0.id, name: $0.name, kind: $0.kind, scope: $0.scope, isTracked: $0.tracked)
            },
            nodes: initial, facts: nodes.takeFacts())
        self.secrets = secrets
        self.nodes = nodes
        messageCount = player.life.messages.count
        diagnosticCount = player.life.diagnostics.count
    }

    /// Tells a step.
    ///
    /// - Parameters:
    ///   - events: what `LifePlayer.step` gave.
    ///   - player: after that step. No step may be left out.
    public mutating func record(_ events: [DeviceEvent], _ player: LifePlayer<some ManagementServer>) -> TimelineStep {
        let life = player.life
        let saved = life.messages[min(messageCount, life.messages.count)...]
        secrets.learn(events)
        // Messages first: they show which texts are secrets.
        let taken = messages.take(saved, events, schema: life.tree.schema, &secrets)
        let changes = nodes.changes(to: life.tree, &secrets)
        let schema = life.tree.schema
        let events = events.map { $0.withoutSecrets(&secrets, schema) }
        var step = TimelineStep(
            n: stepCount, t: life.now.timelineSeconds, events: events, nodes: changes, facts: nodes.takeFacts(),
            messages: taken.messages, answers: taken.answers)
        step.diagnostics = diagnostics(life, saved, taken.messages)
        stepCount += 1
        messageCount = life.messages.count
        diagnosticCount = life.diagnostics.count
        return step
    }

    /// The end of the life, or how it stands.
    public func ending(_ player: LifePlayer<some ManagementServer>) -> TimelineEnding {
        let ending = player.ending
        let schema = player.life.tree.schema
        var secrets = secrets
        return TimelineEnding(
            outcome: ending.outcome, endedAt: ending.endedAt.timelineSeconds,
            expectations: ending.expectations.map { result in
                let isSecret = result.isSecret(secrets, schema)
                return TimelineEnding.Expectation(
                    line: result.expectation.line,
                    text: secrets.shown(result.shownText(isSecret: isSecret)), passed: result.passed,
                    found: result.passed ? nil : isSecret ? TimelineSecrets.mark : secrets.shown(result.found))
            },
            diagnostics: ending.diagnostics.map { TimelineDiagnostic(secrets.shown($0)) })
    }

    /// A message as XML, without its secrets.
    ///
    /// - Parameter message: its `n`.
    /// - Returns: nil for a message that there is not, and for one that cannot be shown.
    public func body(of message: Int) -> String? {
        messages.bodies.indices.contains(message) ? messages.bodies[message] : nil
    }

    /// The diagnostics of a step. Those that no message brought came before the first one: of a notification, or of a
    /// renewal.
    private mutating func diagnostics(
        _ life: DeviceLife<some ManagementServer>, _ saved: ArraySlice<SavedMessage>, _ told: [TimelineMessage]
    ) -> [TimelineDiagnostic] {
        let fresh = life.diagnostics[min(diagnosticCount, life.diagnostics.count)...]
        guard !fresh.isEmpty else { return [] }
        let origins = zip(saved, told).flatMap { Array(repeating: $1.n, count: $0.diagnosticCount) }
        let free = max(0, fresh.count - origins.count)
        return fresh.enumerated().map { index, diagnostic in
            let place = index - free
            return TimelineDiagnostic(
                secrets.shown(diagnostic), message: origins.indices.contains(place) ? origins[place] : nil)
        }
    }
}

extension TimelineDevice {
    init(_ script: LifeScript) {
        let device = script.device
        self.init(
            name: device.profile.deviceName, windows: device.release.name, build: device.profile.softwareVersion,
            edition: device.release.edition.rawValue, mode: script.page.mode.rawValue, join: script.page.join.rawValue,
            provider: device.providerID, protocolName: device.protocolProfile.name.rawValue)
    }
}

extension ExpectationResult {
    /// Whether it is about a value that is for nobody's eyes.
    fileprivate func isSecret(_ secrets: TimelineSecrets, _ schema: any NodeSchema) -> Bool {
        switch expectation.claim {
        case .node(let uri, _):
            guard let resolution = try? schema.resolve(locURI: uri) else { return false }
            return secrets.hides(resolution.uri, resolution.node)
        case .result(_, let values): return secrets.isTyped(in: values, found)
        case .outcome, .page, .category, .line, .children, .button, .app, .error, .signIn, .setting, .duration, .status,
            .appUntouched, .event:
            return false
        }
    }

    /// As the file words it, without such a value.
    fileprivate func shownText(isSecret: Bool) -> String {
        guard isSecret else { return expectation.text }
        var text = expectation.text
        switch expectation.claim {
        case .node(_, let value?) where !value.isEmpty: text = text.replacing(value, with: TimelineSecrets.mark)
        case .result(_, let values):
            for value in values where !value.isEmpty { text = text.replacing(value, with: TimelineSecrets.mark) }
        default: break
        }
        return text
    }
}
