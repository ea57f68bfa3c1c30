import Device
import ESP
import ReferenceServer
import SyncML
import Yams

extension ScenarioBuild {
    private static let agentKeys = [
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
            return
        }
        let package = Assignments.Package(
            id: code, name: "\(provider) agent", productCode: code,
            url: try agent.text("url") ?? "https://mdm.example.test/agent.msi")
        assignments?.agentPackage = package
        // starts: never keeps the service away although its MSI installs.
        if starts == nil { script.agentProductCode = code }
        script.packages[code.lowercased()] = LifeScript.Package(
            name: package.name,
            attempts: [
                LifeScript.Package.Attempt(
                    downloadSeconds: try agent.seconds("download") ?? 20,
                    installSeconds: try agent.seconds("install") ?? 40, exitCode: try Self.packageExitCode(agent))
            ])
    }

    mutating func readUser() throws(ScenarioError) {
        guard let node = fields["user"] else { return }
        let user = try Fields(node, path: "user", keys: ["signsIn", "sid", "presses"])
        if let seconds = try user.secondsOrNever("signsIn") { script.signInSeconds = seconds }
        if let sid = try user.name("sid") { script.userSID = sid }
        for node in try user.list("presses") {
            let press = try Fields(node, path: "user.presses", keys: ["button", "at", "onError", "times"])
            guard let button = try press.choice("button", PageButton.self) else {
                throw Fields.error(node, "user.presses has no \"button\"")
            }
            let moment: LifeScript.UserAction.Moment
            guard press["at"] == nil || (press["onError"] == nil && press["times"] == nil) else {
                throw press.error(
                    "at", "user.presses has \"at\" beside \"onError\" or \"times\"", "write at, or onError with times")
            }
            if let at = try press.seconds("at") {
                moment = .at(.seconds(at))
            } else if let after = try press.seconds("onError") {
                moment = .onError(afterSeconds: after, times: try press.int("times", in: 1...1000) ?? 1)
            } else {
                throw Fields.error(
                    node, "user.presses has neither \"at\" nor \"onError\"",
                    "write at: \"05:00\", or onError: 10s for ten seconds after an error screen")
            }
            script.userActions.append(LifeScript.UserAction(moment: moment, button: button))
        }
    }

    /// Without a profile the tenant's default applies, which is hidden.
    mutating func ensureAssignments() {
        guard assignments == nil else { return }
        var profile = EnrollmentStatusPageProfile()
        profile.showInstallationProgress = false
        assignments = Assignments(providerID: script.device.providerID, profile: profile)
        assignments?.isAutopilotDevice = script.makesUserProvider
    }
}
