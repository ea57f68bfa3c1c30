import DMTree
import ESP

extension DeviceLife {
    /// A restart that the page, or an installer, asked for. The machine goes down at once, or, where the script says
    /// so, never.
    mutating func requestRestart() {
        guard !isRestarting else { return }
        note(.restartRequested)
        guard let seconds = script.restartSeconds else { return }
        isRestarting = true
        let end = now.adding(seconds: seconds)
        startsAgainAt = end
        // A restart ends what runs in memory: timers of the page, alarms of agents, sync loops and sessions that wait.
        // What the page keeps over a restart it starts anew when it resumes; T6 watched for the machine to go down,
        // which it did.
        agenda.cancelAll { item in
            switch item {
            case .agentAlarm, .loopTick, .session(.syncLoop), .session(.change), .session(.alert), .pageTimer: true
            case .session, .agentStarts, .job, .machineStarts, .userSignsIn, .userPresses: false
            }
        }
        // Work that Windows itself does stands still while the machine is down.
        agenda.delay(bySeconds: seconds) { item in
            switch item {
            case .job: true
            case .session, .pageTimer, .agentAlarm, .agentStarts, .machineStarts, .userSignsIn, .userPresses, .loopTick:
                false
            }
        }
        activeLoops = []
        closingPhase = nil
        agenda.add(.machineStarts, at: end)
    }

    /// What falls into a restart and happens right after it. A button that is pressed on a machine that is down does
    /// nothing.
    func isHeldUp(_ item: Agenda.Item) -> Bool {
        switch item {
        case .session, .agentStarts, .userSignsIn, .job: true
        case .pageTimer, .agentAlarm, .machineStarts, .userPresses, .loopTick: false
        }
    }

    mutating func machineStarted() {
        isRestarting = false
        startsAgainAt = nil
        note(.machineStarted)
        settle(page: page.rebooted(now: now, tree: tree))
        settle(agent: agent.rebooted(now: now, tree: tree))
        // Alerts that waited for a session when the machine went down.
        if !pendingAlerts.isEmpty { sessionSoon(.alert) }
    }
}
