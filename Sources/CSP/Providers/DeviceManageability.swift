import DDF
import DMTree

/// DeviceManageability CSP: which CSPs the device has, in which versions; beside it a server keeps texts of its own
/// (windows-csp.md 4.15).
struct DeviceManageability: Provider {
    let name = "DeviceManageability"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, node.key(1) == "cspversions", let schema = tree.schema as? WindowsSchema else {
            return nil
        }
        return CSPVersions(schema).text
    }
}

/// The list of CSP versions. Its form is that of the result which Microsoft's page on the CSP printed for Windows 10
/// 1607 and of the published capture behind OBS-013; the classes of `./cimv2` and PolicyManager, which are local and
/// never answered, are left out.
struct CSPVersions {
    /// Addresses as the device spells them, with versions, in the order of their letters.
    let rows: [(node: String, version: String)]
    private let ownVersion: String

    init(_ schema: WindowsSchema) {
        // 1.0 in the printed result, 1.1 in the capture; 1803 brought Provider, which we take for the difference.
        ownVersion = schema.release.build < 17134 ? "1.0" : "1.1"
        let rows =
            if let registered = schema.registered {
                registered.all.flatMap { entry in entry.addresses.map { (node: $0, version: entry.version) } }
            } else {
                CatalogueRoot.Scope.allCases.flatMap { schema.store.csps($0) }.compactMap { root in
                    Self.row(root, schema)
                }
            }
        self.rows = rows.sorted { $0.node.utf8.lexicographicallyPrecedes($1.node.utf8) }
    }

    /// A root of the catalogue that exists on this Windows.
    private static func row(_ root: CatalogueRoot, _ schema: WindowsSchema) -> (node: String, version: String)? {
        guard let resolution = try? schema.resolve(locURI: root.canonicalPath), case .described = resolution.standing
        else { return nil }
        return (root.declaredPath, root.cspVersion ?? "1.0")
    }

    var text: String {
        let lines = rows.map { row in
            "      " + XMLText.element("CSP", [("Node", row.node), ("Version", row.version)], "")
        }
        return
            ([
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                "<DeviceManageability Version=\"com.microsoft/\(ownVersion)/MDM/DeviceManageability\">",
                "  <Capabilities>", "    <CSPVersions>",
            ] + lines
            + ["    </CSPVersions>", "  </Capabilities>", "</DeviceManageability>"]).joined(separator: "\n")
    }
}
