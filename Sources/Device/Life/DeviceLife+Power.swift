import CSP
import DMTree
import ESP

extension DeviceLife {
    var isRestarting: Bool { power != .on }

    /// A restart that the page, or an installer, asked for. The machine goes down at once, or, where the script says
    /// so, never.
    mutating func requestRestart() {
        guard power == .on else { return }
        note(.restartRequested)
        guard let seconds = script.restartSeconds else { return }
        let end = now.adding(seconds: seconds)
        power = .restarting(until: end)
        goDown(forSeconds: seconds)
        agenda.add(.machineStarts, at: end)
    }

    /// A restart ends what runs in memory: timers of the page, alarms of agents, sync loops and sessions that wait.
    /// What the page keeps over a restart it starts anew when it resumes; T6 watched for the machine to go down, which
    /// it did. Work that Windows itself does stands still while the machine is down.
    private mutating func goDown(forSeconds seconds: Int64) {
        agenda.cancelAll { $0.endsWithPower }
        agenda.delay(bySeconds: seconds) { $0.isWorkOfWindows }
        activeLoops = []
        closingPhase = nil
    }

    /// What falls into a restart and happens right after it. A button that is pressed on a machine that is down does
    /// nothing.
    func isHeldUp(_ item: Agenda.Item) -> Bool {
        switch item {
        case .session, .agentStarts, .configMgrStarts, .userSignsIn, .job, .preparationEnds,
            .registrationEnds, .qualityUpdate, .blobTick, .machine, .turnOn, .drift, .configRefresh,
            .configLockRestores, .configLockReturns, .notification, .settingDrift, .documentsReapplied, .renewalIsDue,
            .certificateEnds:
            true
        case .pageTimer, .agentAlarm, .machineStarts, .userPresses, .loopTick: false
        }
    }

    mutating func machineStarted() {
        power = .on
        note(.machineStarted)
        finishPendingUpdates()
        takeNewName()
        guard domainJoin != .restarting else {
            domainJoin = .joined
            agenda.add(.session(.enrollment), at: now)
            return
        }
        // The sessions that ask for the blob went with the power.
        if domainJoin == .waitingForBlob, !agenda.holds(.session(.enrollment)) { agenda.add(.blobTick, at: now) }
        settle(page: page.rebooted(now: now, tree: tree))
        settle(agent: agent.rebooted(now: now, tree: tree))
        settle(agent: configMgr?.rebooted(now: now, tree: tree) ?? [])
        if isUpdating { finishUpdates(isRestarted: true) }
        if let devicePreparation, devicePreparation != .pendingProvisioning, outcomeOfPages == nil {
            goOnPreparing(devicePreparation)
        }
        // Alerts that waited for a session when the machine went down.
        if !pendingAlerts.isEmpty { sessionSoon(.alert) }
    }

    /// A computer name that the server sent takes effect when the machine starts (windows-csp.md 4.8). Its random digits
    /// follow from the device, so that two runs are equal.
    private mutating func takeNewName() {
        guard let pending = ComputerName.pending(in: tree) else { return }
        var digits = InventedDigits(seed: "\(script.device.profile.deviceID) \(pending)")
        let name = ComputerName.takeEffect(
            serialNumber: script.device.profile.serialNumber, in: &tree, randomDigit: { digits.next() })
        if let name {
            note(.nodeWritten(uri: "./DevDetail/Ext/Microsoft/DNSComputerName", value: name, writer: .client))
        }
    }

    /// What the scenario does to the machine.
    mutating func handle(_ kind: LifeScript.MachineAction.Kind) {
        switch kind {
        case .restart: requestRestart()
        case .powerOff: powerOff()
        case .powerOn: powerOn()
        case .disconnect: userDisconnects()
        }
    }

    mutating func powerOff() {
        guard power == .on else { return }
        note(.poweredOff)
        power = .off(since: now)
        goDown(forSeconds: 0)
    }

    /// The device is turned on: for the first time, with the page of a device ticket before everything else; or again,
    /// which is like the end of a restart.
    private mutating func powerOn() {
        guard case .off(let start) = power else { return }
        if page.isResealed, page.state == .idle, hasEntered {
            agenda.cancel(.turnOn)
            turnOn()
            return
        }
        power = .on
        note(.poweredOn)
        guard hasBooted else {
            hasBooted = true
            settle(page: page.enter(now: now, tree: tree))
            return
        }
        bringBackHeldUpItems(offSince: start)
        machineStarted()
    }

    /// The user of a device that a technician has prepared turns it on (ESP-706).
    mutating func turnOn() {
        guard case .off(let start) = power else { return }
        power = .on
        note(.poweredOn)
        takeNewName()
        hasEntered = false
        carryOut(page.userFlowStarts(tree: tree))
        agent.resealed()
        for uri in heldBackPolicies { note(.policyTookEffect(uri: uri)) }
        heldBackPolicies = []
        bringBackHeldUpItems(offSince: start)
        // ESP-707: the restart that joins the domain was put off to the user.
        if script.page.join == .hybrid, domainJoin == nil { domainJoin = .waitingForBlob }
        agenda.add(.session(.enrollment), at: now)
    }

    /// Work of Windows goes on where it stood; everything else that fell due happens now.
    private mutating func bringBackHeldUpItems(offSince start: DeviceTime) {
        let seconds = now.seconds(since: start)
        agenda.delay(bySeconds: seconds) { $0.isWorkOfWindows }
        for held in heldUpItems {
            agenda.add(held.item, at: held.item.isWorkOfWindows ? held.due.adding(seconds: seconds) : now)
        }
        heldUpItems = []
    }
}

extension Agenda.Item {
    /// What is in memory only and goes with the power.
    var endsWithPower: Bool {
        switch self {
        case .agentAlarm, .loopTick, .blobTick, .preparationEnds, .session(.syncLoop), .session(.change),
            .session(.alert), .session(.domainJoin), .session(.devicePreparation), .pageTimer:
            true
        case .session, .agentStarts, .configMgrStarts, .job, .machineStarts, .machine, .turnOn,
            .userSignsIn, .userPresses, .registrationEnds, .qualityUpdate, .drift, .configRefresh, .configLockRestores,
            .configLockReturns, .notification, .settingDrift, .documentsReapplied, .renewalIsDue, .certificateEnds:
            false
        }
    }

    /// Work that takes as much longer as the machine is down.
    var isWorkOfWindows: Bool {
        switch self {
        case .job(let step): step.stage.isWork
        case .session, .pageTimer, .agentAlarm, .agentStarts, .configMgrStarts, .machineStarts, .machine, .turnOn,
            .userSignsIn, .userPresses, .loopTick, .blobTick, .preparationEnds, .registrationEnds, .qualityUpdate,
            .drift,
            .configRefresh, .configLockRestores, .configLockReturns, .notification, .settingDrift, .documentsReapplied,
            .renewalIsDue,
            .certificateEnds:
            false
        }
    }

    /// Whether it happens although the device is off. Buttons of a device that is off do nothing and are noted.
    var isForMachineThatIsOff: Bool {
        switch self {
        case .machine, .turnOn, .userPresses: true
        case .session, .pageTimer, .agentAlarm, .agentStarts, .configMgrStarts, .machineStarts, .userSignsIn, .loopTick,
            .blobTick, .preparationEnds, .registrationEnds, .qualityUpdate, .job, .drift, .configRefresh,
            .configLockRestores, .configLockReturns, .notification, .settingDrift, .documentsReapplied, .renewalIsDue,
            .certificateEnds:
            false
        }
    }
}
