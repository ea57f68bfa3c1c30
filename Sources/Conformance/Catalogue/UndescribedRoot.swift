import DMTree

/// Addresses that Microsoft published and no stored device description knows: what they are.
struct UndescribedRoot {
    let hint: String

    /// nil for every other address.
    init?(_ resolution: Resolution) {
        let uri = resolution.uri
        guard case .unknown(let matched) = resolution.standing, matched == uri.structuralCount,
            matched < uri.keys.count, let hint = Self.hints[uri.keys[matched]]
        else { return nil }
        self.hint = hint
    }

    /// By the lower-case name of the CSP: windows-csp.md 1.1 and 5.8, design.md 3, and the pages of the corpus that have them.
    private static let hints = [
        "cimv2": "the WMI bridge is a local view of the tree; a server cannot address it (windows-csp.md 1.1)",
        "policymanager":
            "it is local to the device; a server writes ./Device/Vendor/MSFT/Policy/Config/… (design.md 3)",
        "enterpriseappmanagement":
            "it was for phones and the first Windows 10; EnterpriseModernAppManagement took its place (windows-csp.md 5.8)",
        "deviceinstanceservice": "it was for phones",
    ]
}
