import CSP
import DMTree
import ESP

/// Config refresh and Config lock, and the programs whose changes they undo (windows-csp.md 5.7).
extension DeviceLife {
    /// A session may have set values anew, and may have changed what is kept in place.
    mutating func followLocalEnforcement(_ written: [TreeURI]) {
        guard enrolment == .active else { return }
        // What the server wrote is as it wants it.
        enforcement.drifted.removeAll { written.contains($0.drift.uri) }
        followConfigRefresh()
        followConfigLock()
    }

    /// A program changes a value that the server has set.
    mutating func drift(_ change: LifeScript.Drift) {
        let sid = change.uri.scope == .user ? user?.sid : nil
        guard change.uri.scope != .user || sid != nil else { return }
        // What drifts a second time goes back to what the server wanted, not to what it drifted to first.
        if let index = enforcement.drifted.firstIndex(where: { $0.drift.uri == change.uri && $0.sid == sid }) {
            _ = enforcement.drifted.remove(at: index).drift.restore(in: &tree)
        }
        guard let drift = LocalDrift.take(change.uri, to: change.value, in: &tree) else { return }
        enforcement.drifted.append(LocalEnforcement.Drifted(drift: drift, sid: sid))
        note(.drifted(uri: drift.uri.canonical, value: change.value))
        if enforcement.lock == .locked, ConfigLock.covers(drift.uri) { restoreSoon() }
    }

    /// True for what goes on for ever, while it has nothing to put back.
    func isIdle(_ item: Agenda.Item) -> Bool {
        let present = enforcement.drifted.filter { $0.sid == nil || $0.sid == user?.sid }.map(\.drift)
        if item == .configRefresh { return !present.contains(where: \.isPolicy) }
        if item == .documentsReapplied { return isReapplicationIdle }
        if item == .configLockReturns { return !present.contains { ConfigLock.covers($0.uri) } }
        return false
    }

    // MARK: Config refresh

    /// The cadence begins anew with every change of the settings. A refresh that falls into a pause comes at its end; a
    /// pause begins when its period is written (both our choice).
    private mutating func followConfigRefresh() {
        let refresh = ConfigRefresh(of: tree.providerID, in: tree)
        guard refresh != enforcement.refresh else { return }
        if refresh.pausePeriod != enforcement.refresh?.pausePeriod {
            enforcement.pausedUntil =
                refresh.pausePeriod > 0 ? now.adding(seconds: Int64(refresh.pausePeriod) * 60) : nil
        }
        enforcement.refresh = refresh
        agenda.cancel(.configRefresh)
        if refresh.isEnabled { scheduleRefresh(refresh) }
    }

    private mutating func scheduleRefresh(_ refresh: ConfigRefresh) {
        let next = now.adding(seconds: Int64(refresh.cadence) * 60)
        agenda.add(.configRefresh, at: max(next, enforcement.pausedUntil ?? next))
    }

    /// Applies the policies again, without a session. Nodes of other CSPs are no policies.
    mutating func refreshPolicies() {
        guard enrolment == .active, let refresh = enforcement.refresh, refresh.isEnabled else { return }
        let restored = restore(by: .configRefresh) { $0.isPolicy }
        note(.policiesRefreshed(restored: restored))
        scheduleRefresh(refresh)
    }

    // MARK: Config lock

    /// Lock = 0 after Lock = 1 unlocks for UnlockDuration minutes, then the device locks again by itself (our reading of
    /// "minutes of temporary unlock"). A Lock that was deleted is off.
    private mutating func followConfigLock() {
        let lock = ConfigLock(of: tree.providerID, in: tree)
        let isLocked = lock.isLocked && lock.isSecuredCore
        switch (enforcement.lock, isLocked) {
        case (.locked, true), (.off, false): break
        case (.unlocked, false):
            if !lock.isSet { turn(.off) }
        case (.off, true), (.unlocked, true): turn(.locked)
        case (.locked, false):
            guard lock.isSet, lock.unlockDuration > 0 else {
                turn(.off)
                return
            }
            turn(.unlocked)
            agenda.add(.configLockReturns, at: now.adding(seconds: Int64(lock.unlockDuration) * 60))
        }
    }

    mutating func configLockReturns() {
        guard enrolment == .active, enforcement.lock == .unlocked else { return }
        ConfigLock.lockAgain(for: tree.providerID, in: &tree)
        turn(.locked)
    }

    private mutating func turn(_ state: LocalEnforcement.LockState) {
        enforcement.lock = state
        note(.configLock(state))
        agenda.cancel(.configLockReturns)
        if state == .locked, enforcement.drifted.contains(where: { ConfigLock.covers($0.drift.uri) }) { restoreSoon() }
    }

    private mutating func restoreSoon() {
        guard !agenda.holds(.configLockRestores) else { return }
        agenda.add(.configLockRestores, at: now.adding(seconds: script.configLockSeconds))
    }

    mutating func restoreLockedSettings() {
        guard enforcement.lock == .locked else { return }
        _ = restore(by: .configLock) { ConfigLock.covers($0.uri) }
    }

    /// Puts back what has drifted, as far as its user is there.
    ///
    /// - Returns: how many values were put back.
    private mutating func restore(
        by means: LocalEnforcement.Means, where isMeant: (LocalDrift) -> Bool
    ) -> Int {
        var left: [LocalEnforcement.Drifted] = []
        var count = 0
        for drifted in enforcement.drifted {
            guard isMeant(drifted.drift), drifted.sid == nil || drifted.sid == user?.sid else {
                left.append(drifted)
                continue
            }
            guard let value = drifted.drift.restore(in: &tree) else { continue }
            count += 1
            note(.driftUndone(uri: drifted.drift.uri.canonical, value: value, by: means))
        }
        enforcement.drifted = left
        return count
    }
}
