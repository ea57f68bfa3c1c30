import ESP
import Yams

extension ScenarioBuild {
    mutating func readWin32(_ app: Fields, _ name: String, _ id: String) throws(ScenarioError) {
        let blocking = BlockingList(assignments?.profile.selectedMobileAppIds ?? [])
        let attempts = try attempts(app, .win32, Self.attempt)
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
                id: id, name: name, version: try app.int("version", in: 1...1_000_000) ?? 1,
                scope: try app.choice("scope", PhaseScope.self) ?? .device, isTracked: blocking.tracks(id),
                dependencies: dependencies, attempts: attempts, returnCodes: returnCodes,
                meetsRequirements: try app.bool("applicable") ?? true, isInstalled: try app.bool("installed") ?? false,
                installer: try app.choice("installer", Win32App.Installer.self) ?? .exe))
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
}
