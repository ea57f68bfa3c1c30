import DMTree
import SyncML

extension CommandProcessor {
    /// Sequence: 200, its children answer for themselves, and a failure does not stop it (windows-csp.md 5.9).
    mutating func sequence(_ container: Container, _ surroundings: Surroundings) -> [CommandOutcome] {
        guard let cmdID = container.cmdID else { return unnumbered(container, "Sequence", surroundings) }
        var outcomes = [outcome(container, "Sequence", 200, nil, surroundings)]
        let inside = Surroundings(parent: cmdID, isInAtomic: surroundings.isInAtomic)
        for (index, command) in container.commands.enumerated() {
            if ending != nil { break }
            let children = run(command, inside)
            outcomes += children
            if surroundings.isInAtomic, children.contains(where: { !$0.succeeded }) {
                for rest in container.commands[(index + 1)...] { outcomes += notExecuted(rest, inside) }
                break
            }
        }
        return outcomes
    }

    /// Atomic: all or nothing. The container's Status comes first, then the children in order, position by position as
    /// windows-csp.md 5.9 says.
    mutating func atomic(_ container: Container, _ surroundings: Surroundings) -> [CommandOutcome] {
        guard let cmdID = container.cmdID else { return unnumbered(container, "Atomic", surroundings) }
        let inside = Surroundings(parent: cmdID, isInAtomic: true)
        if surroundings.isInAtomic {
            diagnostics.append(SessionText.nestedAtomic(container))
            let outcome = outcome(container, "Atomic", 500, .illegalOperationInTransaction, surroundings)
            return [outcome] + container.commands.flatMap { notExecuted($0, inside) }
        }
        let snapshot = tree
        let effectsBefore = effects
        beginAtomic()
        var children: [CommandOutcome] = []
        for (index, command) in container.commands.enumerated() {
            let ran = run(command, inside)
            guard let failure = ran.first(where: { !$0.succeeded }) else {
                children += ran
                continue
            }
            tree = snapshot
            effects = effectsBefore
            ending = nil
            diagnostics.append(SessionText.atomicFailed(container, failure))
            var outcomes = [outcome(container, "Atomic", 507, .oneOrMoreExecutionFailures, surroundings)]
            outcomes += children.map(rolledBack)
            outcomes += unwound(ran, of: command, inside)
            for rest in container.commands[(index + 1)...] { outcomes += notExecuted(rest, inside) }
            return outcomes
        }
        return [outcome(container, "Atomic", 200, nil, surroundings)] + children
    }

    /// The outcomes of the child that failed: what ran before the failure is undone, the failure keeps its code, Items that were not
    /// reached are 215.
    private func unwound(_ ran: [CommandOutcome], of command: Command, _ surroundings: Surroundings) -> [CommandOutcome] {
        var outcomes = ran.map { $0.succeeded ? rolledBack($0) : $0 }
        guard let items = command.items, ran.last?.isPerItem == true, ran.count < items.count, let last = ran.last else {
            return outcomes
        }
        for item in items[ran.count...] {
            var skipped = last
            skipped.target = item.target?.locURI
            skipped.status = 215
            skipped.originalError = nil
            skipped.rule = .atomic
            skipped.results = []
            outcomes.append(skipped)
        }
        return outcomes
    }

    private func rolledBack(_ outcome: CommandOutcome) -> CommandOutcome {
        var outcome = outcome
        let lasts = lastingCommands.contains(outcome.commandID ?? "")
        outcome.status = lasts ? 516 : 216
        outcome.originalError = lasts ? .rollbackFailure : nil
        outcome.rule = .atomic
        outcome.results = []
        return outcome
    }

    /// 215 for a command that is not run and for everything inside it. A child without CmdID is 400 at any position (OBS-016).
    private func notExecuted(_ command: Command, _ surroundings: Surroundings) -> [CommandOutcome] {
        switch command {
        case .status, .results: return []
        case .atomic(let container), .sequence(let container):
            let inside = Surroundings(parent: container.cmdID ?? "", isInAtomic: surroundings.isInAtomic)
            return [skipped(command, nil, surroundings)] + container.commands.flatMap { notExecuted($0, inside) }
        case .add, .replace, .delete, .get, .copy, .exec:
            let items = command.items ?? []
            guard command.cmdID != nil, items.count > 1 else {
                return [skipped(command, items.first?.target?.locURI, surroundings)]
            }
            return items.map {
                var outcome = skipped(command, $0.target?.locURI, surroundings)
                outcome.isPerItem = true
                return outcome
            }
        case .alert, .unknown: return [skipped(command, nil, surroundings)]
        }
    }

    private func skipped(_ command: Command, _ target: String?, _ surroundings: Surroundings) -> CommandOutcome {
        let hasCmdID = command.cmdID != nil
        return CommandOutcome(
            commandID: command.cmdID, command: command.name, target: target, status: hasCmdID ? 215 : 400,
            originalError: nil, rule: hasCmdID ? .atomic : .row(.noCmdID), line: command.origin.position?.line,
            column: command.origin.position?.column, parent: surroundings.parent)
    }

    /// Row 2: a container without CmdID is 400, its children are 215.
    private mutating func unnumbered(
        _ container: Container, _ name: String, _ surroundings: Surroundings
    ) -> [CommandOutcome] {
        diagnostics.append(
            Diagnostic(
                rule: "command.no-cmdid", severity: .error, line: container.origin.position?.line,
                column: container.origin.position?.column,
                message: "the \(name) has no CmdID, so Windows answers 400 with an empty CmdRef and runs nothing inside",
                hint: "give every command of a message a CmdID of its own",
                reference: DecisionRule.row(.noCmdID).reference))
        let inside = Surroundings(parent: "", isInAtomic: surroundings.isInAtomic)
        var outcome = outcome(container, name, 400, nil, surroundings)
        outcome.rule = .row(.noCmdID)
        return [outcome] + container.commands.flatMap { notExecuted($0, inside) }
    }

    private func outcome(
        _ container: Container, _ name: String, _ status: Int, _ error: HRESULT?, _ surroundings: Surroundings
    ) -> CommandOutcome {
        CommandOutcome(
            commandID: container.cmdID, command: name, target: nil, status: status, originalError: error,
            rule: name == "Atomic" ? .atomic : .success, line: container.origin.position?.line,
            column: container.origin.position?.column, parent: surroundings.parent)
    }
}

extension Command {
    /// The Items of a command that has Items.
    var items: [Item]? {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items
        case .alert, .atomic, .sequence, .status, .results, .unknown: nil
        }
    }
}
