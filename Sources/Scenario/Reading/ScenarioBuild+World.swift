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
            url: try agent.text("url") ?? "https://mdm.example.test/IntuneWindowsAgent.msi")
        assignments?.agentPackage = package
        // starts: never keeps the service away although its MSI installs.
        if starts == nil { script.agentProductCode = code }
        script.packages[code.lowercased()] = LifeScript.Package(
            name: package.name, downloadSeconds: try agent.seconds("download") ?? 20,
            installSeconds: try agent.seconds("install") ?? 40, exitCode: try packageExitCode(agent))
    }

    private enum AppKind: String, CaseIterable {
        case win32, msi
    }

    private static let appKeys = [
        "name", "id", "kind", "scope", "duration", "download", "exitCode", "detected", "reboot", "restartsMachine",
        "dependencies", "attempts", "retryCodes", "installed", "applicable", "version", "productCode", "url",
    ]

    mutating func readApps() throws(ScenarioError) {
        let blocking = BlockingList(assignments?.profile.selectedMobileAppIds ?? [])
        for (index, node) in try fields.list("apps").enumerated() {
            let app = try Fields(node, path: "app \(index + 1)", keys: Self.appKeys)
            let name = try app.requireName("name")
            let id = try app.name("id") ?? Self.invented(index)
            for used in [id, name] where !appNames.insert(used).inserted {
                throw app.error(
                    app["id"] == nil || used == name ? "name" : "id", "\"\(used)\" is the name or id of another app")
            }
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
        guard app["attempts"] == nil || !Self.attemptKeys.contains(where: { app[$0] != nil }) else {
            throw app.error(
                "attempts", "\(app.path) has attempts, and keys of a single attempt beside them",
                "put \(Self.attemptKeys.joined(separator: ", ")) into the attempts")
        }
        var attempts: [Win32App.Attempt] = []
        for node in try app.list("attempts") {
            let attempt = try Fields(
                node, path: "\(app.path).attempts", keys: Self.attemptKeys)
            attempts.append(try Self.attempt(attempt))
        }
        if attempts.isEmpty { attempts = [try Self.attempt(app)] }
        var dependencies: [String] = []
        for node in try app.list("dependencies") {
            let name = try Fields.text(node, "\(app.path).dependencies")
            dependencyNodes.append((name, node))
            dependencies.append(name)
        }
        var returnCodes = Win32App.defaultReturnCodes
        for node in try app.list("retryCodes") {
            guard let code = HResult(text: try Fields.text(node, "\(app.path).retryCodes")) else {
                throw Fields.error(node, "\(app.path).retryCodes has to hold exit codes")
            }
            returnCodes[code.signed] = .retry
        }
        script.apps.append(
            Win32App(
                id: id, name: name, version: try app.int("version", in: 1...1_000_000) ?? 1, scope: scope,
                isTracked: isTracked, dependencies: dependencies, attempts: attempts, returnCodes: returnCodes,
                meetsRequirements: try app.bool("applicable") ?? true, isInstalled: try app.bool("installed") ?? false))
    }

    /// Dependencies by name or id become ids. One that names no app is an error.
    mutating func resolveDependencies() throws(ScenarioError) {
        for (name, node) in dependencyNodes where !script.apps.contains(where: { $0.id == name || $0.name == name }) {
            throw Fields.error(
                node, "\"\(name)\" is no Win32 app of the scenario",
                Self.hint(name, script.apps.flatMap { [$0.name, $0.id] }))
        }
        for index in script.apps.indices {
            script.apps[index].dependencies = script.apps[index].dependencies.map { name in
                script.apps.first { $0.id == name || $0.name == name }?.id ?? name
            }
        }
    }

    private enum Reboot: String, CaseIterable {
        case none, soft, hard
    }

    private static let attemptKeys = ["duration", "exitCode", "detected", "reboot", "restartsMachine"]

    private static func attempt(_ fields: Fields) throws(ScenarioError) -> Win32App.Attempt {
        var exitCode = try fields.exitCode("exitCode") ?? 0
        switch try fields.choice("reboot", Reboot.self) ?? .none {
        case .none: break
        case .soft: exitCode = 3010
        case .hard: exitCode = 1641
        }
        return Win32App.Attempt(
            seconds: try fields.seconds("duration") ?? 30, exitCode: exitCode,
            isDetected: try fields.bool("detected") ?? true,
            restartsMachine: try fields.bool("restartsMachine") ?? false)
    }

    private mutating func readPackage(
        _ app: Fields, _ name: String, _ id: String, _ scope: PhaseScope
    ) throws(ScenarioError) {
        for key in [
            "detected", "reboot", "restartsMachine", "dependencies", "attempts", "retryCodes", "installed",
            "applicable",
        ]
        where app[key] != nil {
            throw app.error(key, "\(app.path) is an MSI package and has no \(key)", "only a Win32 app has it")
        }
        let code = try app.requireName("productCode")
        guard script.packages[code.lowercased()] == nil else {
            throw app.error("productCode", "another package has the productCode \(code)")
        }
        ensureAssignments()
        assignments?.packages.append(
            Assignments.Package(
                id: id, name: name, productCode: code, version: try app.text("version") ?? "1.0.0",
                url: try app.text("url") ?? "https://mdm.example.test/packages/\(NodeURI.encoded(id)).msi", scope: scope
            ))
        script.packages[code.lowercased()] = LifeScript.Package(
            name: name, downloadSeconds: try app.seconds("download") ?? 5,
            installSeconds: try app.seconds("duration") ?? 20, exitCode: try packageExitCode(app))
    }

    /// What msiexec ends with. How Windows counts a package that asks for a restart is not known to the reference.
    private func packageExitCode(_ fields: Fields) throws(ScenarioError) -> Int32 {
        let code = try fields.exitCode("exitCode") ?? 0
        guard code != 3010, code != 1641 else {
            throw fields.error("exitCode", "an MSI package that asks for a restart (\(code)) is not played yet")
        }
        return code
    }

    /// A GUID for an app that has none: it depends on the position only.
    private static func invented(_ index: Int) -> String {
        let digits = String(index + 1, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    mutating func readResources() throws(ScenarioError) {
        for (index, node) in try fields.list("policies").enumerated() {
            let policy = try Fields(
                node, path: "policy \(index + 1)", keys: ["uri", "format", "data", "scope", "tracked"])
            let uri = try policy.locURI("uri")
            ensureAssignments()
            assignments?.settings.append(
                Assignments.Setting(
                    uri: uri, format: try policy.text("format") ?? "chr", data: try policy.requireText("data"),
                    scope: try policy.choice("scope", PhaseScope.self)
                        ?? (uri.lowercased().hasPrefix("./user/") ? .user : .device),
                    isTracked: try policy.bool("tracked") ?? false))
        }
        for (index, node) in try fields.list("wifi").enumerated() {
            let wifi = try Fields(node, path: "wifi \(index + 1)", keys: ["ssid", "scope"])
            ensureAssignments()
            assignments?.wifi.append(
                Assignments.WiFi(
                    ssid: try wifi.requireName("ssid"), scope: try wifi.choice("scope", PhaseScope.self) ?? .device))
        }
        for (index, node) in try fields.list("certificates").enumerated() {
            try readCertificate(
                try Fields(
                    node, path: "certificate \(index + 1)",
                    keys: ["id", "subject", "server", "scope", "duration", "fails"]))
        }
    }

    private mutating func readCertificate(_ fields: Fields) throws(ScenarioError) {
        let id = try fields.requireName("id")
        ensureAssignments()
        assignments?.certificates.append(
            Assignments.Certificate(
                id: id, subject: try fields.text("subject") ?? "CN=device",
                server: try fields.text("server")
                    ?? "https://scep.example.test/scep", scope: try fields.choice("scope", PhaseScope.self) ?? .device))
        var behaviour = LifeScript.Certificate(seconds: try fields.seconds("duration") ?? 10)
        if let text = try fields.text("fails") {
            guard let code = HResult(text: text) else {
                throw fields.error(
                    "fails", "\(fields.path).fails is \"\(text)\"", "write an HRESULT such as 0x80094800")
            }
            behaviour.error = code
        }
        script.certificates[id] = behaviour
    }

    /// Without a profile the tenant's default applies, which is hidden.
    mutating func ensureAssignments() {
        guard assignments == nil else { return }
        var profile = EnrollmentStatusPageProfile()
        profile.showInstallationProgress = false
        assignments = Assignments(providerID: script.device.providerID, profile: profile)
        assignments?.isAutopilotDevice = script.isAutopilotDevice
    }
}
