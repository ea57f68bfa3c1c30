import DMTree

/// EnterpriseDesktopAppManagement CSP: MSI packages (windows-csp.md 4.1). `Add` on DownloadInstall makes the product's node, `Exec` with
/// a MsiInstallJob starts the work, Status tells how far it is, and an alert reports the end.
struct EnterpriseDesktopAppManagement: Provider {
    let name = "EnterpriseDesktopAppManagement"

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard case .add = change.kind, change.node.key(0) == "msi", change.node.key(2) == "downloadinstall" else {
            return []
        }
        MSIInstall(product: Self.product(of: change.node)).set(.initialized, in: &tree)
        return []
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "msi", node.key(2) == "downloadinstall" else { return nil }
        let product = Self.product(of: node)
        guard tree.isStored(node.uri) else {
            return refuse(
                404, .nodeNotFound, "msi.not-added", "DownloadInstall was not added, so the Exec has no target",
                "Add \(node.uri.canonical) first")
        }
        let job: MsiInstallJob
        do throws(MsiInstallJob.Fault) {
            job = try MsiInstallJob(parsing: data ?? "")
        } catch {
            return refuse(
                error.isMalformed ? 415 : 500, error.isMalformed ? .xmlParseError : .invalidArgument, "msi.job",
                error.message, "send <MsiInstallJob id=\"{…}\"><Product Version=\"1.0\"><Download>…</Download></Product></MsiInstallJob>")
        }
        MSIInstall(product: product).start(job, in: &tree)
        return Execution(status: 202, effects: [.startJob(Job(kind: .msiInstall, uri: product, data: data ?? ""))])
    }

    private static func product(of node: NodeReference) -> TreeURI {
        node.uri.prefix(node.uri.structuralCount + 3)
    }

    private func refuse(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Execution {
        Execution(
            status: status, error: error,
            advice: [
                Advice(
                    rule: rule, severity: .error, message: message, hint: hint, reference: "windows-csp.md 4.1")
            ])
    }
}
