import CSP
import DMTree
import Device
import ESP
import Notation

/// Why the apps of a phase did not all get there, as they were when the error came.
extension Diagnosis {
    /// Apps of a scope that the page waits for, in some states.
    private func apps(_ scope: PhaseScope, _ states: Set<TrackedAppState>) -> [Win32App] {
        script.apps.filter { app in
            app.scope == scope && app.isTracked && life.appState(app.id, atError: true).map(states.contains) ?? false
        }
    }

    private func packages(_ scope: PhaseScope, _ states: Set<TrackedAppState>) -> [Installation] {
        life.installations.filter { installation in
            installation.scope == scope && !life.isOfAnotherUser(installation)
                && life.appState(installation.id, atError: true).map(states.contains) ?? false
        }
    }

    // MARK: Failed

    func failedApps(_ scope: PhaseScope) -> Reason? {
        let (failed, packages) = (apps(scope, [.error]), packages(scope, [.error]))
        let names = failed.map(\.name) + packages.map(\.name)
        guard let name = names.first else { return failedByAnotherAgent(scope) }
        let what = "\(names.joined(separator: ", ")) failed to install"
        if let app = failed.first(where: { !isHeldBack($0, by: failed) }) ?? failed.first {
            var reason = failure(of: app)
            reason.text = "\(what): \(reason.text)" + dependents(of: app)
            return reason
        }
        guard let package = packages.first else { return Reason(text: "\(what) (\(name))") }
        return Reason(
            text: "\(what): \(installationFailure(package))", hint: hint(for: package),
            target: package.uri.canonical, reference: "ESP-516, \(package.kind.reference)")
    }

    private func isHeldBack(_ app: Win32App, by failed: [Win32App]) -> Bool {
        failed.contains { app.dependencies.contains($0.id) }
    }

    /// Apps that would have come behind one that failed.
    private func dependents(of app: Win32App) -> String {
        let names = script.apps.filter { $0.dependencies.contains(app.id) }.map(\.name)
        return names.isEmpty ? "" : "; \(names.joined(separator: ", ")) depends on it"
    }

    private func failure(of app: Win32App) -> Reason {
        let (code, exitCode) = (life.appErrors[app.id], life.exitCodes[app.id])
        switch (code, exitCode) {
        case (.notDetected?, _):
            return Reason(
                text: "the installer ended well, but detection does not find the app",
                hint: "mend the detection rule of \(app.name)", reference: "ESP-517")
        case (.installerBusy?, _) where life.installations.contains { $0.kind == .msi }:
            return Reason(
                text: "Windows Installer was busy with a package of the server",
                hint: "do not mix MSI packages and Win32 apps during the page, or deploy the package as a Win32 app",
                reference: "ESP-314")
        case (_, let exitCode?) where code == nil || HRESULT(win32: exitCode) == code:
            return Reason(
                text: "the installer of \(app.name) ended with \(exitCode)"
                    + (code == .installerBusy ? ": another installation was running" : ""),
                hint:
                    "the log of the installer says why; a code that is no failure belongs to the return codes of the app",
                reference: "ESP-517")
        case (let code?, _):
            return Reason(
                text: "the content of \(app.name) could not be downloaded (\(code))",
                hint: "the device has to reach the place that the agent downloads from", reference: "ESP-517")
        case (nil, _):
            return Reason(text: "no code says why", hint: "the log of the agent says more", reference: "ESP-516")
        }
    }

    /// What ended badly of something that OMA-DM installs, in the words of its nodes.
    func installationFailure(_ package: Installation) -> String {
        let error = tree.value("\(package.uri.canonical)/LastError").flatMap { HRESULT(text: $0) }
        let status = "Status \(package.status)"
        switch package.kind {
        case .msi:
            let step =
                MSIInstall.Status(rawValue: package.status) == .downloadFailed
                ? "the download of \(package.name) failed" : "the installation of \(package.name) failed"
            return "\(step) (\(status)" + (error.map { ", LastError \($0)" } ?? "") + ")"
        case .uwp, .store:
            return "\(package.name) could not be installed (\(status)" + (error.map { ", LastError \($0)" } ?? "") + ")"
        case .office:
            let meaning = OfficeInstall.Status(rawValue: Int32(truncatingIfNeeded: package.status)).meaning
            return "Office ended with \(status)" + (meaning.map { " (\($0))" } ?? "")
        }
    }

    private func hint(for package: Installation) -> String {
        switch package.kind {
        case .msi:
            MSIInstall.Status(rawValue: package.status) == .downloadFailed
                ? "the device has to reach the addresses of the job" : "the log of msiexec says why"
        case .uwp, .store: "the package has to fit the device, with its dependencies"
        case .office: "deploy Office as a Win32 app, whose failures say more"
        }
    }

    /// An app that another agent tracks, such as a task sequence of Configuration Manager, or that a server wrote.
    private func failedByAnotherAgent(_ scope: PhaseScope) -> Reason? {
        for provider in tree.children(NodeURI.trackedApps(scope)) ?? [] {
            let uri = "\(NodeURI.trackedApps(scope))/\(PercentCoding.encode(provider))"
            for app in tree.children(uri) ?? [] {
                let state = NodeURI.trackedApp(app, of: provider, "InstallationState", in: scope)
                guard tree.value(state) == "4" else { continue }
                return Reason(
                    text: "\(app), which \(provider) tracks, failed (InstallationState 4)",
                    hint: "the log of \(provider) says why",
                    place: life.serverWrites.last { $0.place.isFor(state) }?.place,
                    target: state, reference: "ESP-413, ESP-516")
            }
        }
        return nil
    }

    // MARK: Unfinished

    func unfinishedApps(_ line: Subcategory, _ scope: PhaseScope) -> Reason {
        let running = apps(scope, [.inProgress]).map(\.name) + packages(scope, [.inProgress]).map(\.name)
        let waiting = apps(scope, [.notInstalled]).map(\.name) + packages(scope, [.notInstalled]).map(\.name)
        if let reason = stuckOffice(scope) { return reason }
        let isFailed = life.page.board[line.category].lines.first { $0.kind == .apps }?.state == .failed
        let names = (running + waiting).joined(separator: ", ")
        var parts: [String] = []
        if !running.isEmpty { parts.append("\(running.joined(separator: ", ")) was still being installed") }
        if !waiting.isEmpty { parts.append("\(waiting.joined(separator: ", ")) had not begun") }
        guard !parts.isEmpty else { return Reason(text: "an app did not reach its final state in time") }
        return Reason(
            text: "\(names) did not reach the final state" + (isFailed ? " in time: " : " yet: ")
                + parts.joined(separator: ", "),
            hint: isFailed
                ? "raise TimeOutUntilSyncFailure, or do not let the page wait for apps that take so long" : "",
            reference: "ESP-002, ESP-514")
    }

    /// ESP-313: Office that began while the agent installed an app never ends, not even after the page.
    private func stuckOffice(_ scope: PhaseScope) -> Reason? {
        guard script.page.quirks.isOn(.esp313), life.outcome == .failed,
            let office = life.installations.first(where: {
                $0.kind == .office && $0.scope == scope && $0.state == .inProgress
            })
        else { return nil }
        return Reason(
            text:
                "\(office.name) did not reach the final state in time: Office began to install while the agent installed an app, "
                + "and never ends",
            hint: "deploy Office as a Win32 app", target: office.uri.canonical, reference: "ESP-313")
    }

    /// A restart that an app had asked for and that did not come (T6).
    func restartReason(_ line: Subcategory, _ scope: PhaseScope) -> Reason? {
        guard script.restartSeconds == nil else { return nil }
        for provider in tree.children(NodeURI.trackedApps(scope)) ?? [] {
            for app in tree.children("\(NodeURI.trackedApps(scope))/\(PercentCoding.encode(provider))") ?? [] {
                let uri = NodeURI.trackedApp(app, of: provider, "RebootRequired", in: scope)
                guard ["2", "3"].contains(tree.value(uri) ?? "") else { continue }
                let name = script.apps.first { app.contains($0.id) }?.name ?? app
                return Reason(
                    text: "the restart that \(name) asked for did not come within 60 seconds",
                    hint: "the machine has to be able to restart", target: uri,
                    reference: "esp-behaviour.md 4.4 T6, ESP-536")
            }
        }
        return nil
    }

    // MARK: Providers

    func holdingProvider(_ scope: PhaseScope) -> Reason? {
        let providers = tree.children(NodeURI.appProviders(scope)) ?? []
        let waiting = providers.filter { tree.value(NodeURI.trackingPoliciesCreated($0, in: scope)) != "true" }
        if let first = waiting.first {
            let uri = "\(NodeURI.appProviders(scope))/\(PercentCoding.encode(first))"
            let registered = life.serverWrites.first { $0.place.isWithin(uri) }?.place
            return Reason(
                text: "provider \(waiting.joined(separator: ", ")) never set TrackingPoliciesCreated"
                    + (registered.map { "; the server registered it at \($0.time) (\($0.words))" } ?? ""),
                hint: "only the agent on the device can: is it installed and running?", place: registered,
                target: NodeURI.trackingPoliciesCreated(first, in: scope), reference: "ESP-412, ESP-324")
        }
        guard script.page.quirks.isOn(.esp324), scope == .device, !providers.isEmpty else { return nil }
        let missing = (tree.children(NodeURI.preparationProviders) ?? []).filter { name in
            !providers.contains { $0.lowercased() == name.lowercased() }
                && tree.value(NodeURI.preparationProvider(name, "TrackedResourceTypes/Apps"))?.lowercased() == "true"
        }
        guard let first = missing.first else { return nil }
        let uri = "\(NodeURI.appProviders(.device))/\(PercentCoding.encode(first))"
        let removed = life.serverWrites.last { $0.place.command == "Delete" && $0.place.isFor(uri) }?.place
        return Reason(
            text:
                "only \(providers.joined(separator: ", ")) is registered for apps, and \(missing.joined(separator: ", ")) is not"
                + (removed.map { "; the server deleted it at \($0.time) (\($0.words))" } ?? ""),
            hint: "Add \(uri)", place: removed, target: uri, reference: "ESP-324")
    }
}

extension Installation.Kind {
    /// Where the reference describes its states.
    fileprivate var reference: String {
        switch self {
        case .msi: "windows-csp.md 4.1"
        case .uwp, .store: "windows-csp.md 4.2"
        case .office: "windows-csp.md 4.4"
        }
    }
}
