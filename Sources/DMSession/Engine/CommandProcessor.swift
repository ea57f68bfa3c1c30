import DMTree
import SyncML

/// Runs the commands of one message in document order. A failed command does not stop the following ones outside of an Atomic
/// (windows-csp.md 5.3).
struct CommandProcessor {
    var tree: DeviceTree
    var outcomes: [CommandOutcome] = []
    var diagnostics: [Diagnostic] = []
    /// Effects of committed commands, in order.
    var effects: [Effect] = []
    /// Set when a command ended the session; the rest is not run.
    var ending: SessionEnd?

    init(tree: DeviceTree) { self.tree = tree }

    mutating func run(_ commands: [Command]) {
        outcomes.reserveCapacity(commands.count)
        for command in commands {
            guard ending == nil else { return }
            outcomes += run(command, Surroundings())
        }
    }

    /// Where a command stands.
    struct Surroundings {
        /// The CmdID of the container; empty when that has none; nil outside of containers.
        var parent: String?
        var isInAtomic = false
    }

    /// Runs one command and gives its outcomes: its own first, then those of its children.
    mutating func run(_ command: Command, _ surroundings: Surroundings) -> [CommandOutcome] {
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
        case .status, .results: []
        case .unknown(let element):
            single(
                Request(verb: .notACommand(element.name.local), cmdID: command.cmdID, target: nil), element.origin,
                surroundings)
        }
    }

    /// A command that is no command on an Item.
    private mutating func single(
        _ request: Request, _ origin: Origin, _ surroundings: Surroundings
    ) -> [CommandOutcome] {
        let application = tree.apply(request)
        return [record(application, request, origin, surroundings)]
    }

    private mutating func alert(_ alert: Alert, _ surroundings: Surroundings) -> [CommandOutcome] {
        let code = alert.data?.content.trimmedASCII ?? ""
        if code == "1223", alert.cmdID != nil {
            // Ends the session without executing more; a client does not answer it (oma-dm.md 2.3).
            ending = .abortedByServer
            return []
        }
        let request = Request(verb: .alert(code), cmdID: alert.cmdID, target: nil)
        return single(request, alert.origin, surroundings)
    }

    private mutating func items(
        _ command: ItemCommand, _ verb: Verb, _ surroundings: Surroundings
    ) -> [CommandOutcome] {
        guard let first = command.items.first else {
            return single(Request(verb: verb, cmdID: command.cmdID, target: nil), command.origin, surroundings)
        }
        // Without a CmdID there is nothing to tell the Items apart by: one Status.
        if command.items.count == 1 || command.cmdID == nil {
            return [item(first, of: command, verb, surroundings)]
        }
        var outcomes: [CommandOutcome] = []
        for item in command.items {
            guard ending == nil else { break }
            var outcome = self.item(item, of: command, verb, surroundings)
            outcome.isPerItem = true
            outcomes.append(outcome)
            if surroundings.isInAtomic, !outcome.succeeded { break }
        }
        if verb == .get, let last = outcomes.indices.last {
            // One Results holds the Items that succeeded, after the last Status.
            let results = outcomes.flatMap(\.results)
            for index in outcomes.indices { outcomes[index].results = [] }
            outcomes[last].results = results
        }
        return outcomes
    }

    private mutating func item(
        _ item: Item, of command: ItemCommand, _ verb: Verb, _ surroundings: Surroundings
    ) -> CommandOutcome {
        let meta = item.meta
        let request = Request(
            verb: verb, cmdID: command.cmdID, target: item.target?.locURI,
            format: meta?.format ?? command.meta?.format, type: meta?.type ?? command.meta?.type,
            data: item.data?.content, isInAtomic: surroundings.isInAtomic)
        if item.moreData {
            diagnostics.append(SessionText.largeObject(item, command.cmdID))
            return CommandOutcome(
                commandID: command.cmdID, command: verb.name, target: request.target, status: 500,
                originalError: .notImplemented, rule: .success, line: command.origin.position?.line,
                column: command.origin.position?.column, parent: surroundings.parent)
        }
        let application = tree.apply(request)
        return record(application, request, command.origin, surroundings)
    }

    private mutating func record(
        _ application: Application, _ request: Request, _ origin: Origin, _ surroundings: Surroundings
    ) -> CommandOutcome {
        let position = origin.position
        effects += application.effects
        if !application.canUndo { lastingCommands.insert(request.cmdID ?? "") }
        if application.effects.contains(where: { if case .unenroll = $0 { true } else { false } }) {
            ending = .unenrolled
            diagnostics.append(
                SessionText.unenrolled(request.cmdID, line: position?.line, column: position?.column))
        }
        for advice in application.decision.advice {
            diagnostics.append(
                Diagnostic(
                    rule: advice.rule, severity: advice.severity, line: position?.line, column: position?.column,
                    commandID: request.cmdID, target: request.target, message: advice.message, hint: advice.hint,
                    reference: advice.reference))
        }
        if surroundings.isInAtomic { noteAtomicWrite(request, position?.line, position?.column) }
        return CommandOutcome(
            commandID: request.cmdID, command: request.verb.name, target: request.target, status: application.status,
            originalError: application.error, rule: application.decision.rule, line: position?.line,
            column: position?.column, parent: surroundings.parent, results: application.reading?.entries ?? [])
    }

    // MARK: Atomic

    /// Addresses added by the Atomic that runs.
    private var addedInAtomic: Set<TreeURI> = []
    /// CmdIDs whose change cannot be taken back.
    var lastingCommands: Set<String> = []

    private mutating func noteAtomicWrite(_ request: Request, _ line: Int?, _ column: Int?) {
        guard let target = request.target, let uri = try? TreeURI(target) else { return }
        if request.verb == .add { addedInAtomic.insert(uri) }
        if request.verb == .replace, addedInAtomic.contains(uri) {
            diagnostics.append(
                SessionText.addThenReplace(request.cmdID, target: target, line: line, column: column))
        }
    }

    mutating func beginAtomic() {
        addedInAtomic = []
        lastingCommands = []
    }
}
