import DMTree

/// Policies that came with an ADMX file go with it (windows-csp.md 4.6): a Delete of the file removes all policies set
/// from it, a Delete of the app everything of the app.
enum ADMXIngestion {
    /// Removes what a deleted node of `ConfigOperations/ADMXInstall/{AppName}/{SettingsType}/{AdmxFileId}` had brought,
    /// in both scopes.
    ///
    /// Which policies a single file brought is in the file, and the file is gone when this is told; so a file takes the
    /// policies of its settings type along as soon as it was the last one of that type.
    static func removePolicies(ofDeleted change: Change, in tree: inout DeviceTree) {
        let node = change.node
        var area = ""
        if let app = node.key(2) {
            guard node.key(3) != "properties" else { return }
            area = app + "~"
            if let type = node.key(3) {
                let files = tree.storage[node.uri.keys.prefix(node.uri.structuralCount + 5)]
                if node.key(4) != nil, files?.hasChildren == true { return }
                area += type + "~"
            }
        }
        for root in ["./Device/Vendor/MSFT/Policy/Config", "./User/Vendor/MSFT/Policy/Config"] {
            guard let config = try? TreeURI(root) else { continue }
            for child in tree.storage[config.keys]?.orderedChildren ?? [] {
                let name = child.name.lowercased()
                guard name.contains("~"), name.hasPrefix(area) else { continue }
                let uri = config.child(child.name)
                tree.removeLocally(uri.canonical)
                Policy.removeResult(of: uri, in: &tree)
            }
        }
    }
}
