import XMLStream

/// The document of a Wi-Fi profile (windows-csp.md 4.13): what of it the CSP looks at. The key inside is never kept.
struct WLANProfile: Hashable, Sendable {
    /// Of the profile, which the node's name repeats; a network's SSID may differ.
    let name: String
    /// `WPA2PSK`, `open` …; nil when the document does not say.
    let authentication: String?
    let hasKey: Bool

    /// Authentications with a key that the profile has to bring.
    private static let keyed: Set<String> = ["WPAPSK", "WPA2PSK", "WPA3SAE", "shared"]

    /// A profile with a key by name and without one.
    var lacksKey: Bool { authentication.map(Self.keyed.contains) == true && !hasKey }

    /// - Throws: when the text is not XML, or no WLANProfile with a name and an SSIDConfig. The namespace is not looked
    ///   at: published samples have several.
    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "WLANProfile")
        var name: String?
        var hasNetwork = false
        var security: [String: String] = [:]
        cursor.enter()
        while let child = cursor.nextChild() {
            switch cursor.tape.names[child].local {
            case "name" where name == nil: name = cursor.readText()
            case "SSIDConfig":
                hasNetwork = true
                cursor.skipElement()
            case "MSM": Self.read(&cursor, into: &security)
            default: cursor.skipElement()
            }
        }
        guard let name, !name.isEmpty else { throw DocumentFault(message: "the WLANProfile has no name") }
        guard hasNetwork else { throw DocumentFault(message: "the WLANProfile has no SSIDConfig") }
        self.name = name
        authentication = security["authentication"]
        hasKey = security["keyMaterial"]?.isEmpty == false
    }

    /// The texts below MSM, by name, down to those that the CSP looks at.
    private static func read(_ cursor: inout XMLCursor, into texts: inout [String: String]) {
        cursor.enter()
        while let child = cursor.nextChild() {
            let name = cursor.tape.names[child].local
            switch name {
            case "security", "authEncryption", "sharedKey": read(&cursor, into: &texts)
            default: texts[name] = cursor.readTrimmedText()
            }
        }
    }
}
