import DMTree
import ProtocolProfile
import SyncML

/// Runs the commands of one message in document order. A failed command does not stop the following ones outside of an
/// Atomic (windows-csp.md 5.3).
struct CommandProcessor {
    /// What decides beside the tree.
    struct Rules {
        var profile: ProtocolProfile
        /// The largest object we take, in bytes.
        var maxObjSize: Int
        /// The largest object that the server takes; nil for no limit.
        var serverMaxObjSize: Int?
        /// How the message came that holds the commands.
        var incoming = MessageCoding.xml
        /// How the answer will travel.
        var outgoing = MessageCoding.xml
        /// Whether the answers to an Atomic fit into one message of ours; nil when the server set no limit.
        var fitsOneMessage: (([CommandOutcome]) -> Bool)?
        /// Commands that break a rule which the profile does not forgive, by the byte at which they begin.
        var malformed: Set<Int> = []
    }

    var tree: DeviceTree
    let rules: Rules
    /// In the order of the Statuses: a container before its children.
    var outcomes: [CommandOutcome] = []
    var diagnostics: [Diagnostic] = []
    /// Effects of committed commands, in order.
    var effects: [Effect] = []
    /// Set when a command ended the session; the rest is not run.
    var ending: SessionEnd?
    /// What an Atomic that runs keeps in mind.
    var transaction = Transaction()
    /// The object of which the server has sent a part.
    var object: IncomingObject?
    /// True when the message held a chunk of an object.
    var tookChunk = false
    /// Alerts of ours that go out behind the Statuses.
    var alerts: [Command] = []
    /// The user who answers questions of the server.
    var user: UserScript?
    /// What the user saw, in order.
    var interactions: [UserInteraction] = []
    /// The user cancelled: the commands that are left are not executed (oma-dm.md 2.5).
    var isCancelled = false
    /// An Alert of the server that gives up the object we send (1225).
    var hasNoEndOfData = false

    init(tree: DeviceTree, rules: Rules, object: IncomingObject? = nil, user: UserScript? = nil) {
        self.tree = tree
        self.rules = rules
        self.object = object
        self.user = user
    }

    mutating func run(_ commands: [Command]) {
        outcomes.reserveCapacity(commands.count)
        for command in commands {
            guard ending == nil else { return }
            if isCancelled {
                skip([command], Surroundings())
                continue
            }
            if object != nil, Self.interrupts(command) { interrupt(by: command.name, command.cmdID, command.origin) }
            run(command, Surroundings())
        }
    }

    /// Every outcome comes in here.
    mutating func append(_ outcome: consuming CommandOutcome) { outcomes.append(outcome) }

    /// Where a command stands.
    struct Surroundings {
        /// The CmdID of the container; empty when that has none; nil outside of containers.
        var parent: String?
        var isInAtomic = false
    }

    /// Runs one command and appends its outcomes: its own first, then those of its children.
    mutating func run(_ command: Command, _ surroundings: Surroundings) {
        let start = outcomes.count
        defer { silence(command, from: start) }
        guard !isMalformed(command, surroundings) else { return }
        switch command {
        case .add(let add): items(add, .add, surroundings)
        case .replace(let replace): items(replace, .replace, surroundings)
        case .delete(let delete): items(delete, .delete, surroundings)
        case .get(let get): items(get, .get, surroundings)
        case .exec(let exec): items(exec, .exec, surroundings)
        case .copy(let copy): items(copy, .copy, surroundings)
        case .alert(let alert): self.alert(alert, surroundings)
        case .atomic(let container): atomic(container, surroundings)
        case .sequence(let container): sequence(container, surroundings)
        case .status: break
        case .results(let results): take(results, surroundings)
        case .unknown(let element):
            let request = Request(verb: .notACommand(element.name.local), cmdID: command.cmdID, target: nil)
            run(request, element.origin, surroundings)
        }
    }

    private mutating func alert(_ alert: Alert, _ surroundings: Surroundings) {
        let code = alert.code
        if alert.cmdID != nil {
            if code == "1223" {
                // Ends the session without executing more; a client does not answer it (oma-dm.md 2.3).
                ending = .abortedByServer
                return
            }
            if code == "1225" { takeNoEndOfData(alert) }
            if ask(alert, surroundings) { return }
        }
        run(Request(verb: .alert(code), cmdID: alert.cmdID, target: nil), alert.origin, surroundings)
    }

    private mutating func items(_ command: ItemCommand, _ verb: Verb, _ surroundings: Surroundings) {
        guard !command.items.isEmpty else {
            run(Request(verb: verb, cmdID: command.cmdID, target: nil), command.origin, surroundings)
            return
        }
        // Without a CmdID there is nothing to tell the Items apart by: one Status.
        guard command.items.count > 1, command.cmdID != nil else {
            run(command.items[0], of: command, verb, surroundings)
            guard let source = command.items[0].source?.locURI else { return }
            for index in outcomes.indices.suffix(1) where outcomes[index].status != 400 {
                outcomes[index].source = source
            }
            return
        }
        let start = outcomes.count
        for item in command.items {
            guard ending == nil else { break }
            run(item, of: command, verb, surroundings)
            guard outcomes.count > start else { continue }
            outcomes[outcomes.count - 1].isPerItem = true
            outcomes[outcomes.count - 1].isContinued = outcomes.count - 1 > start
            outcomes[outcomes.count - 1].source = item.source?.locURI
            if surroundings.isInAtomic, !outcomes[outcomes.count - 1].succeeded { break }
        }
        if surroundings.isInAtomic {
            for item in command.items.dropFirst(outcomes.count - start) {
                outcomes.append(notReached(item, of: command, verb, surroundings))
            }
            // Items that were undone and Items that could not be are answered alike (windows-csp.md 5.9 Atomic).
            if outcomes[start...].contains(where: \.isLasting) {
                for index in start..<outcomes.count { outcomes[index].isLasting = true }
            }
        }
        if verb == .get, let last = outcomes.indices.last, last >= start {
            // One Results holds the Items that succeeded, after the last Status.
            let results = outcomes[start...].flatMap(\.results)
            for index in start..<last { outcomes[index].results = [] }
            outcomes[last].results = results
        }
    }

    private mutating func run(
        _ item: Item, of command: ItemCommand, _ verb: Verb, _ surroundings: Surroundings
    ) {
        // A Get inside an Atomic is refused because it stands there; a switch lets it pass (oma-dm.md 8, A18).
        let passes = verb == .get && rules.profile.ambiguities.getInAtomic == .executed
        let request = Request(
            verb: verb, cmdID: command.cmdID, target: item.target?.locURI, source: item.source?.locURI,
            format: item.meta?.format ?? command.meta?.format, type: item.meta?.type ?? command.meta?.type,
            data: item.data?.content, isInAtomic: surroundings.isInAtomic && !passes)
        guard surroundings.parent == nil else {
            guard item.moreData, command.cmdID != nil else {
                run(request, command.origin, surroundings, correlator: command.correlator)
                return
            }
            // A container fits into one message, so an object inside one cannot go on (oma-dm.md 2.2).
            diagnostics.append(SessionText.objectInContainer(item, command.cmdID))
            append(
                CommandOutcome(
                    commandID: command.cmdID, command: verb.name, target: request.target, status: 500,
                    originalError: .notImplemented, rule: .largeObject, line: command.origin.position?.line,
                    column: command.origin.position?.column, parent: surroundings.parent))
            return
        }
        guard isAboutObject(item, request) else {
            run(request, command.origin, surroundings, correlator: command.correlator)
            return
        }
        let size = item.meta?.size ?? command.meta?.size
        guard let whole = gather(item, request, command.origin, size: size) else { return }
        run(whole, command.origin, surroundings, correlator: command.correlator)
    }

    /// Applies one command on one Item, or a command that has none.
    private mutating func run(
        _ request: Request, _ origin: Origin, _ surroundings: Surroundings, correlator: String? = nil
    ) {
        let request = decoded(request, origin)
        let application = tree.apply(request)
        let position = origin.position
        for advice in application.decision.advice {
            diagnostics.append(
                Diagnostic(
                    rule: advice.rule, severity: advice.severity, line: position?.line, column: position?.column,
                    commandID: request.cmdID, target: request.target, message: advice.message, hint: advice.hint,
                    reference: advice.reference))
        }
        if surroundings.isInAtomic { noteInTransaction(request, application, position?.line, position?.column) }
        if !application.effects.isEmpty {
            effects += correlated(application.effects, request, correlator)
            if application.effects.contains(where: { if case .unenroll = $0 { true } else { false } }) {
                let note = SessionText.unenrolled(request.cmdID, line: position?.line, column: position?.column)
                transaction.unenrollment = note
                if !surroundings.isInAtomic {
                    // The client does not answer this Exec (windows-csp.md 3.8).
                    endByUnenrollment()
                    return
                }
            }
        }
        append(
            CommandOutcome(
                commandID: request.cmdID, command: request.verb.name, target: request.target,
                status: application.status, originalError: application.error, rule: application.decision.rule,
                line: position?.line, column: position?.column, parent: surroundings.parent,
                results: application.reading?.entries ?? []))
        // Completed where it lies: an outcome is large.
        let last = outcomes.count - 1
        outcomes[last].isLasting = !application.canUndo
        if request.verb == .add, !outcomes[last].succeeded {
            outcomes[last].missingAncestor = missingAncestor(application)
        }
        if let note = rules.limit(&outcomes[last]) { diagnostics.append(note) }
    }

    /// An Item behind the one that failed its Atomic.
    private func notReached(
        _ item: Item, of command: ItemCommand, _ verb: Verb, _ surroundings: Surroundings
    ) -> CommandOutcome {
        CommandOutcome(
            commandID: command.cmdID, command: verb.name, target: item.target?.locURI, status: 215, originalError: nil,
            rule: .atomic, line: command.origin.position?.line, column: command.origin.position?.column,
            parent: surroundings.parent, isPerItem: true)
    }
}
