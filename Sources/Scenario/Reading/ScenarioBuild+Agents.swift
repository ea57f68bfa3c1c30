import Device
import ESP
import Yams

/// What the agents do beside Win32 apps.
extension ScenarioBuild {
    mutating func readScripts() throws(ScenarioError) {
        var names: Set<String> = []
        for (index, node) in try fields.list("scripts").enumerated() {
            let entry = try Fields(
                node, path: "script \(index + 1)", keys: ["name", "kind", "scope", "context", "duration", "exitCode"])
            let name = try entry.requireName("name")
            guard names.insert(name).inserted else { throw entry.error("name", "another script is called \"\(name)\"") }
            script.scripts.append(
                AgentScript(
                    name: name, kind: try entry.choice("kind", AgentScript.Kind.self) ?? .platform,
                    scope: try entry.choice("scope", PhaseScope.self) ?? .device,
                    context: try entry.choice("context", Win32App.InstallContext.self) ?? .system,
                    seconds: try entry.seconds("duration") ?? 5, exitCode: try entry.exitCode("exitCode") ?? 0))
        }
        if !script.scripts.isEmpty, fields["agent"] == nil {
            throw fields.error("scripts", "scripts need an agent that runs them", "add an agent section")
        }
    }

    /// Configuration Manager's client (7.5): for a user-driven Entra join only.
    mutating func readConfigMgr() throws(ScenarioError) {
        guard let node = fields["configMgr"] else { return }
        guard script.page.mode == .userDriven, script.page.join == .entra else {
            throw Fields.error(node, "configMgr needs a user-driven Entra join (7.5)")
        }
        let section = try Fields(node, path: "configMgr", keys: ["starts", "setup", "fails", "taskSequence"])
        var failure: ConfigMgrAgent.Failure?
        if let text = try section.text("fails") {
            failure = ConfigMgrAgent.Failure(code: text == "withoutCode" ? nil : try section.hresult("fails"))
        }
        var sequence: ConfigMgrAgent.TaskSequence?
        if let node = section["taskSequence"] {
            let fields = try Fields(node, path: "configMgr.taskSequence", keys: ["duration", "restartsAfter", "fails"])
            let seconds = try fields.seconds("duration") ?? 300
            let restart = try fields.seconds("restartsAfter")
            if let restart, restart >= seconds {
                throw fields.error("restartsAfter", "the task sequence would restart after its end")
            }
            sequence = ConfigMgrAgent.TaskSequence(
                seconds: seconds, restartsAfterSeconds: restart, fails: try fields.bool("fails") ?? false)
        }
        script.configMgr = ConfigMgrAgent.Configuration(
            setupSeconds: try section.seconds("setup") ?? 120, failure: failure, taskSequence: sequence)
        switch try section.secondsOrNever("starts") {
        case nil: script.configMgrStarts = .seconds(30)
        case .some(nil): script.configMgrStarts = nil
        case .some(let seconds?): script.configMgrStarts = .seconds(seconds)
        }
        ensureAssignments()
    }
}
