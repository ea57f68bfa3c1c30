import Notation

/// Changes of what the page shows, each with its actions.
extension StatusPage {
    mutating func setCategory(_ category: Category, _ state: CategoryState, _ out: inout Outbox) {
        guard board[category].state != state else { return }
        board[category].state = state
        out.changed.insert(category)
        out.actions.append(.categoryChanged(category, state))
    }

    /// - Parameter logging: a code that only the event log shows.
    mutating func setLine(
        _ subcategory: Subcategory, _ state: SubcategoryState, _ text: LineText, logging code: HRESULT? = nil,
        _ out: inout Outbox
    ) {
        var entry = board[subcategory.category]
        guard let index = entry.lines.firstIndex(where: { $0.kind == subcategory.kind }) else { return }
        let old = entry.lines[index]
        guard old.state != state || old.text != text else { return }
        entry.lines[index].state = state
        entry.lines[index].text = text
        board[subcategory.category] = entry
        out.changed.insert(subcategory.category)
        out.actions.append(.subcategoryChanged(subcategory, state, text))
        guard old.state != state else { return }
        switch state {
        case .inProgress: out.actions.append(.eventLogged(.subcategoryStarted(subcategory)))
        case .succeeded: out.actions.append(.eventLogged(.subcategorySucceeded(subcategory)))
        case .failed, .cancelled: out.actions.append(.eventLogged(.subcategoryFailed(subcategory, state, code)))
        case .notStarted, .failedFromPreviousSubcategory, .rebootRequiredAndTryAgain: break
        }
    }

    /// Puts a category back to its start.
    mutating func clear(_ category: Category, keepingSucceeded isKept: Bool, _ out: inout Outbox) {
        for line in board[category].lines where !(isKept && line.state == .succeeded) {
            setLine(Subcategory(category, line.kind), .notStarted, .waitingForPrevious, &out)
        }
        setCategory(category, .notStarted, &out)
    }

    mutating func show(_ next: PageControls, _ out: inout Outbox) {
        guard next != controls else { return }
        controls = next
        out.actions.append(.controlsChanged(next))
    }

    mutating func ensureLoop(_ loop: SyncLoop, _ out: inout Outbox) {
        guard activeLoops.insert(loop).inserted else { return }
        out.actions.append(.startSyncLoop(loop))
    }

    mutating func stopLoop(_ loop: SyncLoop, _ out: inout Outbox) {
        guard activeLoops.remove(loop) != nil else { return }
        out.actions.append(.stopSyncLoop(loop))
    }

    /// The actions of the event, with the registry's JSON of every category it changed at the end.
    func finish(_ out: Outbox) -> [PageAction] {
        out.actions
            + board.entries.filter { out.changed.contains($0.category) }.map { setting(for: $0) }
    }

    /// The registry's JSON of a category (ESP-604).
    func setting(for entry: CategoryBoard.Entry) -> PageAction {
        .settingChanged(name: entry.settingName, value: entry.json(configuration.choices.categoryJSON))
    }
}
