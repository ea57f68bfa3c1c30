/// The catalogue of LocURIs that make Windows restart once at the end of device setup (`RebootRequiredURIs`,
/// esp-behaviour.md 3.3, ESP-325). The reference names these six as examples of a longer list.
public enum RebootCatalogue {
    /// Below `./Device/Vendor/MSFT` or `./User/Vendor/MSFT`.
    public static let nodes = [
        "Accounts/Domain/ComputerName",
        "Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity",
        "Policy/Config/DmaGuard/DeviceEnumerationPolicy",
        "Policy/Config/ExploitGuard/ExploitProtectionSettings",
        "Policy/Config/Update/ManagePreviewBuilds",
        "Policy/Config/ServiceControlManager/SvchostProcessMitigation",
    ]

    private static let paths = Set(nodes.map { $0.lowercased().split(separator: "/").map(String.init) })

    /// Whether a node is in the catalogue.
    ///
    /// - Parameter keys: its names from the root, in lower case, scope first: `device`, `vendor`, `msft`, and so on.
    public static func contains(_ keys: [String]) -> Bool { paths.contains(Array(keys.dropFirst(3))) }
}
