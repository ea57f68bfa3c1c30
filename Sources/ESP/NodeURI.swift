/// Builds the LocURIs that the page, the agents and an embedded server use, percent-encoded as servers write them.
public enum NodeURI {
    /// The name of the provider that Intune's server has in DMClient.
    public static let intuneProviderID = "MS DM Server"

    /// A node of `DMClient/Provider/{providerID}/FirstSyncStatus` (esp-behaviour.md 1.2, `FSS/`).
    public static func firstSyncStatus(_ name: String, in scope: PhaseScope, providerID: String) -> String {
        "\(scope.root)/DMClient/Provider/\(encoded(providerID))/FirstSyncStatus/\(name)"
    }

    /// The container of the providers that device preparation waits for (ESP-411).
    public static let preparationProviders = tracking(.device) + "/DevicePreparation/PolicyProviders"

    /// A leaf of one provider of device preparation.
    public static func preparationProvider(_ provider: String, _ leaf: String) -> String {
        "\(preparationProviders)/\(encoded(provider))/\(leaf)"
    }

    /// The container of the providers whose app lists must be complete before counters show (ESP-412).
    public static func appProviders(_ scope: PhaseScope) -> String { tracking(scope) + "/Setup/Apps/PolicyProviders" }

    /// The leaf by which a provider says that its list of tracked apps is complete.
    public static func trackingPoliciesCreated(_ provider: String, in scope: PhaseScope) -> String {
        "\(appProviders(scope))/\(encoded(provider))/TrackingPoliciesCreated"
    }

    /// The container of the tracked apps, by provider (ESP-413).
    public static func trackedApps(_ scope: PhaseScope) -> String { tracking(scope) + "/Setup/Apps/Tracking" }

    /// A leaf of one tracked app.
    public static func trackedApp(_ app: String, of provider: String, _ leaf: String, in scope: PhaseScope) -> String {
        "\(trackedApps(scope))/\(encoded(provider))/\(encoded(app))/\(leaf)"
    }

    /// True while no page is up in the scope (ESP-414).
    public static func hasProvisioningCompleted(_ scope: PhaseScope) -> String {
        tracking(scope) + "/Setup/HasProvisioningCompleted"
    }

    private static func tracking(_ scope: PhaseScope) -> String { "\(scope.root)/EnrollmentStatusTracking" }

    /// Percent-encodes a node name: every UTF-8 byte outside the unreserved set (windows-csp.md 1.2).
    public static func encoded(_ name: String) -> String {
        guard !name.utf8.allSatisfy(isUnreserved) else { return name }
        var result = ""
        for byte in name.utf8 {
            if isUnreserved(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The decoded segments of a LocURI below its root, with `./Vendor` read as `./Device/Vendor`.
    static func segments(_ uri: String) -> [String] {
        var segments = uri.split(separator: "/").map { decoded($0) }
        if segments.first == "." { segments.removeFirst() }
        if segments.first?.lowercased() == "vendor" { segments.insert("Device", at: 0) }
        return segments
    }

    /// One text for every spelling of the same node: decoded, with its scope, in lower case.
    ///
    /// Lower case because the DDF marks most dynamic names as case-insensitive (windows-csp.md 1.1).
    static func key(_ uri: String) -> String { segments(uri).joined(separator: "/").lowercased() }

    private static func decoded(_ segment: Substring) -> String {
        guard segment.utf8.contains(UInt8(ascii: "%")) else { return String(segment) }
        var bytes: [UInt8] = []
        var rest = Substring(segment).utf8
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
