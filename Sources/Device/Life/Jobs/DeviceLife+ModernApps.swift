import CSP
import DMTree
import ESP
import Notation

/// Store and UWP apps (windows-csp.md 4.2). They install beside each other and beside everything else.
extension DeviceLife {
    mutating func startModernApp(_ job: Job, _ method: ModernAppInstall.Method) {
        jobs.remember(job)
        jobs.beginRun(of: job.uri)
        noteModernApp(job.uri, method, .installing)
        let attempt = attempt(job.uri, method)
        if ModernAppInstall.reportsProgress(job) {
            for percent in [25, 50, 75] {
                schedule(
                    .modernProgress(percent: percent), of: job.uri,
                    afterSeconds: attempt.seconds * Int64(percent) / 100)
            }
        }
        schedule(.modernEnds, of: job.uri, afterSeconds: attempt.seconds)
        trackedItemChanged()
    }

    mutating func modernAppProgressed(_ node: TreeURI, _ percent: Int) {
        let install = ModernAppInstall(installation: node)
        guard install.status(in: tree) == .installing else { return }
        install.report(percent: percent, in: &tree)
    }

    mutating func modernAppEnded(_ node: TreeURI) {
        let install = ModernAppInstall(installation: node)
        guard install.status(in: tree) == .installing else { return }
        let method: ModernAppInstall.Method = jobs.kind(of: node) == .storeInstall ? .store : .hosted
        let app = modernApp(node)
        let effects: [Effect]
        if let error = attempt(node, method).error {
            effects = install.fail(error, method, in: &tree)
            noteModernApp(node, method, .failed)
        } else {
            effects = install.succeed(
                app.package, method, source: app.source ?? (method == .store ? .store : .nonStore),
                publisher: "CN=\(app.package.publisherID)", user: (user ?? .standard).sid, date: tree.localTime,
                in: &tree)
            noteModernApp(node, method, .installed)
        }
        carryOut(effects)
        trackedNodeChanged()
    }

    /// A scan for updates of Store apps. It finds none; what it says is how it ended.
    mutating func startAppUpdateScan(_ job: Job) {
        noteJob(job, "started")
        schedule(.appUpdateScanEnds, of: job.uri, afterSeconds: script.jobs.updateScan.seconds)
    }

    mutating func appUpdateScanEnded(_ node: TreeURI) {
        let error = script.jobs.updateScan.error
        ModernAppInstall.endScan(node, error: error ?? HRESULT(0), in: &tree)
        note(.job(.appUpdateScan, uri: node.canonical, status: error.map { "failed \($0)" } ?? "0"))
    }

    private func modernApp(_ node: TreeURI) -> LifeScript.ModernApp {
        let family = node.segments.last ?? ""
        return script.modernApps[family.lowercased()]
            ?? LifeScript.ModernApp(name: family, package: ModernPackage(familyName: family))
    }

    private func attempt(_ node: TreeURI, _ method: ModernAppInstall.Method) -> LifeScript.ModernApp.Attempt {
        modernApp(node).attempts.repeatingLast(jobs.run(of: node)) ?? LifeScript.ModernApp.Attempt()
    }

    private mutating func noteModernApp(
        _ node: TreeURI, _ method: ModernAppInstall.Method, _ status: ModernAppInstall.Status
    ) {
        note(
            .installation(
                uri: node.canonical, name: modernApp(node).name, method == .store ? .store : .uwp,
                status: status.rawValue))
    }
}
