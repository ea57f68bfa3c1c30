import CSP
import DMTree
import ESP
import Notation

/// Updates that a server approves (windows-csp.md 4.15). A life has one scan, and no update but the script's.
extension DeviceLife {
    private static var inventory: UpdateInventory { UpdateInventory() }

    /// Windows Update looks for updates, in a life that has some.
    mutating func planUpdateScan() {
        guard !script.jobs.updates.items.isEmpty, let root = try? TreeURI(UpdateInventory.root) else { return }
        schedule(.windowsUpdateScanEnds, of: root, afterSeconds: script.jobs.updates.scanSeconds)
    }

    mutating func windowsUpdateScanEnded(_ root: TreeURI) {
        let offers = script.jobs.updates.items.map(\.offer)
        Self.inventory.scanned(offers, in: &tree)
        note(.job(.updateApproval, uri: root.canonical, status: "scanned \(offers.count)"))
        for name in Self.inventory.approved(in: tree) {
            beginUpdate(root.child("ApprovedUpdates").child(name))
        }
    }

    /// An update was approved, or its approval taken back, which ends what was under way.
    mutating func approveUpdate(_ job: Job) {
        guard tree.isStored(job.uri) else {
            noteJob(job, "withdrawn")
            return
        }
        noteJob(job, "approved")
        beginUpdate(job.uri)
    }

    /// Begins an approved update that a scan has found; one that no scan has found waits.
    private mutating func beginUpdate(_ node: TreeURI) {
        guard let update = update(node), Self.inventory.isInstallable(update.offer.id, in: tree) else { return }
        Self.inventory.begin(update.offer.id, in: &tree)
        noteUpdate(node, "downloading")
        schedule(.updateDownloaded, of: node, afterSeconds: update.downloadSeconds)
    }

    mutating func updateDownloaded(_ node: TreeURI) {
        guard let update = update(node), tree.isStored(node) else { return }
        if let error = update.downloadError {
            failUpdate(node, update, error)
        } else {
            noteUpdate(node, "installing")
            schedule(.updateInstalled, of: node, afterSeconds: update.installSeconds)
        }
    }

    mutating func updateInstalled(_ node: TreeURI) {
        guard let update = update(node), tree.isStored(node) else { return }
        if let error = update.installError {
            failUpdate(node, update, error)
        } else if update.restarts {
            Self.inventory.waitForRestart(update.offer, in: &tree)
            noteUpdate(node, "pendingReboot")
        } else {
            Self.inventory.finish(update.offer, in: &tree)
            noteUpdate(node, "installed")
        }
    }

    private mutating func failUpdate(_ node: TreeURI, _ update: LifeScript.Update, _ error: HRESULT) {
        Self.inventory.fail(update.offer, error, status: update.failureStatus, in: &tree)
        noteUpdate(node, "failed \(error)")
    }

    /// The restart that installed updates wait for, whoever asked for it.
    mutating func finishPendingUpdates() {
        for update in script.jobs.updates.items where Self.inventory.isWaitingForRestart(update.offer.id, in: tree) {
            Self.inventory.finish(update.offer, in: &tree)
            note(
                .job(
                    .updateApproval,
                    uri: "\(UpdateInventory.root)/ApprovedUpdates/\(PercentCoding.encode(update.offer.id))",
                    status: "installed"))
        }
    }

    mutating func startRollback(_ job: Job) {
        noteJob(job, "started")
        schedule(.updateRolledBack, of: job.uri, afterSeconds: script.jobs.updates.rollbackSeconds)
    }

    /// The latest of the script's updates that is installed goes back.
    mutating func updateRolledBack(_ node: TreeURI) {
        let rollback = UpdateRollback(node: node)
        let latest = script.jobs.updates.items.last {
            $0.isFeatureUpdate == rollback.isFeatureUpdate && Self.inventory.isInstalled($0.offer.id, in: tree)
        }
        let error: HRESULT
        if let failure = script.jobs.updates.rollbackError {
            error = failure
        } else if let latest, rollback.isPaused(in: tree) {
            Self.inventory.takeBack(latest.offer, in: &tree)
            error = HRESULT(0)
        } else {
            error = UpdateRollback.conditionsNotMet
        }
        rollback.finish(error, in: &tree)
        note(.job(.updateRollback, uri: node.canonical, status: error.uppercase))
    }

    private func update(_ node: TreeURI) -> LifeScript.Update? {
        script.jobs.updates.items.first { UpdateInventory.isSame($0.offer.id, node.segments.last ?? "") }
    }

    private mutating func noteUpdate(_ node: TreeURI, _ status: String) {
        note(.job(.updateApproval, uri: node.canonical, status: status))
    }
}
