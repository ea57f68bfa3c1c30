import DMTree
import Device
import ESP

/// Why a line of the page did not succeed.
struct Reason: Hashable {
    var text: String
    var hint = ""
    /// The command of the server that is to blame, where there is one.
    var place: CommandPlace?
    var reference = "esp-behaviour.md 4.1, 4.2"
}

extension Diagnosis {
    func reason(_ line: Subcategory, _ scope: PhaseScope) -> Reason {
        switch line.kind {
        case .tpmAttestation: return attestationReason
        case .aadj: return Reason(text: "the device could not join", reference: "esp-behaviour.md 4.6")
        case .mdmEnrollment: return enrolmentReason
        case .espProviderInstallation: return preparationReason
        case .securityPolicies, .certificates, .networkConnections:
            return stuckReason(line) ?? listsReason(scope) ?? missingItems(line.kind, scope)
                ?? Reason(text: "an expected item did not arrive in time")
        case .apps:
            return stuckReason(line) ?? failedApps(scope) ?? listsReason(scope) ?? holdingProvider(scope)
                ?? missingItems(line.kind, scope) ?? unfinishedApps(scope)
        case .rebootCoalescing:
            return Reason(
                text: "the restart that the page asked for did not come", reference: "esp-behaviour.md 4.4 T6")
        case .prepareMultifactorAuth:
            return Reason(
                text: "no user token could be obtained",
                hint: "Conditional Access that wants a compliant device keeps it back", reference: "ESP-323")
        case .waitingForAadRegistration:
            return Reason(
                text: "the device was not registered with Entra in time",
                hint: "Entra Connect has to have synchronized the computer object", reference: "ESP-305, T4")
        case .initiateSyncSessions, .setContinueAnywayButtonVisibility, .sendResultsToMdmServer,
            .saveWhiteGloveSuccessResult:
            return Reason(text: "the step did not end")
        }
    }

    private var attestationReason: Reason {
        if let reason = clockReason("the TPM was not attested") { return reason }
        if script.page.isAfterFailedPreProvisioning, script.page.quirks.isOn(.esp321) {
            return Reason(
                text: "the TPM was not attested again after the reset that followed a failed pre-provisioning",
                hint: "turn the device off and on, and start once more", reference: "ESP-321")
        }
        return Reason(
            text: "the TPM was not attested", hint: "the page gives it 7 minutes",
            reference: "esp-behaviour.md 7.1, T3")
    }

    /// ESP-318: what the wrong clock brought about.
    private func clockReason(_ text: String) -> Reason? {
        let minutes = script.page.clockErrorMinutes
        guard minutes != 0, script.page.quirks.isOn(.esp318) else { return nil }
        return Reason(
            text: "\(text), and the clock of the device is \(minutes) minutes wrong",
            hint: "set the clock before enrolment", reference: "ESP-318")
    }

    private var enrolmentReason: Reason {
        guard script.hasServerRecord else {
            return Reason(text: "the device could not enrol", reference: "esp-behaviour.md 4.6")
        }
        return Reason(
            text: "the server still has a record of this device", hint: "delete the device in Intune first",
            reference: "ESP-320")
    }

    /// ESP-310 keeps device setup going for ever.
    private func stuckReason(_ line: Subcategory) -> Reason? {
        guard life.page.isStuck, line.category == .deviceSetup else { return nil }
        return Reason(
            text: "a DeviceLock policy was applied and the device restarted before device setup had ended",
            hint: "assign DeviceLock policies to users, or reset the device", reference: "ESP-310")
    }

    private var preparationReason: Reason {
        if script.page.isSmallVirtualMachine, script.page.quirks.isOn(.esp319) {
            return Reason(
                text: "the virtual machine is too small for the agent to get ready",
                hint: "give it two processors and 4 GB", reference: "ESP-319")
        }
        let waiting = (life.tree.children(NodeURI.preparationProviders) ?? []).filter {
            !["2", "3"].contains(life.tree.value(NodeURI.preparationProvider($0, "InstallationState")) ?? "")
        }
        guard !waiting.isEmpty else { return Reason(text: "a provider failed", reference: "ESP-411") }
        let names = waiting.joined(separator: ", ")
        let isError = waiting.contains {
            life.tree.value(NodeURI.preparationProvider($0, "InstallationState")) == "4"
        }
        if isError {
            return Reason(text: "provider \(names) reported an error (InstallationState 4)", reference: "ESP-411")
        }
        let last = life.serverWrites.last {
            $0.place.target?.contains("/DevicePreparation/PolicyProviders/") == true
        }
        return Reason(
            text: "provider \(names) never reported 2 or 3",
            hint: "an agent on the device sets its InstallationState to 3, or the server that registered it does",
            place: last?.place, reference: "ESP-411")
    }

    /// Names of apps of a scope in some states, as they were when the error came.
    private func apps(_ scope: PhaseScope, _ states: Set<TrackedAppState>) -> [Win32App] {
        script.apps.filter { app in
            app.scope == scope && app.isTracked && life.appState(app.id, atError: true).map(states.contains) ?? false
        }
    }

    private func packages(_ scope: PhaseScope, _ states: Set<TrackedAppState>) -> [String] {
        life.installations.filter { installation in
            installation.scope == scope && life.appState(installation.id, atError: true).map(states.contains) ?? false
        }
        .map(\.name)
    }

    /// A task sequence of ConfigMgr in a state, which the page counts as an app (7.5).
    private func taskSequence(_ scope: PhaseScope, _ state: TrackedAppState) -> String? {
        guard let configuration = script.configMgr, scope == .device else { return nil }
        let name = ConfigMgrAgent.taskSequenceName
        let uri = NodeURI.trackedApp(name, of: configuration.provider, "InstallationState", in: scope)
        return life.tree.value(uri) == String(state.rawValue) ? name : nil
    }

    private func failedApps(_ scope: PhaseScope) -> Reason? {
        let failed = apps(scope, [.error])
        let names = failed.map(\.name) + packages(scope, [.error]) + [taskSequence(scope, .error)].compactMap { $0 }
        guard !names.isEmpty else { return nil }
        var reason = Reason(text: "\(names.joined(separator: ", ")) failed to install")
        guard let first = failed.first, let code = life.appErrors[first.id] else { return reason }
        if code == .notDetected {
            reason.text += ": the installer ended well, but detection does not find the app"
            reason.hint = "mend the detection rule of \(first.name)"
            reason.reference = "ESP-517"
        } else if code == .installerBusy {
            reason.text += ": Windows Installer was busy with a package of the server"
            reason.hint = "do not mix MSI packages and Win32 apps during the page, or deploy the package as a Win32 app"
            reason.reference = "ESP-314"
        } else if let exitCode = life.exitCodes[first.id] {
            reason.text += ": the installer of \(first.name) ended with \(exitCode)"
            reason.reference = "ESP-517"
        }
        return reason
    }

    private func unfinishedApps(_ scope: PhaseScope) -> Reason {
        let names =
            apps(scope, [.inProgress, .notInstalled]).map(\.name) + packages(scope, [.inProgress, .notInstalled])
        let text =
            names.isEmpty
            ? "an app did not reach its final state in time"
            : "\(names.joined(separator: ", ")) did not reach the final state in time"
        return clockReason(text) ?? Reason(text: text)
    }

    /// Whether the server ever promised that the lists of a scope are complete, and what became of it.
    private func listsReason(_ scope: PhaseScope) -> Reason? {
        let uri = NodeURI.firstSyncStatus(
            "ServerHasFinishedProvisioning", in: scope, providerID: script.device.providerID)
        guard life.tree.value(uri)?.lowercased() != "true" else { return nil }
        if case .ended(let time) = life.enrolment {
            return Reason(text: "the server ended the enrolment at \(time)", reference: "windows-csp.md 3.8")
        }
        guard let last = life.refusals.last(where: { $0.place.isFor(uri) }) else {
            return Reason(
                text: "the server never set \(scope.rawValue)-scope ServerHasFinishedProvisioning to true",
                hint: "Replace \(uri) with true, Format bool", reference: "ESP-404, ESP-534")
        }
        return Reason(
            text:
                "\(scope.rawValue)-scope ServerHasFinishedProvisioning was refused with \(last.status) at \(last.place.time) "
                + "(\(last.place.words)) and never sent again",
            hint: scope == .user
                ? "there is no user before the sign-in: send it again in the first session that carries AADUserToken"
                : "send it again", place: last.place, reference: scope == .user ? "ESP-401, ESP-401b" : "ESP-404")
    }

    private func holdingProvider(_ scope: PhaseScope) -> Reason? {
        let providers = life.tree.children(NodeURI.appProviders(scope)) ?? []
        let waiting = providers.filter {
            life.tree.value(NodeURI.trackingPoliciesCreated($0, in: scope)) != "true"
        }
        if !waiting.isEmpty {
            return Reason(
                text: "provider \(waiting.joined(separator: ", ")) never set TrackingPoliciesCreated",
                hint: "only the agent on the device can: is it installed and running?", reference: "ESP-412, ESP-324")
        }
        guard script.page.quirks.isOn(.esp324), scope == .device, !providers.isEmpty else { return nil }
        let missing = (life.tree.children(NodeURI.preparationProviders) ?? []).filter { name in
            !providers.contains { $0.lowercased() == name.lowercased() }
                && life.tree.value(NodeURI.preparationProvider(name, "TrackedResourceTypes/Apps"))?.lowercased()
                    == "true"
        }
        guard !missing.isEmpty else { return nil }
        return Reason(
            text:
                "only \(providers.joined(separator: ", ")) is registered for apps, and \(missing.joined(separator: ", ")) is not",
            hint: "Add \(NodeURI.appProviders(.device))/\(missing[0])", reference: "ESP-324")
    }

    /// Entries of the lists that nothing on the device ever created.
    private func missingItems(_ kind: SubcategoryKind, _ scope: PhaseScope) -> Reason? {
        guard let line = kind.trackedLine else { return nil }
        for list in line.lists {
            let uri = NodeURI.firstSyncStatus(list.rawValue, in: scope, providerID: script.device.providerID)
            for entry in list.entries(in: life.tree.value(uri) ?? "") where !entry.isThere(in: life.tree) {
                let place = life.serverWrites.last { $0.place.isFor(uri) }?.place
                return Reason(
                    text: "\(list.rawValue) names \(entry.uri), which no command created"
                        + (place.map { " (\($0.words))" } ?? ""),
                    hint: "create the node, or take it out of the list before ServerHasFinishedProvisioning",
                    place: place, reference: "ESP-402, ESP-403")
            }
        }
        return nil
    }
}

extension ExpectedEntry {
    /// Whether the node, or for an app the package that the node belongs to, is there at all.
    fileprivate func isThere(in tree: DeviceTree) -> Bool {
        guard let address = try? TreeURI(uri) else { return false }
        return tree.exists(uri) || (address.keys.count > 5 && tree.isStored(address.prefix(address.keys.count - 1)))
    }
}

extension CommandPlace {
    /// Whether the command addressed this node.
    func isFor(_ uri: String) -> Bool {
        guard let target, let own = try? TreeURI(target), let wanted = try? TreeURI(uri) else { return false }
        return own == wanted
    }

    /// Where it stood, in words.
    var words: String {
        "session \(session), message \(message), " + (commandID.map { "CmdID \($0)" } ?? "a \(command) without CmdID")
    }
}
