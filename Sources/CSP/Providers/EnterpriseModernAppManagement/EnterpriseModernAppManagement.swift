import DMTree

/// EnterpriseModernAppManagement CSP: Store and UWP apps (windows-csp.md 4.2). `Add` makes the app's node below
/// AppInstallation, `Exec` of HostedInstall or StoreInstall starts the work; the package then stands below
/// AppManagement, where a Delete uninstalls it.
///
/// Inventory queries, resets and licences are stored by their description; their Execs have no effect.
struct EnterpriseModernAppManagement: Provider {
    let name = "EnterpriseModernAppManagement"

    private static let reference = "windows-csp.md 4.2"

    /// NOT_INSTALLED, without an error, until something was started.
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, node.key(0) == "appinstallation" else { return nil }
        switch node.key(2) {
        case "status", "lasterror", "progressstatus": return "0"
        case "lasterrordesc": return ""
        default: return nil
        }
    }

    /// Delete of an app, or of one of its packages, uninstalls it, which an alert reports.
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard case .delete = change.kind, change.node.key(0) == "appmanagement",
            ["appstore", "nonstore"].contains(change.node.key(1)), [3, 4].contains(change.node.keys.count),
            change.node.description.isInterior
        else { return [] }
        return [
            .raiseAlert(
                GenericAlert(
                    code: 1226, type: "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result",
                    source: change.node.uri.canonical, format: "int", data: "0"))
        ]
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "appinstallation",
            let method = ModernAppInstall.Method.allCases.first(where: { $0.rawValue.lowercased() == node.key(2) })
        else { return nil }
        let request: ModernAppRequest
        do throws(DocumentFault) { request = try ModernAppRequest(method, parsing: data ?? "") } catch {
            return .refused(error, rule: "modern.application", hint: Self.example(method), reference: Self.reference)
        }
        let install = ModernAppInstall(installation: node.uri.prefix(node.uri.structuralCount + 3))
        guard install.status(in: tree) != .installing else {
            return Execution(status: 202, advice: [Self.isRunning])
        }
        install.start(in: &tree)
        return Execution(
            status: 202,
            effects: [.startJob(Job(kind: method.jobKind, uri: install.installation, data: data ?? ""))],
            advice: Self.advice(on: request, node.uri))
    }

    private static func example(_ method: ModernAppInstall.Method) -> String {
        switch method {
        case .hosted: "send <Application PackageUri=\"https://…\"/>"
        case .store: "send <Application id=\"…\" flags=\"0\" skuid=\"…\"/>"
        }
    }

    private static let isRunning = Advice(
        rule: "modern.running", severity: .warning,
        message: "the app is being installed already (Status 1); the Exec starts nothing",
        hint: "wait for Status 2, or for the node to go away", reference: reference)

    private static func advice(on request: ModernAppRequest, _ uri: TreeURI) -> [Advice] {
        guard case .hosted(_, _, .some) = request, uri.scope != .user else { return [] }
        return [
            Advice(
                rule: "modern.deployment-options", severity: .warning,
                message: "DeploymentOptions means nothing here: in ./Device the package is provisioned for all users",
                hint: "leave it out, or install in ./User", reference: reference)
        ]
    }
}
