import Notation

extension StatusPage {
    /// What a subcategory in progress does at this instant.
    mutating func step(
        _ subcategory: Subcategory, _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree,
        _ out: inout Outbox
    ) -> Verdict {
        if let line = subcategory.kind.trackedLine { return count(line, &phase, now: now, tree: tree) }
        switch subcategory.kind {
        // Real work only in self-deploying mode and pre-provisioning, and for a hybrid join: otherwise these succeed at
        // once.
        case .tpmAttestation:
            // Ignored after Autopilot Reset (1.4, ESP-316).
            guard usesDeviceTicket, !configuration.isAfterAutopilotReset else { return .ended(.succeeded, .complete) }
            return attestation(&phase, now: now, &out)
        case .aadj, .mdmEnrollment:
            guard usesDeviceTicket else { return .ended(.succeeded, .complete) }
            return carriedOut(subcategory.kind, &phase, &out)
        case .waitingForAadRegistration: return registration(&phase, now: now, &out)
        case .espProviderInstallation: return providers(&phase, now: now, tree: tree, &out)
        // The run itself starts when the first line waits.
        case .initiateSyncSessions: return .ended(.succeeded, .complete)
        case .setContinueAnywayButtonVisibility:
            preparationSucceeded = true
            out.actions.append(.settingChanged(name: "Global.ShowContinueAnywayButton", value: "true"))
            return .ended(.succeeded, .complete)
        case .rebootCoalescing:
            return settingsNeedReboot
                ? .ended(.rebootRequiredAndTryAgain, .rebootRequired) : .ended(.succeeded, .complete)
        case .sendResultsToMdmServer:
            writeResult(1, phase.scope, tree, &out)
            writeIsSyncDone(phase.scope, tree, &out)
            return .ended(.succeeded, .complete)
        // Present in every mode, with a meaning in pre-provisioning only.
        case .saveWhiteGloveSuccessResult: return .ended(.succeeded, .complete)
        case .prepareMultifactorAuth:
            return configuration.isOn(.esp323) ? .ended(.failed, .error) : .ended(.succeeded, .complete)
        case .securityPolicies, .certificates, .networkConnections, .apps: return .running(.working)
        }
    }

    /// The subcategory monitor on one counter line (esp-behaviour.md 4.1).
    private func count(
        _ line: TrackedLine, _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree
    ) -> Verdict {
        let reader = reader(phase.scope, tree, reportedErrors: reportedErrors)
        if phase.listsKnownAt == nil, reader.serverHasFinished { phase.listsKnownAt = now }
        let reading = reader.read(line)
        phase.oldFailures[line]?.formIntersection(reading.failures.map(\.key))
        if line == .apps { phase.oldReboots.formIntersection(reading.reboots.map(\.key)) }

        // ESP-316: after Autopilot Reset the required apps are not tracked; they install after the sign-in.
        if line == .apps, phase.scope == .device, configuration.isAfterAutopilotReset, configuration.isOn(.esp316),
            reading.expected != nil
        {
            return .ended(.succeeded, .noSetupNeeded)
        }
        var isExpired = phase.isExpired
        if line == .apps, configuration.isOn(.esp324), configuration.choices.heldAppsLine == .byQuirk {
            if isExpired, reading.isHeldByProvider { phase.appsIgnoreTimeout = true }
            if phase.appsIgnoreTimeout { isExpired = false }
        }
        let monitor = SubcategoryMonitor(
            line: line, isExpired: isExpired, choices: configuration.choices)
        return monitor.verdict(
            on: reading.ignoring(failures: phase.oldFailures[line] ?? [], reboots: phase.oldReboots))
    }

    /// Attestation by the TPM, with T3. A wrong clock keeps it from ever ending (ESP-318), and after a failed attempt
    /// and a reset it may be refused (ESP-321).
    private func attestation(
        _ phase: inout RunningPhase, now: DeviceTime, _ out: inout Outbox
    ) -> Verdict {
        if configuration.isAfterFailedPreProvisioning, configuration.isOn(.esp321) {
            return .ended(.failed, .hex(.attestationRetriesExhausted))
        }
        if !phase.begunSteps.contains(.tpmAttestation) {
            out.actions.append(
                .startTimer(.attestation, at: now.adding(minutes: PageTimer.attestationMinutes)))
        }
        let isClockWrong = configuration.clockErrorMinutes != 0 && configuration.isOn(.esp318)
        if isClockWrong { phase.begunSteps.insert(.tpmAttestation) }
        let verdict = carriedOut(.tpmAttestation, &phase, &out)
        if case .ended = verdict { out.actions.append(.stopTimer(.attestation)) }
        return verdict
    }

    /// Registration with Entra in account setup: a task of Windows for a hybrid device, with T4 and a new start every
    /// four minutes; nothing to do otherwise (4.4, 7.3).
    private func registration(
        _ phase: inout RunningPhase, now: DeviceTime, _ out: inout Outbox
    ) -> Verdict {
        if configuration.enrollment == .workAccount, configuration.build <= 18362, configuration.isOn(.esp304) {
            return phase.isExpired ? .ended(.failed, .hex(.timeout)) : .running(.working)
        }
        guard configuration.join == .hybrid else { return .ended(.succeeded, .complete) }
        if !phase.begunSteps.contains(.waitingForAadRegistration) {
            let start = phase.starts[.waitingForAadRegistration] ?? now
            out.actions.append(
                .startTimer(.registration, at: max(now, start.adding(minutes: PageTimer.registrationMinutes))))
            planKick(phase, now: now, &out)
        }
        let verdict = carriedOut(.waitingForAadRegistration, &phase, &out)
        if case .ended = verdict {
            out.actions.append(.stopTimer(.registration))
            out.actions.append(.stopTimer(.registrationKick))
        }
        return verdict
    }

    /// A step that the device carries out when asked, and answers by an event.
    private func carriedOut(
        _ kind: SubcategoryKind, _ phase: inout RunningPhase, _ out: inout Outbox
    ) -> Verdict {
        switch phase.endedSteps[kind] {
        case .succeeded:
            if kind == .mdmEnrollment { out.actions.append(enrollmentStatus("Completed")) }
            return .ended(.succeeded, .complete)
        case .failed(let code): return .ended(.failed, .hex(code))
        case nil where phase.isExpired: return .ended(.failed, .hex(.timeout))
        case nil:
            guard phase.begunSteps.insert(kind).inserted else { return .running(.working) }
            if kind == .aadj { out.actions.append(enrollmentStatus("AadJoin")) }
            if kind == .mdmEnrollment { out.actions.append(enrollmentStatus("MdmEnrolling")) }
            out.actions.append(.startPreparation(kind))
            return .running(.working)
        }
    }

    /// The provider line: waits for every provider of device preparation (ESP-411).
    private func providers(
        _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) -> Verdict {
        let entered = phase.starts[.espProviderInstallation] ?? now
        var waiting: [String: DeviceTime] = [:]
        var failure: HRESULT?
        // ESP-319: too small a machine for the agent: it never gets ready.
        let isTooSmall = configuration.isSmallVirtualMachine && configuration.isOn(.esp319)
        for name in tree.children(NodeURI.preparationProviders) ?? [] {
            let state = isTooSmall ? 1 : tree.int(NodeURI.preparationProvider(name, "InstallationState"))
            if state != 4 { phase.oldProviderFailures.remove(name) }
            switch state {
            case 2, 3: continue
            case 4 where !phase.oldProviderFailures.contains(name):
                // LastError means something in the error state only.
                let code = TrackedNode.error(at: NodeURI.preparationProvider(name, "LastError"), in: tree)
                failure = failure ?? code ?? .providerErrorWithoutCode
            case nil, .some:
                let minutes = tree.int(NodeURI.preparationProvider(name, "Timeout")) ?? 0
                waiting[name] = entered.adding(
                    minutes: Int64(minutes > 0 ? minutes : PageTimer.defaultProviderMinutes))
            }
        }
        setTimers(of: &phase, to: waiting, &out)
        if let failure { return .ended(.failed, .hex(failure)) }
        if phase.isExpired || waiting.values.contains(where: { now >= $0 }) {
            out.actions.append(.eventLogged(.providersTimedOut))
            return .ended(.failed, .hex(.timeout))
        }
        return waiting.isEmpty ? .ended(.succeeded, .complete) : .running(.working)
    }

    /// Starts, moves and stops the provider timers so that exactly these run.
    func setTimers(of phase: inout RunningPhase, to ends: [String: DeviceTime], _ out: inout Outbox) {
        for name in phase.providerTimers.keys.sorted() where ends[name] == nil {
            out.actions.append(.stopTimer(.provider(name)))
        }
        for (name, end) in ends.sorted(by: { $0.key < $1.key }) where phase.providerTimers[name] != end {
            out.actions.append(.startTimer(.provider(name), at: end))
        }
        phase.providerTimers = ends
    }
}
