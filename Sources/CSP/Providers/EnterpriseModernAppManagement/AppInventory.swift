import DMTree

/// The inventory below AppManagement: three origins, in each the package families, in each family its packages
/// (windows-csp.md 4.2). What the device came with is read from its facts, what was installed later is stored.
enum AppInventory {
    typealias Package = DeviceFacts.InstalledPackage

    /// The value of a node below AppManagement, when it is neither the stored one nor a default.
    static func read(_ node: NodeReference, stored: String?, _ facts: DeviceFacts?, in tree: DeviceTree) -> String? {
        switch node.key(1) {
        // No scan, no error.
        case "lastscanerror": return stored ?? "0"
        case "appinventoryresults": return results(node, in: tree)
        default: break
        }
        guard let leaf = node.key(4), stored == nil else { return nil }
        if node.key(2) == "releasemanagement" { return effectiveRelease(node, leaf, in: tree) }
        let name = node.key(3) ?? ""
        if leaf == "users", node.uri.scope != .user { return usersOnDevice(node, in: tree) }
        if let package = facts?.packages.first(where: { $0.package.fullName.lowercased() == name }),
            let value = value(leaf, of: package)
        {
            return value
        }
        return leaf == "isstub" && tree.isStored(node.uri.prefix(node.uri.segments.count - 1)) ? "0" : nil
    }

    /// A leaf of a package that the device came with; nil for Users, which provisioning stores.
    private static func value(_ leaf: String, of installed: Package) -> String? {
        let package = installed.package
        switch leaf {
        case "name": return package.name
        case "version": return package.version
        case "publisher": return installed.publisher
        case "architecture": return package.architecture
        case "installlocation":
            let folder = installed.origin == .system ? "C:\\Windows\\SystemApps\\" : "C:\\Program Files\\WindowsApps\\"
            return folder + (installed.origin == .system ? package.familyName : package.fullName)
        case "isframework": return (installed.kind == .framework).digit
        case "isbundle": return (installed.kind == .bundle).digit
        case "installdate": return installed.installDate
        case "resourceid": return package.resourceID
        case "packagestatus": return String(installed.status.code)
        case "requiresreinstall": return installed.requiresReinstall.digit
        case "isprovisioned": return installed.isProvisioned.digit
        case "isstub": return installed.isStub.digit
        default: return nil
        }
    }

    /// The device lists the registered users of a package: those whose nodes are in the tree.
    private static func usersOnDevice(_ node: NodeReference, in tree: DeviceTree) -> String? {
        tree.storedValue(keys: ["user"] + node.uri.keys.dropFirst()) ?? ""
    }

    /// "The device policy or last user policy is used": the one that the device has comes first.
    private static func effectiveRelease(_ node: NodeReference, _ leaf: String, in tree: DeviceTree) -> String? {
        guard leaf == "effectiverelease", let name = node.key(5) else { return nil }
        let path = node.uri.keys.dropFirst().dropLast(2) + [name]
        return tree.storedValue(keys: ["device"] + path) ?? tree.storedValue(keys: ["user"] + path)
    }

    /// The answer to the query that stands beside the results; nil before there was one.
    private static func results(_ node: NodeReference, in tree: DeviceTree) -> String? {
        let management = node.uri.prefix(node.uri.segments.count - 1)
        guard let text = tree.storedValue(keys: management.keys + ["appinventoryquery"]),
            let query = try? AppInventoryQuery(parsing: text)
        else { return nil }
        return query.results(below: management, in: tree)
    }

    /// Where a package stands; nil when it is not installed.
    ///
    /// - Parameter management: `…/EnterpriseModernAppManagement/AppManagement`.
    static func node(
        of package: ModernPackage, below management: TreeURI, in tree: DeviceTree
    ) -> (uri: TreeURI, origin: Package.Origin)? {
        for origin in Package.Origin.allCases {
            let uri = management.child(origin.rawValue).child(package.familyName).child(package.fullName)
            if tree.isStored(uri) { return (uri, origin) }
        }
        return nil
    }

    /// Takes a package out, and its family with the last one.
    static func remove(_ uri: TreeURI, in tree: inout DeviceTree) {
        tree.removeLocally(uri.canonical)
        let family = uri.prefix(uri.segments.count - 1)
        if tree.storedChildren(family.canonical).isEmpty { tree.removeLocally(family.canonical) }
    }
}
