import XMLStream

/// The document of ProfileXML (windows-csp.md 4.13): what its schema requires, and what the CSP looks at. Elements that
/// the schema does not know are passed over, because published samples have some.
struct VPNProfile: Hashable, Sendable {
    let isDeviceTunnel: Bool

    /// What has to be inside a part that is there.
    private static let required = [
        "NativeProfile": ["Servers", "Authentication"],
        "PluginProfile": ["ServerUrlList", "PluginPackageFamilyName"],
    ]

    /// The values that a text may have, in any case (NODES.tsv; the samples differ from it in the case).
    private static let allowed: [String: Set<String>] = [
        "NativeProtocolType": ["pptp", "l2tp", "ikev2", "automatic", "sstp", "protocollist"],
        "RoutingPolicyType": ["splittunnel", "forcetunnel"],
    ]

    /// - Throws: when the text is not XML, or no VPNProfile that a connection can be made of.
    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "VPNProfile")
        var isDeviceTunnel = false
        var parts: Set<String> = []
        cursor.enter()
        while let child = cursor.nextChild() {
            let name = cursor.tape.names[child].local
            if let needed = Self.required[name] {
                try Self.readPart(&cursor, name, needed: needed)
                parts.insert(name)
            } else if name == "DeviceTunnel" {
                isDeviceTunnel = ["true", "1"].contains(cursor.readTrimmedText().lowercased())
            } else {
                cursor.skipElement()
            }
        }
        guard parts.count == 1 else {
            throw DocumentFault(
                message: parts.isEmpty
                    ? "the VPNProfile has neither a NativeProfile nor a PluginProfile"
                    : "the VPNProfile has both a NativeProfile and a PluginProfile")
        }
        self.isDeviceTunnel = isDeviceTunnel
    }

    private static func readPart(_ cursor: inout XMLCursor, _ part: String, needed: [String]) throws(DocumentFault) {
        var missing = needed
        cursor.enter()
        while let child = cursor.nextChild() {
            let name = cursor.tape.names[child].local
            if cursor.hasElementChildren {
                missing.removeAll { $0 == name }
                cursor.skipElement()
                continue
            }
            let text = cursor.readTrimmedText()
            if !text.isEmpty { missing.removeAll { $0 == name } }
            if let values = allowed[name], !values.contains(text.lowercased()) {
                throw DocumentFault(message: "\(name) is \"\(text)\", which is none of its values")
            }
        }
        guard missing.isEmpty else {
            throw DocumentFault(message: "the \(part) has no \(missing.joined(separator: " and no "))")
        }
    }
}
