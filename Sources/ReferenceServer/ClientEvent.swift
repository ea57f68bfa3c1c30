import SyncML

/// The client events (Alert 1224) that the server knows by their Type (windows-csp.md 5.4).
enum ClientEvent {
    private static let types: Set<String> = [
        "com.microsoft/MDM/LoginStatus", "com.microsoft/MDM/AADUserToken", "com.microsoft.mdm.synctype",
        "com.microsoft/MDM/DevicePrepSync", "com.microsoft/MDM/BootstrapSync", "com.microsoft/MDM/OdjSync",
        "com.microsoft.mdm.deviceprepresult", "com.microsoft.mdm.declaredconfigurationdocuments",
        "com.microsoft.mdm.requestpending", "com.microsoft.mdm.win32csp_install",
    ]

    private static let prefix = "Reversed-Domain-Name:"

    /// Whether an alert is an event of a type that nobody documents. Other alerts are none.
    static func isUnknown(_ alert: Alert) -> Bool {
        guard alert.data?.content == "1224" else { return false }
        return alert.items.contains { item in
            guard var type = item.meta?.type else { return true }
            if type.hasPrefix(prefix) { type = String(type.dropFirst(prefix.count).drop { $0 == " " }) }
            return !types.contains(type)
        }
    }
}
