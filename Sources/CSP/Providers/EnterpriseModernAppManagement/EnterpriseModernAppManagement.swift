import DMTree

/// EnterpriseModernAppManagement CSP: Store and UWP apps (windows-csp.md 4.2). `Add` makes the app's node below
/// AppInstallation, `Exec` of HostedInstall or StoreInstall starts the work; the package then stands below
/// AppManagement, where a Delete uninstalls it.
///
/// AppInventory, AppInventoryQuery, PackageCommand and StoreLicense have the other halves.
struct EnterpriseModernAppManagement: Provider {
    let name = "EnterpriseModernAppManagement"
    var shared: SharedFacts?
    /// Whether RemovePackage works in `./User` (windows-csp.md ledger 18).
    var removesForUser = false

    private static let reference = "windows-csp.md 4.2"

    /// NOT_INSTALLED, without an error, until something was started.
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        switch node.key(0) {
        case "appmanagement": return AppInventory.read(node, stored: stored, shared?.facts, in: tree)
        case "applicenses": return StoreLicense.read(node, stored: stored)
        case "appinstallation" where stored == nil: break
        default: return nil
        }
        switch node.key(2) {
        case "status", "lasterror", "progressstatus": return "0"
        case "lasterrordesc": return ""
        default: return nil
        }
    }

    /// A query has to be one, and nothing is uninstalled that belongs to Windows.
    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "appmanagement" else { return .allowed }
        switch (change.kind, change.node.key(1)) {
        case (.delete, "system") where change.node.description.isInterior && change.node.keys.count <= 4:
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .verbNotAllowed, status: 405, error: .commandNotAllowed, advice: PackageCommand.isOfSystem))
        case (.replace(let value), "appinventoryquery"):
            do throws(DocumentFault) { _ = try AppInventoryQuery(parsing: value ?? "") } catch {
                return Judgement(
                    refusal: Judgement.Refusal(
                        row: error.isMalformed ? .notOfFormat : .valueNotAllowed, status: error.isMalformed ? 415 : 500,
                        error: error.isMalformed ? .xmlParseError : .invalidArgument,
                        advice: Advice(
                            rule: "modern.inventory-query", severity: .error, message: error.message,
                            hint: "send <Inventory Output=\"PackageNames\" Source=\"nonStore\" "
                                + "PackageTypeFilter=\"Main\"/>", reference: Self.reference)))
            }
            return .allowed
        case (.add, _), (.replace, _), (.delete, _): return .allowed
        }
    }

    /// Delete of an app, or of one of its packages, uninstalls it, which an alert reports.
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard case .delete = change.kind, change.node.key(0) == "appmanagement",
            ["appstore", "nonstore"].contains(change.node.key(1)), [3, 4].contains(change.node.keys.count),
            change.node.key(2) != "releasemanagement", change.node.description.isInterior
        else { return [] }
        return [PackageCommand.uninstalled(change.node.uri)]
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        switch (node.key(0), node.key(1)) {
        case ("appinstallation", _): return install(node, data: data, in: &tree)
        case ("appmanagement", "updatescan"):
            // The node tells whose scan it is.
            tree.setLocally(node.uri, value: nil)
            return Execution(
                status: 202, effects: [.startJob(Job(kind: .appUpdateScan, uri: node.uri, data: ""))])
        case ("appmanagement", "removepackage"):
            return PackageCommand.remove(node, data: data, worksForUser: removesForUser, in: &tree)
        case ("appmanagement", "resetpackage"): return PackageCommand.reset(node, data: data, in: &tree)
        case ("applicenses", _): return StoreLicense.execute(node, data: data, in: &tree)
        default: return nil
        }
    }

    private func install(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard let method = ModernAppInstall.Method.allCases.first(where: { $0.rawValue.lowercased() == node.key(2) })
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
