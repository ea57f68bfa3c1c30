import Notation

/// Builds the LocURIs that the page, the agents and an embedded server use, percent-encoded as servers write them.
public enum NodeURI {
    /// The name of the provider that Intune's server has in DMClient.
    public static let intuneProviderID = "MS DM Server"

    /// A node of `DMClient/Provider/{providerID}/FirstSyncStatus` (esp-behaviour.md 1.2, `FSS/`).
    public static func firstSyncStatus(_ name: String, in scope: PhaseScope, providerID: String) -> String {
        "\(scope.root)/DMClient/Provider/\(PercentCoding.encode(providerID))/FirstSyncStatus/\(name)"
    }

    /// The container of the providers that device preparation waits for (ESP-411).
    public static let preparationProviders = tracking(.device) + "/DevicePreparation/PolicyProviders"

    /// A leaf of one provider of device preparation.
    public static func preparationProvider(_ provider: String, _ leaf: String) -> String {
        "\(preparationProviders)/\(PercentCoding.encode(provider))/\(leaf)"
    }

    /// The container of the providers whose app lists must be complete before counters show (ESP-412).
    public static func appProviders(_ scope: PhaseScope) -> String { tracking(scope) + "/Setup/Apps/PolicyProviders" }

    /// The leaf by which a provider says that its list of tracked apps is complete.
    public static func trackingPoliciesCreated(_ provider: String, in scope: PhaseScope) -> String {
        "\(appProviders(scope))/\(PercentCoding.encode(provider))/TrackingPoliciesCreated"
    }

    /// The container of the tracked apps, by provider (ESP-413).
    public static func trackedApps(_ scope: PhaseScope) -> String { tracking(scope) + "/Setup/Apps/Tracking" }

    /// A leaf of one tracked app.
    public static func trackedApp(_ app: String, of provider: String, _ leaf: String, in scope: PhaseScope) -> String {
        "\(trackedApps(scope))/\(PercentCoding.encode(provider))/\(PercentCoding.encode(app))/\(leaf)"
    }

    /// True while no page is up in the scope (ESP-414).
    public static func hasProvisioningCompleted(_ scope: PhaseScope) -> String {
        tracking(scope) + "/Setup/HasProvisioningCompleted"
    }

    private static func tracking(_ scope: PhaseScope) -> String { "\(scope.root)/EnrollmentStatusTracking" }

    /// The decoded segments of a LocURI below its root, with `./Vendor` read as `./Device/Vendor`. A segment with a
    /// damaged escape stays as it is.
    static func segments(_ uri: String) -> [String] {
        var segments = uri.split(separator: "/").map { PercentCoding.decode($0) ?? String($0) }
        if segments.first == "." { segments.removeFirst() }
        if segments.first?.lowercased() == "vendor" { segments.insert("Device", at: 0) }
        return segments
    }

    /// One text for every spelling of the same node: decoded, with its scope, in lower case.
    ///
    /// Lower case because the DDF marks most dynamic names as case-insensitive (windows-csp.md 1.1).
    static func key(_ uri: String) -> String { segments(uri).joined(separator: "/").lowercased() }
}
