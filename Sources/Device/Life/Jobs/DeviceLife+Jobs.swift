import CSP
import DMTree
import ESP

extension DeviceLife {
    /// Starts what a session's commands set in motion.
    mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .startJob(let job), .planJob(let job): start(job)
            case .raiseAlert(var alert):
                if alert.correlator == nil { alert.correlator = jobs.correlator(of: alert.source) }
                pendingAlerts.append(alert)
                note(.alertQueued(alert))
                // The client starts a session by itself to deliver an alert (windows-csp.md 5.3).
                sessionSoon(.alert)
            case .unenroll(let providerID): unenroll(providerID)
            case .initiateSession(let serverID):
                // A life has one server; a session with another one is not played.
                if serverID == tree.providerID {
                    sessionSoon(.push)
                } else {
                    note(.effectNotEmulated(uri: "./SyncML/DMAcc/\(DMAccount.name(providerID: serverID))"))
                }
            case .notEmulated(let uri): note(.effectNotEmulated(uri: uri))
            }
        }
    }

    /// A job that begins anew forgets what was due of its last run.
    private mutating func start(_ job: Job) {
        agenda.cancelAll { if case .job(let step) = $0 { step.node == job.uri } else { false } }
        switch job.kind {
        case .msiInstall: startPackage(job)
        case .hostedInstall: startModernApp(job, .hosted)
        case .storeInstall: startModernApp(job, .store)
        case .appUpdateScan: startAppUpdateScan(job)
        case .officeInstall: startOffice(job)
        case .scepEnroll: startEnrolment(job.uri)
        case .pfxImport: startImport(job.uri)
        case .imageDownload: schedule(.imageArrives, of: job.uri, afterSeconds: 2)
        case .restart: startRestart(job)
        case .restartSchedule: planRestart(job)
        case .wipe: startWipe(job)
        case .autopilotReset: startAutopilotReset(job)
        case .healthVerification: startHealthVerification(job)
        case .attestation: startAttestation(job)
        case .declaredDocument: startDocument(job)
        case .linkedEnrolment: startLinkedEnrolment(job)
        case .certificateRecovery: startRecovery(job)
        case .certificateRenewal: startRenewal(job.uri)
        case .updateApproval: approveUpdate(job)
        case .updateRollback: startRollback(job)
        case .diagnosticArchive: startArchive(job)
        }
    }

    /// Does what is due of a job. A node that the server deleted in the meantime ends its job.
    mutating func perform(_ step: JobStep) {
        switch step.stage {
        case .msiDownloadEnds: packageDownloadEnded(step.node)
        case .msiInstallEnds: packageInstallEnded(step.node)
        case .msiRetryDue: packageRetryIsDue(step.node)
        case .modernProgress(let percent): modernAppProgressed(step.node, percent)
        case .modernEnds: modernAppEnded(step.node)
        case .appUpdateScanEnds: appUpdateScanEnded(step.node)
        case .officeDownloadEnds: officeDownloadEnded(step.node)
        case .officeEnds: officeEnded(step.node)
        case .scepAnswered: enrolmentAnswered(step.node)
        case .pfxImported: importEnded(step.node)
        case .imageArrives: imageArrived(step.node)
        case .restartDue: restartIsDue(step.node)
        case .scheduledRestart(let due): scheduledRestart(step.node, due: due)
        case .wipeStarts: wipeStarts(step.node)
        case .autopilotResetPrepared: autopilotResetPrepared(step.node)
        case .autopilotResetRestarts: autopilotResetRestarts(step.node)
        case .autopilotResetEnds: autopilotResetEnded(step.node)
        case .healthVerified: healthVerified(step.node)
        case .attested: attested(step.node)
        case .documentProcessed: documentProcessed(step.node)
        case .linkedEnrolmentEnds: linkedEnrolmentEnded(step.node)
        case .recoveryEnds: recoveryEnded(step.node)
        case .renewalEnds: renewalEnded(step.node)
        case .windowsUpdateScanEnds: windowsUpdateScanEnded(step.node)
        case .updateDownloaded: updateDownloaded(step.node)
        case .updateInstalled: updateInstalled(step.node)
        case .updateRolledBack: updateRolledBack(step.node)
        case .archiveGathered: archiveGathered(step.node)
        }
    }

    /// A user's jobs stand still while the user is signed out.
    mutating func putAwayJobs(of sid: String) {
        let steps = agenda.take { if case .job(let step) = $0 { step.node.scope == .user } else { false } }
        jobs.putAway(
            sid,
            steps.compactMap { entry in
                if case .job(let step) = entry.item { JobState.Due(step: step, time: entry.time) } else { nil }
            })
        let wasBusy = agent.isInstallerBusy
        agent.isInstallerBusy = jobs.holdsInstaller
        if wasBusy { installerMayBeFree() }
    }

    /// What fell due while its user was away is due when the user is back.
    mutating func bringBackJobs(of sid: String) {
        for due in jobs.bringBack(sid) { agenda.add(.job(due.step), at: max(now, due.time)) }
        agent.isInstallerBusy = jobs.holdsInstaller
    }

    mutating func schedule(_ stage: JobStep.Stage, of node: TreeURI, afterSeconds seconds: Int64) {
        agenda.add(.job(JobStep(node: node, stage: stage)), at: now.adding(seconds: seconds))
    }

    /// How a job stands, in a word or with the value of its status node.
    mutating func noteJob(_ job: Job, _ status: String) {
        note(.job(job.kind, uri: job.uri.canonical, status: status))
    }

    /// Lets server and page see that a tracked node has changed.
    mutating func trackedNodeChanged() {
        trackedItemChanged()
        settle(page: page.treeChanged(now: now, tree: tree))
    }

    /// Try again asks Windows to install once more what failed in the phase.
    mutating func retryInstallations(in scope: PhaseScope) {
        let failed = installations.filter {
            $0.scope == scope && $0.state == .error && !isOfAnotherUser($0)
        }.map(\.uri)
        let jobs = self.jobs.begun.map(\.job).filter { failed.contains($0.uri) && tree.isStored($0.uri) }
        for job in jobs { restart(job) }
        // The page sees that they are under way before one of them can fail again.
        settle(page: page.treeChanged(now: now, tree: tree))
        for job in jobs { start(job) }
    }

    /// Puts the nodes of an app back to the beginning.
    private mutating func restart(_ job: Job) {
        switch job.kind {
        case .msiInstall:
            guard let document = MsiInstallJob(job.data) else { return }
            MSIInstall(product: job.uri).start(document, in: &tree)
        case .hostedInstall, .storeInstall: ModernAppInstall(installation: job.uri).start(in: &tree)
        case .officeInstall: OfficeInstall(installation: job.uri).start(in: &tree)
        case .scepEnroll, .pfxImport, .imageDownload, .restart, .restartSchedule, .wipe, .autopilotReset,
            .healthVerification, .attestation, .declaredDocument, .linkedEnrolment, .certificateRecovery,
            .appUpdateScan, .certificateRenewal, .updateApproval, .updateRollback, .diagnosticArchive:
            break
        }
    }

    /// Keeps how an installation stands.
    mutating func record(_ installation: Installation) {
        var installation = installation
        if installation.scope == .user { installation.user = user?.sid }
        if let index = installations.firstIndex(where: {
            // One that waits for its user belongs to nobody until somebody signs in.
            $0.uri == installation.uri && ($0.user == installation.user || $0.user == nil)
        }) {
            installations[index] = installation
        } else {
            installations.append(installation)
        }
    }

    /// A Personalization picture has arrived: its status node says so.
    private mutating func imageArrived(_ node: TreeURI) {
        let name = node.keys.last == "desktopimageurl" ? "DesktopImageStatus" : "LockScreenImageStatus"
        let status = node.prefix(node.keys.count - 1).child(name)
        tree.setLocally(status, value: "1")
        note(.nodeWritten(uri: status.canonical, value: "1", writer: .client))
    }
}
