import DMTree

/// Nodes whose values are secrets, or hold one, and are for nobody's eyes (design.md 7).
public enum SecretNodes {
    /// By CSP, the lower-case names of the leaves.
    private static let leaves: [String: Set<String>] = [
        "clientcertificateinstall": ["challenge", "pfxcertblob", "pfxcertpassword"],
        "enterprisemodernappmanagement": ["addlicense"],
        "certificatestore": ["challenge"],
        "dmacc": ["aauthsecret", "aauthdata"],
        "diagnosticlog": ["archivedefinition"],
        "wifi": ["wlanxml"],
        // The configuration of a plug-in may hold whatever its maker wants.
        "vpnv2": ["profilexml", "l2tppsk", "password", "customconfiguration"],
        // A copy of whatever node the entry is about.
        "nodecache": ["expectedvalue"],
    ]

    public static func contains(_ uri: TreeURI) -> Bool {
        guard uri.keys.count > uri.structuralCount, let leaf = uri.keys.last else { return false }
        return leaves[uri.keys[uri.structuralCount]]?.contains(leaf) ?? false
    }
}
