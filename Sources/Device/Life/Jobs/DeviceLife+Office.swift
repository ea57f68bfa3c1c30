import CSP
import DMTree
import ESP
import Notation

/// Microsoft 365 Apps through the Office CSP (windows-csp.md 4.4): the deployment tool is fetched, then it installs.
extension DeviceLife {
    mutating func startOffice(_ job: Job) {
        jobs.remember(job)
        jobs.beginRun(of: job.uri)
        noteOffice(job.uri, .inProgress)
        // 17003 is what the list of codes has for a second installation beside the first.
        guard jobs.activeOffice == nil || jobs.activeOffice == job.uri else {
            finishOffice(job.uri, .busy)
            return
        }
        jobs.activeOffice = job.uri
        schedule(.officeDownloadEnds, of: job.uri, afterSeconds: attempt(job.uri).downloadSeconds)
        trackedItemChanged()
    }

    /// The installation starts. ESP-313: beside an app of the agent that the page waits for it never comes to its end,
    /// when the page waits for Office, too.
    mutating func officeDownloadEnded(_ node: TreeURI) {
        guard isInProgress(node) else { return }
        let hangs = script.page.quirks.isOn(.esp313) && agent.isInstallingTrackedApp && isExpected(node)
        guard !hangs else { return }
        schedule(.officeEnds, of: node, afterSeconds: attempt(node).installSeconds)
    }

    mutating func officeEnded(_ node: TreeURI) {
        guard isInProgress(node) else { return }
        jobs.activeOffice = nil
        let configuration = OfficeConfiguration(jobs.data(of: node))
        let status =
            configuration?.isRemoval == true && !isOfficeInstalled
            ? .nothingToRemove : OfficeInstall.Status(rawValue: attempt(node).exitCode)
        finishOffice(node, status)
    }

    /// Whether the node is still there and at work; the server may have deleted it.
    private mutating func isInProgress(_ node: TreeURI) -> Bool {
        if OfficeInstall(installation: node).status(in: tree) == .inProgress { return true }
        if jobs.activeOffice == node { jobs.activeOffice = nil }
        return false
    }

    private mutating func finishOffice(_ node: TreeURI, _ status: OfficeInstall.Status) {
        OfficeInstall(installation: node).finish(status, in: &tree)
        noteOffice(node, status)
        trackedNodeChanged()
    }

    private var isOfficeInstalled: Bool {
        let installations = "./Device/Vendor/MSFT/Office/Installation"
        return (tree.children(installations) ?? []).contains {
            tree.value("\(installations)/\(PercentCoding.encode($0))/FinalStatus") == "70"
        }
    }

    /// Whether a list of the page names the installation.
    private func isExpected(_ node: TreeURI) -> Bool {
        let list = ExpectedList.msiAppPackages
        let uri = NodeURI.firstSyncStatus(list.rawValue, in: .device, providerID: tree.providerID)
        return list.entries(in: tree.value(uri) ?? "").contains { entry in
            (try? TreeURI(entry.uri))?.keys.starts(with: node.keys) ?? false
        }
    }

    private func office(_ node: TreeURI) -> LifeScript.Office {
        let id = node.segments.last ?? ""
        return script.offices[id.lowercased()] ?? LifeScript.Office(name: id)
    }

    private func attempt(_ node: TreeURI) -> LifeScript.Office.Attempt {
        office(node).attempts.repeatingLast(jobs.run(of: node)) ?? LifeScript.Office.Attempt()
    }

    private mutating func noteOffice(_ node: TreeURI, _ status: OfficeInstall.Status) {
        note(
            .installation(
                uri: node.canonical, name: office(node).name, .office, status: Int(status.rawValue)))
    }
}
