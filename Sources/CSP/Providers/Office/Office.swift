import DMTree

/// Office CSP: Microsoft 365 Apps (windows-csp.md 4.4). `Add` makes the installation's node, `Exec` of Install with a
/// configuration of the Office Deployment Tool starts the work, Status and FinalStatus tell how it goes. No alert is
/// sent.
struct Office: Provider {
    let name = "Office"

    private static let reference = "windows-csp.md 4.4"

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "installation", node.key(2) == "install" else { return nil }
        do throws(DocumentFault) { _ = try OfficeConfiguration(parsing: data ?? "") } catch {
            return .refused(
                error, rule: "office.configuration", hint: "send <Configuration><Add>…</Add></Configuration>, escaped",
                reference: Self.reference)
        }
        let install = OfficeInstall(installation: node.uri.prefix(node.uri.structuralCount + 3))
        guard install.status(in: tree) != .inProgress else {
            return Execution(
                status: 202,
                advice: [
                    Advice(
                        rule: "office.running", severity: .warning,
                        message: "this installation is running already (Status 997); the Exec starts nothing",
                        hint: "wait for FinalStatus", reference: Self.reference)
                ])
        }
        install.start(in: &tree)
        return Execution(
            status: 202,
            effects: [.startJob(Job(kind: .officeInstall, uri: install.installation, data: data ?? ""))])
    }
}
