import CSP
import Device
import Yams

extension DeviceProfileReader {
    static func readNetwork(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard fields["network"] != nil else { return }
        profile.networkAdapters = []
        for node in try fields.list("network") {
            let card = try Fields(
                node, path: "network",
                keys: ["mac", "kind", "connected", "ipv4", "ipv6", "subnetMask", "dnsSuffix"])
            let mac = try macAddress(card)
            guard !profile.networkAdapters.contains(where: { $0.macAddress == mac }) else {
                throw card.error("mac", "another card of network has the address \(mac)")
            }
            for key in ["ipv4", "subnetMask"] {
                guard let text = try card.text(key), !isIPv4(text) else { continue }
                throw card.error(key, "\"\(text)\" is no IPv4 address", "write it as 192.0.2.21")
            }
            profile.networkAdapters.append(
                DeviceProfile.NetworkAdapter(
                    macAddress: mac, kind: try card.choice("kind", DeviceProfile.NetworkAdapter.Kind.self) ?? .wired,
                    isConnected: try card.bool("connected") ?? true, ipv4: try card.name("ipv4"),
                    ipv6: try card.name("ipv6"), subnetMask: try card.name("subnetMask"),
                    dnsSuffix: try card.name("dnsSuffix")))
        }
    }

    /// Twelve hexadecimal digits; hyphens and colons between them are for people.
    private static func macAddress(_ card: Fields) throws(ScenarioError) -> String {
        let text = try card.requireName("mac")
        let digits = text.filter { $0 != "-" && $0 != ":" }.uppercased()
        guard digits.count == 12, digits.allSatisfy(\.isHexDigit) else {
            throw card.error(
                "mac", "\"\(text)\" is no MAC address",
                "write twelve hexadecimal digits, in quotes: \"00-00-5E-00-53-01\"")
        }
        return digits
    }

    private static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    static func readCellular(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard let node = fields["cellular"] else { return }
        guard node.string != "none" else {
            profile.cellular = nil
            return
        }
        let cellular = try Fields(node, path: "cellular", keys: ["radioVersion", "volte", "sims"])
        var identities: [DeviceProfile.Cellular.Identity] = []
        for node in try cellular.list("sims") {
            let sim = try Fields(
                node, path: "cellular.sims",
                keys: ["imei", "imsi", "iccid", "phoneNumber", "operator", "roaming", "roamingCompliant"])
            let imei = try digits("imei", 14...16, sim) ?? ""
            _ = try sim.require("imei")
            guard !identities.contains(where: { $0.imei == imei }) else {
                throw sim.error("imei", "another SIM of cellular.sims has the IMEI \(imei)")
            }
            identities.append(
                DeviceProfile.Cellular.Identity(
                    imei: imei, imsi: try digits("imsi", 6...15, sim) ?? "",
                    iccid: try digits("iccid", 18...22, sim) ?? "", phoneNumber: try sim.text("phoneNumber") ?? "",
                    commercializationOperator: try sim.name("operator"), isRoaming: try sim.bool("roaming") ?? false,
                    isRoamingCompliant: try sim.bool("roamingCompliant") ?? true))
        }
        profile.cellular = DeviceProfile.Cellular(
            radioVersion: try cellular.name("radioVersion"), isVoLTEOn: try cellular.bool("volte"),
            identities: identities)
    }

    private static func digits(
        _ key: String, _ lengths: ClosedRange<Int>, _ fields: Fields
    ) throws(ScenarioError) -> String? {
        guard let text = try fields.name(key) else { return nil }
        guard lengths.contains(text.utf8.count), text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else {
            throw fields.error(
                key, "\"\(text)\" is no \(key.uppercased())",
                "write \(lengths.lowerBound) to \(lengths.upperBound) digits, in quotes")
        }
        return text
    }
}
