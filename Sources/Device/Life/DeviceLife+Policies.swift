import DMTree
import ESP

/// Settings of a session that do more than stand in the tree (esp-behaviour.md 1.6).
extension DeviceLife {
    mutating func apply(_ written: [TreeURI], _ phase: PhaseScope?) {
        for uri in written {
            guard let policy = SensitivePolicy(keys: uri.keys) else { continue }
            let scope: PhaseScope = uri.scope == .user ? .user : phase ?? .user
            switch policy {
            case .rebootCatalogue: applyRebootCatalogue(uri, scope)
            case .appLocker: applyAppLocker()
            case .deviceLock: page.deviceLockApplied(scope: scope)
            case .localAdministratorPassword: holdBack(uri)
            }
        }
    }

    /// Values that need a restart to take effect (ESP-325). A value that stands already needs none.
    private mutating func applyRebootCatalogue(_ uri: TreeURI, _ scope: PhaseScope) {
        guard let value = tree.storedValue(uri), rebootValues[uri] != value else { return }
        rebootValues[uri] = value
        carryOut(page.rebootRequiredURIApplied(uri.text, scope: scope))
    }

    /// ESP-308: the restart comes at once, in the middle of whatever phase it is.
    private mutating func applyAppLocker() {
        guard script.page.quirks.isOn(.esp308) else { return }
        switch page.state {
        case .preparing, .deviceSetup, .accountSetup: requestRestart()
        // The page comes up right after the first session, which brought the policy.
        case .idle: restartsOnEntry = true
        case .rebooting, .deviceError, .deviceExit, .between, .betweenWithPrompt, .accountError, .done, .continued,
            .reset, .skipped, .technicianSuccess, .technicianFailure:
            break
        }
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
