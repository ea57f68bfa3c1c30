import ESP
import Notation
import Yams

extension ScenarioBuild {
    mutating func readWin32(_ app: Fields, _ name: String, _ id: String) throws(ScenarioError) {
        let attempts = try attempts(app, .win32, Self.attempt)
        var dependencies: [String] = []
        for node in try app.list("dependencies") {
            let name = try Fields.text(node, "\(app.path).dependencies")
            dependencyNodes.append((id, name, node))
            dependencies.append(name)
        }
        var returnCodes = Win32App.defaultReturnCodes
        for node in try app.list("retryCodes") {
            guard let code = HRESULT(text: try Fields.text(node, "\(app.path).retryCodes")) else {
                throw Fields.error(node, "\(app.path).retryCodes has to hold exit codes")
            }
            returnCodes[code.signed] = .retry
        }
        guard try app.bool("assigned") ?? true else {
            if try app.bool("tracked") == true {
                throw app.error(
                    "tracked", "\(app.path) is tracked and not assigned", "the page waits for assigned apps only")
            }
            return
        }
        let blocks = assignments?.profile.blockingList.tracks(id) ?? true
        if try app.bool("tracked") == true, !blocks {
            throw app.error(
                "tracked", "\(app.path) is tracked, and selectedMobileAppIds leaves it out", "add \(id) to the list")
        }
        script.apps.append(
            Win32App(
                id: id, name: name, version: try app.int("version", in: 1...1_000_000) ?? 1,
                scope: try app.choice("scope", PhaseScope.self) ?? .device,
                isTracked: try app.bool("tracked") ?? blocks,
                dependencies: dependencies, attempts: attempts, returnCodes: returnCodes,
                meetsRequirements: try app.bool("applicable") ?? true, isInstalled: try app.bool("installed") ?? false,
                installer: try app.choice("installer", Win32App.Installer.self) ?? .exe,
                context: try app.choice("context", Win32App.InstallContext.self) ?? .system,
                users: try users(app), installsDependencies: try app.bool("installsDependencies") ?? true))
    }

    /// The SIDs of the users that an app names by their upn; nil for every user.
    private func users(_ app: Fields) throws(ScenarioError) -> Set<String>? {
        guard app["users"] != nil else { return nil }
        guard try app.choice("scope", PhaseScope.self) == .user else {
            throw app.error(
                "users", "\(app.path) is for the device and names users", "set scope: user, or take users out")
        }
        var sids: Set<String> = []
        let nodes = try app.list("users")
        guard !nodes.isEmpty else {
            throw app.error(
                "users", "\(app.path).users is empty", "leave it out for every user, or set assigned: false")
        }
        for node in nodes {
            let upn = try Fields.text(node, "\(app.path).users")
            guard let user = script.users.first(where: { $0.upn == upn }) else {
                throw Fields.error(
                    node, "\"\(upn)\" is no user of the scenario", Self.hint(upn, script.users.map(\.upn)))
            }
            sids.insert(user.sid)
        }
        return sids
    }

    /// Dependencies by name or id become ids. One that names no app is an error.
    mutating func resolveDependencies() throws(ScenarioError) {
        for (_, name, node) in dependencyNodes where !script.apps.contains(where: { $0.id == name || $0.name == name })
        {
            throw Fields.error(
                node, "\"\(name)\" is no Win32 app of the scenario",
                Self.hint(name, script.apps.flatMap { [$0.name, $0.id] }))
        }
        for index in script.apps.indices {
            script.apps[index].dependencies = script.apps[index].dependencies.map { name in
                script.apps.first { $0.id == name || $0.name == name }?.id ?? name
            }
        }
        try checkDependencies()
    }

    /// A dependency has to be installable before the app that names it.
    private func checkDependencies() throws(ScenarioError) {
        for (id, name, node) in dependencyNodes {
            guard let app = script.apps.first(where: { $0.id == id }),
                let needed = script.apps.first(where: { $0.id == name || $0.name == name })
            else { continue }
            guard app.scope == .user || needed.scope == .device else {
                throw Fields.error(
                    node, "\"\(app.name)\" is for the device and depends on \"\(needed.name)\", which is for a user",
                    "a user's apps come in account setup, after those of the device")
            }
            if let circle = circle(from: needed.id, to: id) {
                throw Fields.error(
                    node, "the dependencies go in a circle: \(([app.name] + circle).joined(separator: ", "))",
                    "take one of them out")
            }
        }
    }

    /// The names on the way from an app along its dependencies to another one; nil when there is no way.
    private func circle(from start: String, to end: String) -> [String]? {
        var seen: Set<String> = []
        var ways = [[start]]
        while let way = ways.popLast() {
            guard let last = way.last, seen.insert(last).inserted else { continue }
            if last == end { return way.compactMap { id in script.apps.first { $0.id == id }?.name } }
            ways += (script.apps.first { $0.id == last }?.dependencies ?? []).map { way + [$0] }
        }
        return nil
    }

    private enum Reboot: String, CaseIterable {
        case none, soft, hard
    }

    private static func attempt(_ fields: Fields) throws(ScenarioError) -> Win32App.Attempt {
        try refuseInstallation(fields, ["exitCode", "detected", "reboot", "restartsMachine"])
        if fields["exitCode"] != nil, fields["reboot"] != nil {
            throw fields.error(
                "reboot", "\(fields.path) has reboot and exitCode", "write one of them: soft is 3010, hard is 1641")
        }
        var exitCode = try fields.exitCode("exitCode") ?? 0
        switch try fields.choice("reboot", Reboot.self) ?? .none {
        case .none: break
        case .soft: exitCode = 3010
        case .hard: exitCode = 1641
        }
        return Win32App.Attempt(
            seconds: try fields.seconds("duration") ?? 30, exitCode: exitCode,
            isDetected: try fields.bool("detected") ?? true,
            restartsMachine: try fields.bool("restartsMachine") ?? false,
            downloadError: try fields.hresult("downloadFails"))
    }
}
