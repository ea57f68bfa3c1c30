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
        let provider = try agent.text("provider") ?? "Sidecar"
        script.agent.provider = provider
        if let seconds = try agent.seconds("register") { script.agent.registrationDelaySeconds = seconds }
        ensureAssignments()
        assignments?.agentProvider = provider
        let starts = try agent.text("starts")
        if let starts, starts != "never" {
            script.agentStarts = .seconds(try agent.seconds("starts") ?? 0)
        }
        guard let code = try agent.text("productCode") else {
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
            name: package.name, downloadSeconds: try agent.seconds("download") ?? 20,
            installSeconds: try agent.seconds("install") ?? 40, exitCode: Int32(try agent.int("exitCode") ?? 0))
    }

    private enum AppKind: String, CaseIterable {
        case win32, msi
    }

    private static let appKeys = [
        "name", "id", "kind", "scope", "duration", "download", "exitCode", "detected", "reboot", "dependencies", "attempts",
        "installed", "applicable", "version", "productCode", "url",
    ]

    mutating func readApps() throws(ScenarioError) {
        let blocking = BlockingList(assignments?.profile.selectedMobileAppIds ?? [])
        for (index, node) in try fields.list("apps").enumerated() {
            let app = try Fields(node, path: "app \(index + 1)", keys: Self.appKeys)
            let name = try app.requireText("name")
            let id = try app.text("id") ?? Self.invented(index)
            let scope = try app.choice("scope", PhaseScope.self) ?? .device
            switch try app.choice("kind", AppKind.self) ?? .win32 {
            case .win32: try readWin32(app, name, id, scope, isTracked: blocking.tracks(id))
            case .msi: try readPackage(app, name, id, scope)
            }
        }
    }

    private mutating func readWin32(
        _ app: Fields, _ name: String, _ id: String, _ scope: PhaseScope, isTracked: Bool
    ) throws(ScenarioError) {
        for key in ["productCode", "url", "download"] where app[key] != nil {
            throw app.error(key, "\(app.path) is a Win32 app and has no \(key)", "set kind: msi")
        }
        var attempts: [Win32App.Attempt] = []
        for node in try app.list("attempts") {
            let attempt = try Fields(
                node, path: "\(app.path).attempts", keys: ["duration", "exitCode", "detected", "reboot", "restartsMachine"])
            attempts.append(try Self.attempt(attempt))
        }
        if attempts.isEmpty { attempts = [try Self.attempt(app)] }
        var dependencies: [String] = []
        for node in try app.list("dependencies") {
            dependencies.append(try Fields.text(node, "\(app.path).dependencies"))
        }
        script.apps.append(
            Win32App(
                id: id, name: name, version: try app.int("version") ?? 1, scope: scope, isTracked: isTracked,
                dependencies: dependencies, attempts: attempts, meetsRequirements: try app.bool("applicable") ?? true,
                isInstalled: try app.bool("installed") ?? false))
    }

    private enum Reboot: String, CaseIterable {
        case none, soft, hard
    }

    private static func attempt(_ fields: Fields) throws(ScenarioError) -> Win32App.Attempt {
        var exitCode = Int32(truncatingIfNeeded: try fields.int("exitCode") ?? 0)
        switch try fields.choice("reboot", Reboot.self) ?? .none {
        case .none: break
        case .soft: exitCode = 3010
        case .hard: exitCode = 1641
        }
        return Win32App.Attempt(
            seconds: try fields.seconds("duration") ?? 30, exitCode: exitCode,
            isDetected: try fields.bool("detected") ?? true,
            restartsMachine: fields["restartsMachine"] == nil ? false : try fields.bool("restartsMachine") ?? false)
    }

    private mutating func readPackage(
        _ app: Fields, _ name: String, _ id: String, _ scope: PhaseScope
    ) throws(ScenarioError) {
        let code = try app.requireText("productCode")
        ensureAssignments()
        assignments?.packages.append(
            Assignments.Package(
                id: id, name: name, productCode: code,
                url: try app.text("url") ?? "https://mdm.example.test/packages/\(id).msi", scope: scope))
        script.packages[code.lowercased()] = LifeScript.Package(
            name: name, downloadSeconds: try app.seconds("download") ?? 5,
            installSeconds: try app.seconds("duration") ?? 20, exitCode: Int32(try app.int("exitCode") ?? 0))
    }

    /// A GUID for an app that has none: it depends on the position only.
    private static func invented(_ index: Int) -> String {
        let digits = String(index + 1, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    mutating func readResources() throws(ScenarioError) {
        for (index, node) in try fields.list("policies").enumerated() {
            let policy = try Fields(node, path: "policy \(index + 1)", keys: ["uri", "format", "data"])
            let uri = try policy.requireText("uri")
            ensureAssignments()
            assignments?.settings.append(
                Assignments.Setting(
                    uri: uri, format: try policy.text("format") ?? "chr", data: try policy.requireText("data"),
                    scope: uri.lowercased().hasPrefix("./user/") ? .user : .device))
        }
        for (index, node) in try fields.list("wifi").enumerated() {
            let wifi = try Fields(node, path: "wifi \(index + 1)", keys: ["ssid", "scope"])
            ensureAssignments()
            assignments?.wifi.append(
                Assignments.WiFi(
                    ssid: try wifi.requireText("ssid"), scope: try wifi.choice("scope", PhaseScope.self) ?? .device))
        }
        for (index, node) in try fields.list("certificates").enumerated() {
            try readCertificate(
                try Fields(
                    node, path: "certificate \(index + 1)",
                    keys: ["id", "subject", "server", "scope", "duration", "fails"]))
        }
    }

    private mutating func readCertificate(_ fields: Fields) throws(ScenarioError) {
        let id = try fields.requireText("id")
        ensureAssignments()
        assignments?.certificates.append(
            Assignments.Certificate(
                id: id, subject: try fields.text("subject") ?? "CN=device", server: try fields.text("server")
                    ?? "https://scep.example.test/scep", scope: try fields.choice("scope", PhaseScope.self) ?? .device))
        var behaviour = LifeScript.Certificate(seconds: try fields.seconds("duration") ?? 10)
        if let text = try fields.text("fails") {
            guard let code = HResult(text: text) else {
                throw fields.error("fails", "\(fields.path).fails is \"\(text)\"", "write an HRESULT such as 0x80094800")
            }
            behaviour.error = code
        }
        script.certificates[id] = behaviour
    }

    mutating func readUser() throws(ScenarioError) {
        guard let node = fields["user"] else { return }
        let user = try Fields(node, path: "user", keys: ["signsIn", "sid", "presses"])
        if let signsIn = try user.text("signsIn") {
            script.signInSeconds = signsIn == "never" ? nil : try user.seconds("signsIn")
        }
        if let sid = try user.text("sid") { script.userSID = sid }
        for node in try user.list("presses") {
            let press = try Fields(node, path: "user.presses", keys: ["button", "at", "onError", "times"])
            guard let button = try press.choice("button", PageButton.self) else {
                throw Fields.error(node, "user.presses has no \"button\"")
            }
            let moment: LifeScript.UserAction.Moment
            if let at = try press.seconds("at") {
                moment = .at(.seconds(at))
            } else if let after = try press.seconds("onError") {
                moment = .onError(afterSeconds: after, times: try press.int("times") ?? 1)
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
    }
}
