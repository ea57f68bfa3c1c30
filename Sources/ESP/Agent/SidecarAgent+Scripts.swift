extension SidecarAgent {
    /// The scripts that run at the start of a phase, before its apps (2.4 item 7): in device setup those in system
    /// context; in account setup the device's once more for each user, and the user's where ESP-312 is off.
    func phaseScripts(_ scope: PhaseScope) -> [AgentScript] {
        scripts.filter { script in
            guard script.kind == .platform else { return false }
            switch (scope, script.context) {
            case (.device, .system): return script.scope == .device
            case (.device, .user): return false
            case (.user, .system): return true
            // Whether they run during the page differs between devices: the reference's table says that they may not,
            // one measured device ran them at the start of account setup.
            case (.user, .user): return !configuration.quirks.isOn(.esp312)
            }
        }
    }

    /// Puts scripts into the queue that have not run for this user, or for the device.
    mutating func queueScripts(_ wanted: [AgentScript]) {
        for script in wanted where !scriptsRun.contains(runKey(script)) && !queue.contains(.script(script.name)) {
            queue.append(.script(script.name))
        }
    }

    /// A script of the device runs once for the device and once more for each user.
    private func runKey(_ script: AgentScript) -> String { "\(script.name) \(user ?? "")" }

    mutating func beginScript(_ name: String, now: DeviceTime, _ out: inout [AgentAction]) {
        guard let script = scripts.first(where: { $0.name == name }) else { return }
        work = .runningScript(name)
        scriptsRun.insert(runKey(script))
        out.append(.scriptRan(name: name, exitCode: nil))
        out.append(.startAlarm(.scriptEnds(name: name), at: now.adding(seconds: script.seconds)))
    }

    mutating func scriptEnded(_ name: String, _ out: inout [AgentAction]) {
        work = .idle
        guard let script = scripts.first(where: { $0.name == name }) else { return }
        out.append(.scriptRan(name: name, exitCode: script.exitCode))
    }
}
