import CSP
import DMTree
import ESP
import Notation

/// MSI packages (windows-csp.md 4.1), one at a time. One that waits, for a retry or for its user, lets others pass.
extension DeviceLife {
    mutating func startPackage(_ job: Job) {
        guard let document = MsiInstallJob(job.data) else { return }
        if let url = MsiInstallJob.source(in: job.data) {
            note(.packageSource(uri: job.uri.canonical, url: url))
        }
        jobs.remember(job)
        leavePackage(job.uri)
        jobs.packages.append(JobState.Package(product: job.uri, job: document, course: MSICourse(document)))
        notePackage(job.uri, .initialized)
    }

    /// Gives packages what they wait for, as far as it has come: their turn, their user, Windows Installer.
    mutating func continuePackages() {
        guard !isRestarting else { return }
        while let (product, event) = nextPackageEvent { advance(product, event) }
    }

    /// Windows Installer's mutex is one for OMA-DM and the agent (ESP-314). The reference says what becomes of an agent
    /// that finds it taken, not of OMA-DM: our choice is that a package waits until the agent is done.
    private var nextPackageEvent: (TreeURI, MSICourse.Event)? {
        if let active = jobs.activePackage {
            let isWaiting = jobs.packages.contains { $0.product == active && $0.course.wait == .installer }
            return isWaiting && !agent.isRunningInstaller ? (active, .installerFree) : nil
        }
        for package in jobs.packages
        where !(package.course.needsInstaller && agent.isRunningInstaller) {
            switch package.course.wait {
            case .turn: return (package.product, .begin)
            case .retry: if package.isRetryDue { return (package.product, .retryDue) }
            case .user: if isUserSignedIn { return (package.product, .userSignedIn) }
            case .installer, nil: break
            }
        }
        return nil
    }

    private mutating func advance(_ product: TreeURI, _ event: MSICourse.Event) {
        guard let index = jobs.packages.firstIndex(where: { $0.product == product }) else { return }
        guard tree.isStored(product) else {
            leavePackage(product)
            return
        }
        switch event {
        case .begin, .retryDue:
            jobs.packages[index].isRetryDue = false
            jobs.beginRun(of: product)
        case .downloaded, .downloadFailed, .userSignedIn, .installerFree, .installed,
            .installedWantingRestart, .installFailed:
            break
        }
        jobs.activePackage = product
        let actions = jobs.packages[index].course.handle(event)
        let course = jobs.packages[index].course
        if course.hasEnded { jobs.packages.remove(at: index) }
        if course.hasEnded || ![nil, .installer].contains(course.wait) { jobs.activePackage = nil }
        let wasBusy = agent.isInstallerBusy
        agent.isInstallerBusy = jobs.holdsInstaller
        for action in actions { carryOut(action, of: product) }
        trackedNodeChanged()
        if wasBusy { installerMayBeFree() }
    }

    /// An app of the agent that waits for Windows Installer begins before the next package does (ESP-314 off).
    mutating func installerMayBeFree() {
        guard !agent.isInstallerBusy else { return }
        settle(agent: agent.installerFreed(now: now))
    }

    /// Forgets a package that was deleted, or is begun anew.
    private mutating func leavePackage(_ product: TreeURI) {
        jobs.packages.removeAll { $0.product == product }
        if jobs.activePackage == product { jobs.activePackage = nil }
        let wasBusy = agent.isInstallerBusy
        agent.isInstallerBusy = jobs.holdsInstaller
        if wasBusy { installerMayBeFree() }
    }

    private mutating func carryOut(_ action: MSICourse.Action, of product: TreeURI) {
        let effects = MSIInstall(product: product).carryOut(
            action, name: package(product).name, date: tree.localTime, in: &tree)
        switch action {
        case .set(let status):
            notePackage(product, status)
            scheduleEnd(of: status, product)
        case .report: break
        case .wait(let minutes): schedule(.msiRetryDue, of: product, afterSeconds: Int64(minutes) * 60)
        case .finish(let status, _):
            notePackage(product, status)
            if status == .enforcementCompleted, let upgradeCode = package(product).upgradeCode {
                MSIInstall(product: product).register(upgradeCode: upgradeCode, in: &tree)
            }
            carryOut(effects)
            if status == .enforcementCompleted, product.keys.last == script.agentProductCode?.lowercased() {
                startAgent()
            }
        }
    }

    private mutating func scheduleEnd(of status: MSIInstall.Status, _ product: TreeURI) {
        switch status {
        case .downloadInProgress:
            schedule(.msiDownloadEnds, of: product, afterSeconds: attempt(product).downloadSeconds)
        case .enforcementInProgress:
            let seconds = attempt(product).installSeconds
            schedule(.msiInstallEnds, of: product, afterSeconds: min(seconds, installLimit(product) ?? seconds))
        case .initialized, .pendingDownloadRetry, .downloadFailed, .downloadCompleted, .pendingUserSession,
            .pendingEnforcementRetry, .enforcementFailed, .enforcementCompleted:
            break
        }
    }

    mutating func packageDownloadEnded(_ product: TreeURI) {
        if let error = attempt(product).downloadError {
            advance(product, .downloadFailed(error))
        } else {
            advance(
                product,
                .downloaded(
                    isUserMissing: product.scope == .user && !isUserSignedIn,
                    isInstallerBusy: agent.isRunningInstaller))
        }
    }

    /// Exit codes of msiexec that are no failures.
    private static var wantsRestart: Int32 { 3010 }
    private static var beginsRestart: Int32 { 1641 }

    /// An installer that runs beyond TimeOut counts as failed, and nobody watches it any more.
    mutating func packageInstallEnded(_ product: TreeURI) {
        let attempt = attempt(product)
        if let limit = installLimit(product), attempt.installSeconds > limit {
            advance(product, .installFailed(HRESULT.timeout))
        } else {
            let code = HRESULT(win32: attempt.exitCode)
            switch attempt.exitCode {
            case 0: advance(product, .installed)
            case Self.wantsRestart: advance(product, .installedWantingRestart(code))
            case Self.beginsRestart:
                advance(product, .installedWantingRestart(code))
                schedule(.restartDue, of: product, afterSeconds: 0)
            default: advance(product, .installFailed(code))
            }
        }
    }

    mutating func packageRetryIsDue(_ product: TreeURI) {
        guard let index = jobs.packages.firstIndex(where: { $0.product == product }) else { return }
        jobs.packages[index].isRetryDue = true
    }

    /// Seconds that the job gives the installer; nil: no limit.
    private func installLimit(_ product: TreeURI) -> Int64? {
        guard let minutes = jobs.packages.first(where: { $0.product == product })?.job.timeout, minutes > 0 else {
            return nil
        }
        return Int64(minutes) * 60
    }

    private func package(_ product: TreeURI) -> LifeScript.Package {
        script.packages[product.keys.last ?? ""] ?? LifeScript.Package(name: product.segments.last ?? "")
    }

    private func attempt(_ product: TreeURI) -> LifeScript.Package.Attempt {
        package(product).attempts.repeatingLast(jobs.run(of: product)) ?? LifeScript.Package.Attempt()
    }

    /// The event of a Status, and the records of the management log that go with it (esp-behaviour.md 3.4).
    private mutating func notePackage(_ product: TreeURI, _ status: MSIInstall.Status) {
        note(.package(uri: product.canonical, name: package(product).name, status: status.rawValue))
        let code = product.segments.last ?? ""
        switch status {
        case .downloadInProgress: note(.managementLogged(.msiDownloadStarted(code)))
        case .pendingDownloadRetry, .downloadFailed, .downloadCompleted:
            note(.managementLogged(.msiDownloadEnded(code)))
        case .enforcementInProgress: note(.managementLogged(.msiInstallStarted(code)))
        case .pendingEnforcementRetry, .enforcementFailed, .enforcementCompleted:
            note(.managementLogged(.msiInstallEnded(code)))
        case .initialized, .pendingUserSession: break
        }
    }
}
