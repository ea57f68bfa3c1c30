import DMTree
import Notation
import XMLStream

/// RemovePackage and ResetPackage: an Exec with a Package document (windows-csp.md 4.2).
struct PackageCommand {
    private static let reference = "windows-csp.md 4.2"

    let package: ModernPackage
    let forAllUsers: String?

    /// - Throws: when the text is not XML, or names no package.
    init(parsing text: String) throws(DocumentFault) {
        let cursor = try XMLCursor(document: text, root: "Package")
        guard let name = cursor.attribute("Name") else { throw DocumentFault(message: "the Package has no Name") }
        guard let package = ModernPackage(fullName: name) else {
            throw DocumentFault(message: "\"\(name)\" is no full name of a package")
        }
        self.package = package
        forAllUsers = cursor.attribute("RemoveForAllUsers")
    }

    /// Removes a provisioned package for all users.
    ///
    /// - Parameter worksForUser: windows-csp.md ledger 18: the description has the node in `./User` only, and the prose
    ///   says that just there it does not work.
    static func remove(
        _ node: NodeReference, data: String?, worksForUser: Bool, in tree: inout DeviceTree
    ) -> Execution {
        guard node.uri.scope != .user || worksForUser else {
            return refused(
                405, .commandNotAllowed, "modern.remove-scope", "RemovePackage does not work in ./User",
                "address it as ./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/RemovePackage",
                "windows-csp.md 4.2, ledger 18")
        }
        let command: PackageCommand
        do throws(DocumentFault) { command = try PackageCommand(parsing: data ?? "") } catch {
            return .refused(
                error, rule: "modern.package",
                hint: "send <Package Name=\"{PackageFullName}\" RemoveForAllUsers=\"1\"/>", reference: reference)
        }
        guard command.forAllUsers == "1" else {
            let isZero = command.forAllUsers == nil || command.forAllUsers == "0"
            return refused(
                isZero ? 406 : 500, isZero ? .notImplemented : .invalidArgument, "modern.package",
                "RemoveForAllUsers \(command.forAllUsers ?? "0") is not supported", "write RemoveForAllUsers=\"1\"")
        }
        return command.remove(below: node.uri.prefix(node.uri.segments.count - 1), in: &tree)
    }

    private func remove(below management: TreeURI, in tree: inout DeviceTree) -> Execution {
        guard let (uri, origin) = AppInventory.node(of: package, below: management, in: tree) else { return absent }
        guard origin != .system else { return .refused(405, .commandNotAllowed, Self.isOfSystem) }
        guard management.scope == .user || tree.value(uri.child("IsProvisioned").canonical) == "1" else {
            return Self.refused(
                500, .invalidArgument, "modern.not-provisioned",
                "\(package.fullName) is not provisioned; only a provisioned package is removed for all users",
                "Delete it in the scope of its user")
        }
        AppInventory.remove(uri, in: &tree)
        if management.scope != .user, let mine = Self.inUserScope(uri), tree.isStored(mine) {
            AppInventory.remove(mine, in: &tree)
        }
        return Execution(status: 200, effects: [Self.uninstalled(uri)])
    }

    /// Brings a package back to its first state.
    static func reset(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution {
        let command: PackageCommand
        do throws(DocumentFault) { command = try PackageCommand(parsing: data ?? "") } catch {
            return .refused(
                error, rule: "modern.package", hint: "send <Package Name=\"{PackageFullName}\"/>", reference: reference)
        }
        let management = node.uri.prefix(node.uri.segments.count - 1)
        guard let (uri, _) = AppInventory.node(of: command.package, below: management, in: tree) else {
            return command.absent
        }
        tree.setLocally(uri.child("PackageStatus"), value: "0")
        tree.setLocally(uri.child("RequiresReinstall"), value: "0")
        return Execution(status: 200)
    }

    private var absent: Execution {
        Self.refused(
            404, .nodeNotFound, "modern.package-absent", "\(package.fullName) is not installed",
            "take the full name from AppInventoryResults")
    }

    private static func refused(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String,
        _ reference: String = Self.reference
    ) -> Execution {
        .refused(
            status, error,
            Advice(rule: rule, severity: .error, message: message, hint: hint, reference: reference))
    }

    /// The alert of an uninstall, whoever asked for it.
    static func uninstalled(_ uri: TreeURI) -> Effect {
        .raiseAlert(
            GenericAlert(
                code: 1226, type: "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result",
                source: uri.canonical, format: "int", data: "0"))
    }

    static let isOfSystem = Advice(
        rule: "modern.system-app", severity: .error,
        message: "an app of Windows itself cannot be uninstalled; System is for inventory only",
        hint: "leave it, or take its settings away", reference: reference)

    private static func inUserScope(_ uri: TreeURI) -> TreeURI? {
        try? TreeURI("./User/" + uri.segments.dropFirst().map(PercentCoding.encode).joined(separator: "/"))
    }
}
