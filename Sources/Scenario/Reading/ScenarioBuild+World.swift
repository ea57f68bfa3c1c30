import Device
import ESP
import ReferenceServer
import SyncML
import Yams

extension ScenarioBuild {
    static let agentKeys = [
        "provider", "productCode", "url", "download", "install", "starts", "register", "exitCode",
    ]

    /// The agent: an MSI that the server sends, or one that starts by itself.
    mutating func readAgent() throws(ScenarioError) {
        guard let node = fields["agent"] else { return }
        let agent = try Fields(node, path: "agent", keys: Self.agentKeys)
        let provider = try agent.name("provider") ?? "Sidecar"
        script.agent.provider = provider
        if let seconds = try agent.seconds("register") { script.agent.registrationDelaySeconds = seconds }
        ensureAssignments()
        assignments?.agentProvider = provider
        let starts = try agent.secondsOrNever("starts")
        if let seconds = starts ?? nil { script.agentStarts = .seconds(seconds) }
        guard let code = try agent.name("productCode") else {
            guard starts != nil else {
                throw Fields.error(
                    node, "agent has neither productCode nor starts",
                    "give the MSI's productCode, or starts: a time or never")
            }
            for key in ["url", "download", "install", "exitCode"] where agent[key] != nil {
                throw agent.error(key, "agent.\(key) speaks of an MSI, and agent has no productCode", "add productCode")
            }
            return
        }
        try Self.checkProductCode(code, agent)
        let package = Assignments.Package(
            id: code, name: "\(provider) agent", productCode: code,
            url: try agent.text("url") ?? "https://mdm.example.test/IntuneWindowsAgent.msi")
        assignments?.agentPackage = package
        // starts: never keeps the service away although its MSI installs.
        if starts == nil { script.agentProductCode = code }
        script.packages[code.lowercased()] = LifeScript.Package(
            name: package.name,
            attempts: [
                LifeScript.Package.Attempt(
                    downloadSeconds: try agent.seconds("download") ?? 20,
                    installSeconds: try agent.seconds("install") ?? 40, exitCode: try agent.exitCode("exitCode") ?? 0)
            ])
    }

    /// Without a profile the tenant's default applies, which is hidden.
    mutating func ensureAssignments() {
        guard assignments == nil else { return }
        assignments = Assignments(providerID: script.device.providerID, profile: .shippedDefault)
        assignments?.isAutopilotDevice = script.isAutopilotDevice
    }
}
