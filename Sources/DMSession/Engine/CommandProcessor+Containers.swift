import DMTree
import Notation
import SyncML

extension CommandProcessor {
    /// Sequence: 200, its children answer for themselves, and a failure does not stop it (windows-csp.md 5.9). Inside
    /// an Atomic a failure stops everything.
    mutating func sequence(_ container: Container, _ surroundings: Surroundings) {
        guard let cmdID = container.cmdID else {
            refuseUnnumbered(container, "Sequence", surroundings)
            return
        }
        append(outcome(container, "Sequence", 200, nil, surroundings))
        let inside = Surroundings(parent: cmdID, isInAtomic: surroundings.isInAtomic)
        for (index, command) in container.commands.enumerated() {
            guard ending == nil else { return }
            let start = outcomes.count
            run(command, inside)
            guard isStopped(by: outcomes[start...], surroundings) else { continue }
            skip(container.commands[(index + 1)...], inside)
            return
        }
    }

    /// Whether the outcomes of a child end its Sequence: a failure inside an Atomic; a user who said no or cancelled; an
    /// ordinary failure only where the switch says so (oma-dm.md 2.5, 2.7; 8, A6).
    private func isStopped(by outcomes: ArraySlice<CommandOutcome>, _ surroundings: Surroundings) -> Bool {
        if isCancelled || outcomes.contains(where: { $0.rule == .userInteraction && $0.status == 304 }) { return true }
        switch (surroundings.isInAtomic, rules.profile.ambiguities.sequenceFailure) {
        case (false, .continues): return false
        case (true, _), (_, .stops): return outcomes.contains { !$0.succeeded }
        }
    }

    /// Atomic: all or nothing. The container's Status comes first, then the children in order, position by position as
    /// windows-csp.md 5.9 says.
    mutating func atomic(_ container: Container, _ surroundings: Surroundings) {
        guard let cmdID = container.cmdID else {
            refuseUnnumbered(container, "Atomic", surroundings)
            return
        }
        let inside = Surroundings(parent: cmdID, isInAtomic: true)
        if surroundings.isInAtomic {
            diagnostics.append(SessionText.nestedAtomic(container))
            append(outcome(container, "Atomic", 500, .illegalOperationInTransaction, surroundings))
            skip(container.commands[...], inside)
            return
        }
        let snapshot = tree
        let effectCount = effects.count
        let start = outcomes.count
        transaction = Transaction()
        defer { transaction = Transaction() }
        append(outcome(container, "Atomic", 200, nil, surroundings))
        for (index, command) in container.commands.enumerated() {
            let first = outcomes.count
            run(command, inside)
            let failure = outcomes[first...].first { !$0.succeeded }
            guard failure != nil || ending != nil else { continue }
            rollBack(to: snapshot, effectCount: effectCount)
            guard let failure else {
                // The server gave up in the middle: nothing of the Atomic happened, and nobody is told.
                outcomes.removeSubrange(start...)
                return
            }
            diagnostics.append(SessionText.atomicFailed(container, failure))
            let isRejected = index == 0 && failure.rule == .userInteraction && [214, 304].contains(failure.status)
            if isRejected, rules.profile.ambiguities.rejectedAtomic == .notExecuted {
                // Nothing was executed (oma-dm.md 8, A4).
                outcomes[start].status = 215
            } else {
                outcomes[start].status = 507
                outcomes[start].originalError = .oneOrMoreExecutionFailures
            }
            for index in (start + 1)..<outcomes.count where outcomes[index].succeeded { takeBack(&outcomes[index]) }
            skip(container.commands[(index + 1)...], inside)
            return
        }
        if let fits = rules.fitsOneMessage, !fits(Array(outcomes[start...])) {
            rollBack(to: snapshot, effectCount: effectCount)
            diagnostics.append(SessionText.atomicTooLarge(container))
            outcomes[start].status = 517
            for index in (start + 1)..<outcomes.count { takeBack(&outcomes[index]) }
            return
        }
        endByUnenrollment()
    }

    /// Restores the tree and forgets what was to start at commit. What cannot be undone stays done.
    private mutating func rollBack(to snapshot: DeviceTree, effectCount: Int) {
        tree = snapshot
        effects.removeSubrange(effectCount...)
        for request in transaction.lasting { _ = tree.apply(request) }
    }

    private func takeBack(_ outcome: inout CommandOutcome) {
        outcome.status = outcome.isLasting ? 516 : 216
        outcome.originalError = outcome.isLasting ? .rollbackFailure : nil
        outcome.rule = .atomic
        outcome.results = []
    }

    /// 215 for commands that are not run and for everything inside them. One without CmdID is 400 at any position
    /// (OBS-016).
    mutating func skip(_ commands: ArraySlice<Command>, _ surroundings: Surroundings) {
        for command in commands {
            let start = outcomes.count
            defer { silence(command, from: start) }
            switch command {
            case .status, .results: break
            case .atomic(let container), .sequence(let container):
                append(skipped(command, nil, surroundings))
                let inside = Surroundings(parent: container.cmdID ?? "", isInAtomic: surroundings.isInAtomic)
                skip(container.commands[...], inside)
            case .add(let items), .replace(let items), .delete(let items), .get(let items), .copy(let items),
                .exec(let items):
                let isPerItem = items.cmdID != nil && items.items.count > 1
                for item in isPerItem ? items.items[...] : items.items.prefix(1) {
                    var outcome = skipped(command, item.target?.locURI, surroundings, isPerItem: isPerItem)
                    outcome.source = item.source?.locURI
                    outcome.isContinued = outcomes.count > start
                    append(outcome)
                }
                if items.items.isEmpty { append(skipped(command, nil, surroundings)) }
            case .alert, .unknown: append(skipped(command, nil, surroundings))
            }
        }
    }

    private func skipped(
        _ command: Command, _ target: String?, _ surroundings: Surroundings, isPerItem: Bool = false
    ) -> CommandOutcome {
        let hasCmdID = command.cmdID != nil
        return CommandOutcome(
            commandID: command.cmdID, command: command.name, target: target, status: hasCmdID ? 215 : 400,
            originalError: nil, rule: hasCmdID ? .atomic : .row(.noCmdID), line: command.origin.position?.line,
            column: command.origin.position?.column, parent: surroundings.parent, isPerItem: isPerItem)
    }

    /// Row 2: a container without CmdID is 400, its children are 215.
    private mutating func refuseUnnumbered(_ container: Container, _ name: String, _ surroundings: Surroundings) {
        diagnostics.append(SessionText.unnumbered(container, name))
        var outcome = outcome(container, name, 400, nil, surroundings)
        outcome.rule = .row(.noCmdID)
        append(outcome)
        skip(container.commands[...], Surroundings(parent: "", isInAtomic: surroundings.isInAtomic))
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
