import SyncML

extension CSPRule {
    /// What the CSPs of Windows refuse or doubt, and a message shows by itself: the words and checks are theirs (`Sources/CSP`).
    static let all: [CSPRule] = [
        CSPRule(
            "firstsync.list-separator", .warning,
            "The letters `\\xF000` in a list, where the character U+F000 is meant.",
            reference: "windows-csp.md 3.3.1"),
        CSPRule(
            "firstsync.list-item", .warning,
            "An item of a list is no LocURI.",
            reference: "windows-csp.md 3.3.1"),
        CSPRule(
            "firstsync.list-count", .warning,
            "What follows the last semicolon of an app's item is no number of apps.",
            reference: "ESP-403; windows-csp.md 3.3.1"),
        CSPRule(
            "firstsync.msi-item", .warning,
            "The item of an MSI package does not point at its Status node.",
            reference: "ESP-403; windows-csp.md 3.3.1"),
        CSPRule(
            "tracking.unknown-value", .warning,
            "EnrollmentStatusTracking stores a number that no reader of the node understands.",
            reference: "windows-csp.md 2.3, 5.9 row 19"),
        CSPRule(
            "tracking.last-error", .note,
            "LastError of a policy provider is the provider's to write, on the device.",
            reference: "windows-csp.md 2.1"),
        CSPRule(
            "devdetail.computer-name", .error,
            "DeviceName or DNSComputerName that no computer can have: empty, longer than 63, a character or macro that is not known (500).",
            reference: "windows-csp.md 4.8, 5.9 row 19"),
        CSPRule(
            "declared.document", .error,
            "The Document is not well-formed XML (415), or no DeclaredConfiguration with all its attributes (500).",
            reference: "windows-csp.md 4.14"),
        CSPRule(
            "msi.job", .error,
            "The Data is not well-formed XML (415), or no MsiInstallJob with a Product and a ContentURL (500).",
            reference: "windows-csp.md 4.1"),
        CSPRule(
            "modern.application", .error,
            "The Data of HostedInstall or StoreInstall is not well-formed XML (415), or no Application with what the method needs (500).",
            reference: "windows-csp.md 4.2"),
        CSPRule(
            "modern.inventory-query", .error,
            "The Data of AppInventoryQuery is not well-formed XML (415), or no Inventory, or has a keyword that does not exist (500).",
            reference: "windows-csp.md 4.2"),
        CSPRule(
            "sessionactions.node-id", .warning,
            "A NodeID of DMSessionActions holds a comma.",
            reference: "windows-csp.md 4.15"),
        CSPRule(
            "sessionactions.node-uri", .warning,
            "The NodeURI of DMSessionActions is no LocURI.",
            reference: "windows-csp.md 4.15"),
        CSPRule(
            "office.configuration", .error,
            "The Data of Install is not well-formed XML (415), or no Configuration (500).",
            reference: "windows-csp.md 4.4"),
        CSPRule(
            "scep.incomplete", .error,
            "Exec of Enroll before its data (404).",
            reference: "OBS-021; windows-csp.md 4.3", needsOwnInstance: true),
        CSPRule(
            "scep.value", .warning,
            "A Challenge, CAThumbprint, EKUMapping, HashAlgorithm or SubjectAlternativeNames that no authority can work with.",
            reference: "windows-csp.md 4.3"),
        CSPRule(
            "pfx.key-location", .error,
            "PFXCertBlob came before KeyLocation (500).",
            reference: "windows-csp.md 4.3", needsOwnInstance: true),
        CSPRule(
            "pfx.blob", .error,
            "PFXCertBlob is not Base64 (415); or it is no PKCS #12, so that its import will fail (a warning).",
            reference: "windows-csp.md 4.3"),
        CSPRule(
            "policy.admx-policy", .error,
            "A policy that the ingested area has not (404).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "policy.admx-settings-type", .error,
            "A settings type of ADMXInstall other than Policy and Preference (500).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "policy.admx-file", .error,
            "The Data of an ADMX file node is not well-formed XML (415), or no file that policies can be made of (500).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "policy.admx-key", .error,
            "A policy of an ADMX file writes to a registry key that is closed to ingested policies (500).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "policy.admx-value", .error,
            "The value of an ADMX-backed policy is not well-formed XML (415), or not `<enabled/>` with data or `<disabled/>` (500).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "policy.admx-data", .error,
            "A data id that the ingested policy has not, one that is missing, or a value that its input does not take (500).",
            reference: "windows-csp.md 4.6"),
        CSPRule(
            "reboot.time", .error,
            "A schedule of Reboot that is no date with a time in ISO 8601 (500).",
            reference: "windows-csp.md 4.12"),
        CSPRule(
            "reboot.two-schedules", .error,
            "DailyRecurrent beside WeeklyRecurrent (500).",
            reference: "windows-csp.md 4.12"),
        CSPRule(
            "health.nonce", .error,
            "A Nonce that is not 8 to 32 bytes in hexadecimal digits (500).",
            reference: "windows-csp.md 4.15"),
        CSPRule(
            "update.id", .error,
            "An approved update whose name is no GUID (500).",
            reference: "windows-csp.md 4.15"),
        CSPRule(
            "wifi.profile", .error,
            "WlanXml is not well-formed XML (415), or no WLANProfile with a name and an SSIDConfig (500).",
            reference: "windows-csp.md 4.13"),
        CSPRule(
            "wifi.proxy", .error,
            "Proxy on a desktop edition (405).",
            reference: "windows-csp.md 4.13, 7 row 21"),
        CSPRule(
            "vpn.profile", .error,
            "ProfileXML is not well-formed XML (415), or no VPNProfile that a connection can be made of (500).",
            reference: "windows-csp.md 4.13"),
        CSPRule(
            "nodecache.comma", .error,
            "A NodeID with a comma (500).",
            reference: "windows-csp.md 4.5"),
        CSPRule(
            "dmacc.nonce", .warning,
            "AAuthData that is not Base64. Stored.",
            reference: "windows-csp.md 4.11"),
    ]
}
