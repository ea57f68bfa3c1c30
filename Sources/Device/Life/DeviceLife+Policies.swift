import DMTree
import ESP

/// Settings of a session that do more than stand in the tree (esp-behaviour.md 1.6).
extension DeviceLife {
    /// - Returns: whether one of them wants a restart at once (ESP-308).
    mutating func apply(_ written: [TreeURI], _ phase: PhaseScope?) -> Bool {
        var wantsRestart = false
        for uri in written {
            guard let policy = SensitivePolicy(keys: uri.keys) else { continue }
            let scope: PhaseScope = uri.scope == .user ? .user : phase ?? .user
            switch policy {
            case .rebootCatalogue: applyRebootCatalogue(uri, scope)
            case .appLocker: wantsRestart = script.page.quirks.isOn(.esp308)
            case .deviceLock: page.deviceLockApplied(scope: scope)
            case .localAdministratorPassword: holdBack(uri)
            }
        }
        return wantsRestart
    }

    /// ESP-308: the restart comes in the middle of whatever phase it is; without a page there is none.
    mutating func restartDuringPage() {
        switch page.state {
        case .preparing, .deviceSetup, .accountSetup: requestRestart()
        case .idle, .rebooting, .deviceError, .deviceExit, .between, .betweenWithPrompt, .accountError, .done,
            .continued,
            .reset, .skipped, .technicianSuccess, .technicianFailure:
            break
        }
    }

    /// Values that need a restart to take effect (ESP-325). A value that stands already needs none.
    private mutating func applyRebootCatalogue(_ uri: TreeURI, _ scope: PhaseScope) {
        guard let value = tree.storedValue(uri), rebootValues[uri] != value else { return }
        rebootValues[uri] = value
        carryOut(page.rebootRequiredURIApplied(uri.text, scope: scope))
    }

    /// ESP-322: the technician's flow leaves the setting for the user's.
    private mutating func holdBack(_ uri: TreeURI) {
        guard script.page.quirks.isOn(.esp322), page.isTechnicianFlow, !heldBackPolicies.contains(uri.canonical) else {
            return
        }
        heldBackPolicies.append(uri.canonical)
        note(.policyHeldBack(uri: uri.canonical))
    }
}
