import CSP
import DMSession
import DMTree
import Device
import ESP
import Enrollment
import SyncML

/// Tells a device's timeline as its management server sees it: each exchange is a step.
///
///     var recorder = ServedTimelineRecorder(device, life: "k3f9")
///     for exchange in exchanges { send(recorder.record(exchange)) }
///
/// Nodes are those that the server knows: what it wrote, once the device's Status says that it was executed, and what the
/// device told in Results and in package 1. What the device does by itself in between, the server cannot see.
public struct ServedTimelineRecorder: Sendable {
    public let head: TimelineHead
    private let device: ServedDevice
    private var stepCount = 0
    private var secrets: TimelineSecrets
    private var nodes: ServedNodes
    private var messages = MessageRecorder()
    private var session = ServedSession()
    private var commands = ServedCommands()
    private var objects = ServedObjects()
    private var questions = ServedQuestions()
    /// The messages of the session by MsgID: whose `n` it is.
    private var numbers: [String: Int] = [:]
    private var messageCount = 0

    /// - Parameters:
    ///   - life: differs for each timeline, so that a page knows when it watches another one.
    public init(_ device: ServedDevice, life: String) {
        var secrets = TimelineSecrets()
        var nodes = ServedNodes(WindowsSchema(release: device.release))
        var known: [TimelineNode] = []
        for node in device.nodes {
            guard let uri = try? TreeURI(node.uri), uri.query == nil else { continue }
            for case .set(let node) in nodes.set(uri, to: node.value, by: .client, &secrets) { known.append(node) }
        }
        head = TimelineHead(
            life: life, view: .server, title: device.title, start: device.enrolledAt.text, device: device.shown,
            nodes: known, facts: nodes.takeFacts())
        self.device = device
        self.secrets = secrets
        self.nodes = nodes
    }

    /// Tells an exchange. They have to come in the order in which they were.
    public mutating func record(_ exchange: ServedExchange) -> TimelineStep {
        let t = Double(max(0, exchange.time.microseconds - device.enrolledAt.microseconds) / 1_000) / 1_000
        var step = TimelineStep(n: stepCount, t: t)
        if stepCount == 0, device.isToldInPart { step.diagnostics.append(TimelineDiagnostic(ServedText.toldInPart)) }
        switch exchange.purpose {
        case .certificate: tell(exchange, &step)
        case .session: tell(exchange, t, &step)
        }
        step.facts = nodes.takeFacts()
        step.diagnostics = step.diagnostics.map {
            TimelineDiagnostic(secrets.shown($0.diagnostic), message: $0.message)
        }
        stepCount += 1
        return step
    }

    /// A message as XML, without its secrets.
    ///
    /// - Parameter message: its `n`.
    /// - Returns: nil for a message that there is not, and for one that cannot be shown.
    public func body(of message: Int) -> String? {
        messages.bodies.indices.contains(message) ? messages.bodies[message] : nil
    }

    // MARK: Certificates

    private mutating func tell(_ exchange: ServedExchange, _ step: inout TimelineStep) {
        let answer = try? EnrollmentMessage(parsing: exchange.response)
        guard exchange.status == 200, case .requestSecurityTokenResponse = answer?.body else {
            step.diagnostics.append(TimelineDiagnostic(ServedText.certificateRefused(exchange)))
            return
        }
        let request = try? EnrollmentMessage(parsing: exchange.request)
        if case .requestSecurityToken(let token) = request?.body, token.type == .renew {
            step.served.append(ServedEvent(t: step.t, .certificateRenewed))
        } else {
            step.served.append(ServedEvent(t: step.t, .enrolled))
        }
    }

    // MARK: Sessions

    private mutating func tell(_ exchange: ServedExchange, _ t: Double, _ step: inout TimelineStep) {
        let request = try? Message(parsing: exchange.request)
        let response = exchange.response.isEmpty ? nil : try? Message(parsing: exchange.response)
        func see(_ kind: ServedEvent.Kind) { step.served.append(ServedEvent(t: t, kind)) }
        func warn(_ diagnostic: Diagnostic, _ message: Int?) {
            step.diagnostics.append(TimelineDiagnostic(diagnostic, message: message))
        }

        let (isNew, unfinished) = session.received(request)
        if let unfinished {
            see(.sessionBroken(session: unfinished, reason: ServedText.unfinished))
            warn(ServedText.sessionBroken(unfinished, ServedText.unfinished), nil)
        }
        if isNew {
            commands = ServedCommands()
            objects = ServedObjects()
            questions = ServedQuestions()
            numbers = [:]
            let isFirst = session.number == 1 && !device.isToldInPart
            see(
                .sessionStarted(
                    session: session.number,
                    trigger: ServedSession.trigger(request, origin: exchange.origin, isFirst: isFirst)))
        }
        let standing = ServedSession.standing(exchange, request, response)
        let status = request.flatMap { request in response?.headerStatus(for: request) }
        // What a stranger says is no knowledge of the device.
        let isAccepted = status == "200" || status == "212"
        session.answered(standing)
        if let request { secrets.learn(typed: questions.typed(in: request)) }
        takeMessages(exchange, t, &step)
        let clientMessage = messageCount - step.messages.count

        see(
            .messageSent(
                session: session.number, message: session.clientMessages, bytes: exchange.request.count))
        if let request, let proof = response?.header(answering: request), status == "401" || status == "407" {
            see(
                .credentials(
                    session: session.number, of: .client, status: status.flatMap { Int($0) } ?? 0,
                    type: proof.chal?.meta.type))
            if request.header?.cred != nil || status == "401" {
                warn(ServedText.credentials(status ?? ""), clientMessage)
            }
        }
        if let request, isAccepted { tell(request, t, clientMessage, &step) }
        if step.messages.count > 1 {
            see(
                .messageReceived(
                    session: session.number, message: session.serverMessages, bytes: exchange.response.count))
        }
        if let response {
            if let id = response.header?.msgID { numbers[id] = messageCount - 1 }
            commands.sent(response)
            questions.sent(response)
        }
        switch standing {
        case .goesOn: break
        case .ended(let reason): see(.sessionEnded(session: session.number, reason: reason))
        case .broken(let reason):
            see(.sessionBroken(session: session.number, reason: reason))
            warn(ServedText.sessionBroken(session.number, reason), clientMessage)
        }
        if request?.saysGoodbye == true, isAccepted { see(.unenrolled) }
    }

    /// What an accepted message of the device tells.
    private mutating func tell(_ request: Message, _ t: Double, _ n: Int, _ step: inout TimelineStep) {
        let told = commands.answered(request)
        for answer in told.answers {
            step.served.append(ServedEvent(t: t, .commandAnswered(answer)))
            if let refusal = ServedText.refused(answer) {
                step.diagnostics.append(TimelineDiagnostic(refusal, message: numbers[answer.messageID] ?? n))
            }
        }
        // In the order of the server's commands: a value that was read before a write is older than it.
        let changes = told.changes + values(in: request)
        for change in changes.enumerated().sorted(by: { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) })
        {
            let (uri, writer) = (change.element.uri, change.element.writer)
            switch change.element.kind {
            case .set(let value): set(uri, value, writer, &step)
            case .remove: step.nodes += nodes.remove(uri, &secrets)
            }
        }
    }

    /// The DevInfo of package 1, and Results.
    private mutating func values(in message: Message) -> [ServedCommands.Change] {
        var changes: [ServedCommands.Change] = []
        for command in message.commands {
            let items: [Item]
            let meta: Meta?
            var place = Int.max
            switch command {
            case .replace(let replace): (items, meta) = (replace.items, replace.meta)
            case .results(let results):
                (items, meta) = (results.items, results.meta)
                place = results.msgRef.flatMap { commands.place(of: results.cmdRef, in: $0) } ?? .max
            case .add, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .status, .unknown: continue
            }
            for item in items {
                // Of an interior node the names of its children come.
                guard let address = item.source?.locURI, let uri = try? TreeURI(address), uri.query == nil,
                    (item.meta?.format ?? meta?.format) != "node", let value = objects.value(of: item, at: address)
                else { continue }
                changes.append(ServedCommands.Change(place: place, uri: uri, kind: .set(value), writer: .client))
            }
        }
        return changes
    }

    private mutating func takeMessages(_ exchange: ServedExchange, _ t: Double, _ step: inout TimelineStep) {
        let time = DeviceTime(milliseconds: Int64((t * 1_000).rounded()))
        var saved = [
            SavedMessage(session: session.number, direction: .client, time: time, bytes: exchange.request)
        ]
        // What HTTP says beside a refusal is no message of a session.
        if exchange.status == 200 {
            saved.append(
                SavedMessage(session: session.number, direction: .server, time: time, bytes: exchange.response))
        }
        let taken = messages.take(saved[...], [], schema: nodes.schema, &secrets)
        step.messages = taken.messages
        step.answers = taken.answers
        messageCount += step.messages.count
        for index in step.messages.indices {
            step.messages[index].message = index == 0 ? session.clientMessages : session.serverMessages
        }
    }

    private mutating func set(_ uri: TreeURI, _ value: String?, _ writer: Writer, _ step: inout TimelineStep) {
        let changes = nodes.set(uri, to: value, by: writer, &secrets)
        step.nodes += changes
        guard !changes.isEmpty, let event = ServedApps.event(uri, value) else { return }
        step.served.append(ServedEvent(t: step.t, event))
    }
}
