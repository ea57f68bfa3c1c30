/// The catalogue of LocURIs that make Windows restart once at the end of device setup (`RebootRequiredURIs`,
/// esp-behaviour.md 3.3, ESP-325). The reference names these six as examples of a longer list.
public enum RebootCatalogue {
    /// Below `./Device/Vendor/MSFT` or `./User/Vendor/MSFT`, in lower case.
    private static let paths: Set<[String]> = [
        ["accounts", "domain", "computername"],
        ["policy", "config", "deviceguard", "enablevirtualizationbasedsecurity"],
        ["policy", "config", "dmaguard", "deviceenumerationpolicy"],
        ["policy", "config", "exploitguard", "exploitprotectionsettings"],
        ["policy", "config", "update", "managepreviewbuilds"],
        ["policy", "config", "servicecontrolmanager", "svchostprocessmitigation"],
    ]

    /// Whether a node is in the catalogue.
    ///
    /// - Parameter keys: its names from the root, in lower case, scope first: `device`, `vendor`, `msft`, and so on.
    public static func contains(_ keys: [String]) -> Bool { paths.contains(Array(keys.dropFirst(3))) }
}
