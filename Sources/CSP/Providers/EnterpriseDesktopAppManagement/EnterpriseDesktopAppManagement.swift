import DMTree

/// EnterpriseDesktopAppManagement CSP: MSI packages (windows-csp.md 4.1). `Add` on DownloadInstall makes the product's
/// node, `Exec` with a MsiInstallJob starts the work, Status tells how far it is, and an alert reports the end. A
/// Delete of the product uninstalls it.
struct EnterpriseDesktopAppManagement: Provider {
    let name = "EnterpriseDesktopAppManagement"

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        if case .delete = change.kind, change.node.key(0) == "msi", change.node.keys.count == 2 {
            MSIInstall(product: change.node.uri).unregister(in: &tree)
            Win32Programs.remove(change.node.uri.segments.last ?? "", in: &tree)
        }
        guard change.node.key(0) == "msi", change.node.key(2) == "downloadinstall" else { return [] }
        let install = MSIInstall(product: Self.product(of: change.node))
        switch change.kind {
        case .add, .replace:
            // A Replace of the missing node is carried out as an Add.
            if install.status(in: tree) == nil { install.set(.initialized, in: &tree) }
        case .delete: break
        }
        return []
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "msi", node.key(2) == "downloadinstall" else { return nil }
        let product = Self.product(of: node)
        guard tree.isStored(node.uri) else {
            return .refused(
                404, .nodeNotFound,
                Advice(
                    rule: "msi.not-added", severity: .error,
                    message: "DownloadInstall was not added, so the Exec has no target",
                    hint: "Add \(node.uri.canonical) first", reference: "windows-csp.md 4.1"))
        }
        let job: MsiInstallJob
        do throws(DocumentFault) { job = try MsiInstallJob(parsing: data ?? "") } catch {
            return .refused(
                error, rule: "msi.job",
                hint: "send <MsiInstallJob id=\"{…}\"><Product Version=\"1.0\"><Download>…</Download></Product>"
                    + "</MsiInstallJob>", reference: "windows-csp.md 4.1")
        }
        let install = MSIInstall(product: product)
        if let status = install.status(in: tree), status != .initialized, !status.isTerminal {
            return Execution(status: 202, advice: [Self.isRunning(status)])
        }
        install.start(job, in: &tree)
        return Execution(status: 202, effects: [.startJob(Job(kind: .msiInstall, uri: product, data: data ?? ""))])
    }

    /// An install that runs is not started a second time (our choice: servers resend, and Windows has one installer).
    private static func isRunning(_ status: MSIInstall.Status) -> Advice {
        Advice(
            rule: "msi.running", severity: .warning,
            message: "the package is being installed already (Status \(status.rawValue)); the Exec starts nothing",
            hint: "wait for Status 30, 60 or 70", reference: "windows-csp.md 4.1")
    }

    private static func product(of node: NodeReference) -> TreeURI {
        node.uri.prefix(node.uri.structuralCount + 3)
    }
}
