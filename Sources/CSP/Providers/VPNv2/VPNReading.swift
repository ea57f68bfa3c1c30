import DMTree

/// The leaves of a VPN profile that the client gives by itself (the texts of the VPNv2 DDF).
enum VPNReading {
    static func value(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        let path = node.keys.dropFirst()
        let parent = node.uri.prefix(node.uri.keys.count - 1)
        switch (path.first, path.last) {
        case ("apptriggerlist", "type"), ("trafficfilterlist", "type"):
            return tree.storedValue(parent.child("Id")).map(appType)
        case ("domainnameinformationlist", "domainnametype"):
            return tree.storedValue(parent.child("DomainName")).map { $0.hasPrefix(".") ? "Suffix" : "FQDN" }
        case ("nativeprofile", "servers"): return stored.map(servers)
        default: return nil
        }
    }

    /// A path has a drive, a variable or a share in front, or a backslash inside; SYSTEM is for traffic filters, where
    /// it means drivers. Anything else is the name of a package family.
    private static func appType(_ id: String) -> String {
        if id.uppercased() == "SYSTEM" { return "System" }
        return id.contains("\\") || id.hasPrefix("%") ? "FilePath" : "PackageFamilyName"
    }

    /// Each server with a friendly name, which is the server's own where none was given.
    private static func servers(_ list: String) -> String {
        list.split(separator: ",").map { server in
            server.contains(";") ? String(server) : "\(server);\(server)"
        }
        .joined(separator: ",")
    }
}
