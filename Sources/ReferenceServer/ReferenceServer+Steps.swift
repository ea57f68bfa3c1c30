import ESP
import SyncML

/// What the server sends when.
extension ReferenceServer {
    /// A command that is to be sent now.
    struct Due {
        var command: Command
        /// Its position among the scripted commands.
        var scripted: Int?
        /// Its id in the queue.
        var queued: Int64?
    }

    /// What is to be sent now, in order.
    mutating func due(_ now: DeviceTime) -> [Due] {
        var result = planned(now).map { Due(command: $0) }
        var position = 0
        for (index, message) in scripted.enumerated() {
            if message.time <= now, !progress.scripted.contains(index) {
                progress.scripted.append(index)
                for (offset, command) in message.commands.enumerated() {
                    result.append(Due(command: command, scripted: position + offset))
                }
            }
            position += message.commands.count
        }
        return result + dueOfQueue
    }

    private mutating func planned(_ now: DeviceTime) -> [Command] {
        guard let assignments else { return [] }
        var plan = EnrollmentPlan(assignments: assignments, mistakes: mistakes, now: now)
        // While the device waits for its domain join it gets nothing else (7.3).
        if progress.session.isDomainJoin { return domainJoin(plan, now) }
        plan.isTechnicianFlow = assignments.mode == .preProvisioning && !progress.isUserFlow
        var result = deviceHalf(plan, now)
        if let user = progress.session.user, assignments.servesUsers {
            plan.user = progress.users[user].upn
            result += userHalf(user, plan, now)
        }
        if result.isEmpty, !progress.session.hasAskedProgress, let scope = phase {
            progress.session.hasAskedProgress = true
            result.append(plan.progress(scope))
        }
        return result
    }

    private mutating func domainJoin(_ plan: EnrollmentPlan, _ now: DeviceTime) -> [Command] {
        guard !progress.isBlobSent, let time = plan.assignments.blobAt, time <= now else { return [] }
        progress.isBlobSent = true
        return [plan.domainJoin]
    }

    /// The scope whose lists are out and whose progress is of interest.
    private var phase: PhaseScope? {
        if progress.session.isUserSignedIn {
            return progress.session.user.flatMap { progress.users[$0].half.hasLists ? .user : nil }
        }
        return progress.device.hasLists ? .device : nil
    }

    // MARK: The device

    private mutating func deviceHalf(_ plan: EnrollmentPlan, _ now: DeviceTime) -> [Command] {
        var result = pageSettings(plan)
        if !progress.device.isSetUp {
            progress.device.isSetUp = true
            result += plan.deviceSetup
            if mistakes.contains(.releaseTooEarly) { result.append(plan.release(.user)) }
        } else if isResending {
            result += plan.providerRegistration
        }
        guard plan.assignments.hasPage else { return result }
        if !progress.device.hasLists, let time = plan.assignments.listsAt, time <= now {
            progress.device.hasLists = true
            if progress.isUserFlow { result += plan.deferredApps }
            result += plan.lists(.device)
            if !progress.isUserFlow { result += absentAgent(.notInstalled, plan.stateOfAbsentAgent(.tracks)) }
        } else if progress.session.turns == 1 {
            result += nextStateOfAbsentAgent(plan)
        }
        if isReleased(progress.device, by: plan.assignments.deviceRelease, since: .zero, now) {
            progress.device.isReleased = true
            result.append(plan.release(.device))
        }
        return result
    }

    /// The settings of the page that are not what they were when they were last sent (ESP-106, U-01); all of them at
    /// first.
    private mutating func pageSettings(_ plan: EnrollmentPlan) -> [Command] {
        let nodes = plan.pageNodes(firstUserIsDone: progress.users.contains(where: \.half.isDone))
        let changed = nodes.filter { isResending || progress.page[$0.name] != $0.value }
        for node in changed { progress.page[node.name] = node.value }
        return changed.map(plan.setting) + withdrawnText(nodes, plan)
    }

    /// A text of one's own that the profile has no more. A profile that hides the page says nothing about it.
    private mutating func withdrawnText(_ nodes: [ProfileNode], _ plan: EnrollmentPlan) -> [Command] {
        let name = "CustomErrorText"
        guard !(progress.page[name] ?? "").isEmpty, nodes.contains(where: { $0.name == "BlockInStatusPage" }),
            !nodes.contains(where: { $0.name == name })
        else { return [] }
        progress.page[name] = ""
        return [CommandFactory.replace(plan.node(name, .device), format: "chr", data: "")]
    }

    /// Whether the server sends again what the device has.
    private var isResending: Bool {
        mistakes.contains(.resendsEveryMessage)
            || (mistakes.contains(.resendsEverySession) && progress.session.turns == 1)
    }

    private mutating func nextStateOfAbsentAgent(_ plan: EnrollmentPlan) -> [Command] {
        switch TrackedAppState(rawValue: progress.agentState) {
        case .notInstalled: absentAgent(.inProgress, plan.stateOfAbsentAgent(.app(.inProgress)))
        case .inProgress: absentAgent(.completed, plan.stateOfAbsentAgent(.app(.completed)))
        case .completed, .error, nil: []
        }
    }

    private mutating func absentAgent(_ state: TrackedAppState, _ commands: [Command]) -> [Command] {
        if !commands.isEmpty { progress.agentState = state.rawValue }
        return commands
    }

    // MARK: A user

    private mutating func userHalf(_ index: Int, _ plan: EnrollmentPlan, _ now: DeviceTime) -> [Command] {
        let user = progress.users[index]
        // ESP-307: nothing is meant for a user without a licence, so the list is never completed.
        guard plan.assignments.isLicensed(user.upn) else { return [] }
        var result: [Command] = []
        if !user.half.isSetUp {
            progress.users[index].half.isSetUp = true
            result += plan.userSetup
        }
        if !user.half.hasLists, let delay = plan.assignments.userListsAfterSeconds,
            user.firstSession.adding(seconds: delay) <= now
        {
            progress.users[index].half.hasLists = true
            result += plan.lists(.user)
        }
        if !mistakes.contains(.releaseTooEarly),
            isReleased(progress.users[index].half, by: plan.assignments.userRelease, since: user.firstSession, now)
        {
            progress.users[index].half.isReleased = true
            result.append(plan.release(.user))
        }
        return result
    }

    /// Whether it is time for the promise that lists are complete.
    private func isReleased(
        _ half: Progress.Half, by release: Assignments.Release, since start: DeviceTime, _ now: DeviceTime
    ) -> Bool {
        guard !half.isReleased else { return false }
        switch release {
        case .withLists: return half.hasLists
        case .after(let seconds): return start.adding(seconds: seconds) <= now
        case .never: return false
        }
    }
}
