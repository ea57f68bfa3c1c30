import CSP
import Device
import Yams

extension DeviceProfileReader {
    static func readSecurity(_ node: Node, _ security: inout DeviceProfile.Security) throws(ScenarioError) {
        let fields = try Fields(
            node, path: "security",
            keys: [
                "securedCore", "secureBoot", "encrypted", "tpm", "antivirus", "antispyware", "firewall", "uac",
                "deviceGuard", "bootDMAProtection", "certificateAttestation",
            ])
        if let isOn = try fields.bool("securedCore") { security.isSecuredCore = isOn }
        if let state = try fields.choice("secureBoot", DeviceProfile.SecureBoot.self) { security.secureBoot = state }
        if let isOn = try fields.bool("encrypted") { security.isEncrypted = isOn }
        if let node = fields["tpm"] { security.tpm = node.string == "none" ? nil : try tpm(node) }
        if let node = fields["antivirus"] {
            let antivirus = try protection(node, "security.antivirus")
            if let status = try antivirus.choice("status", DeviceProfile.Protection.self) {
                security.antivirus.status = status
            }
            if let signatures = try antivirus.choice("signatures", DeviceProfile.Signatures.self) {
                security.antivirus.signatures = signatures
            }
        }
        if let node = fields["antispyware"] {
            let antispyware = try protection(node, "security.antispyware")
            if let status = try antispyware.choice("status", DeviceProfile.Antispyware.Status.self) {
                security.antispyware.status = status
            }
            if let signatures = try antispyware.choice("signatures", DeviceProfile.Signatures.self) {
                security.antispyware.signatures = signatures
            }
        }
        if let status = try fields.choice("firewall", DeviceProfile.Protection.self) { security.firewall = status }
        if let status = try fields.int("uac", in: 0...255) { security.uac = status }
        if let node = fields["deviceGuard"] { try readDeviceGuard(node, &security.deviceGuard) }
        if let isOn = try fields.bool("bootDMAProtection") { security.hasBootDMAProtection = isOn }
        if let text = try fields.name("certificateAttestation") { security.certificateAttestation = text }
    }

    private static func protection(_ node: Node, _ path: String) throws(ScenarioError) -> Fields {
        try Fields(node, path: path, keys: ["status", "signatures"])
    }

    private static func tpm(_ node: Node) throws(ScenarioError) -> DeviceProfile.TPM {
        let fields = try Fields(
            node, path: "security.tpm",
            keys: ["specification", "manufacturerID", "manufacturer", "manufacturerVersion"])
        var tpm = DeviceProfile.TPM()
        if let text = try fields.name("specification") { tpm.specificationVersion = text }
        if let text = try fields.name("manufacturerID") { tpm.manufacturerID = text }
        if let text = try fields.name("manufacturer") { tpm.manufacturer = text }
        if let text = try fields.name("manufacturerVersion") { tpm.manufacturerVersion = text }
        return tpm
    }

    private static func readDeviceGuard(
        _ node: Node, _ deviceGuard: inout DeviceProfile.DeviceGuard
    ) throws(ScenarioError) {
        typealias DeviceGuard = DeviceProfile.DeviceGuard
        let path = "security.deviceGuard"
        let fields = try Fields(
            node, path: path,
            keys: ["missing", "virtualizationBasedSecurity", "credentialGuard", "codeIntegrity", "systemGuard"])
        if fields["missing"] != nil {
            deviceGuard.missing = []
            for node in try fields.list("missing") {
                deviceGuard.missing.insert(
                    try Fields.choice(node, "\(path).missing", DeviceGuard.Requirement.self))
            }
        }
        if let status = try fields.choice(
            "virtualizationBasedSecurity", DeviceGuard.VirtualizationBasedSecurity.self)
        {
            deviceGuard.virtualizationBasedSecurity = status
        }
        if let status = try fields.choice("credentialGuard", DeviceGuard.CredentialGuard.self) {
            deviceGuard.credentialGuard = status
        }
        if let status = try fields.choice("codeIntegrity", DeviceGuard.CodeIntegrity.self) {
            deviceGuard.codeIntegrity = status
        }
        if let status = try fields.choice("systemGuard", DeviceGuard.SystemGuard.self) {
            deviceGuard.systemGuard = status
        }
    }
}
