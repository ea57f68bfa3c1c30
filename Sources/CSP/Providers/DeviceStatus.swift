import DMTree

/// DeviceStatus CSP: how the device is connected, protected and powered (windows-csp.md 4.9). Read-only facts of the
/// device. Network cards are instances by MAC address, SIM cards by IMEI; provisioning makes the instances.
///
/// What the device does not have answers the default of the description: `Not available` for the TPM, 0 for the
/// battery.
struct DeviceStatus: Provider {
    let name = "DeviceStatus"
    var shared: SharedFacts?

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard let facts = shared?.facts, let group = node.key(0) else { return nil }
        let leaf = node.key(1) ?? ""
        switch group {
        case "securebootstate": return String(facts.security.secureBoot.code)
        case "cellularidentities":
            return facts.cellular?.identities.first { $0.imei.lowercased() == leaf }
                .flatMap { Self.read($0, node.key(2)) }
        case "networkidentifiers":
            return facts.networkAdapters.first { $0.macAddress.lowercased() == leaf }
                .flatMap { Self.read($0, node.key(2)) }
        case "compliance": return leaf == "encryptioncompliance" ? facts.security.isEncrypted.onWire : nil
        case "tpm": return facts.security.tpm.flatMap { Self.read($0, leaf) }
        case "os": return Self.readWindows(facts, leaf)
        case "battery": return facts.battery.flatMap { Self.read($0, leaf) }
        case "domainname": return facts.domainName
        default: return Self.read(facts.security, group, leaf)
        }
    }

    private static func read(_ identity: DeviceFacts.Cellular.Identity, _ leaf: String?) -> String? {
        switch leaf {
        case "imsi": identity.imsi
        case "iccid": identity.iccid
        case "phonenumber": identity.phoneNumber
        case "commercializationoperator": identity.commercializationOperator ?? ""
        case "roamingstatus": identity.isRoaming.onWire
        case "roamingcompliance": identity.isRoamingCompliant.onWire
        default: nil
        }
    }

    /// A card without an address gives an empty text (our choice).
    private static func read(_ adapter: DeviceFacts.NetworkAdapter, _ leaf: String?) -> String? {
        switch leaf {
        case "ipaddressv4": adapter.ipv4 ?? ""
        case "ipaddressv6": adapter.ipv6 ?? ""
        case "isconnected": adapter.isConnected.onWire
        case "type": String(adapter.kind.code)
        default: nil
        }
    }

    private static func read(_ tpm: DeviceFacts.TPM, _ leaf: String) -> String? {
        switch leaf {
        case "specificationversion": tpm.specificationVersion
        case "manufacturerid": tpm.manufacturerID
        case "manufactureridtxt": tpm.manufacturer
        case "manufacturerversion": tpm.manufacturerVersion
        default: nil
        }
    }

    private static func readWindows(_ facts: DeviceFacts, _ leaf: String) -> String? {
        switch leaf {
        case "edition": facts.editionName
        case "mode": facts.isInSMode.digit
        default: nil
        }
    }

    /// Both estimates are BatteryLifeTime of SYSTEM_POWER_STATUS: seconds, -1 on mains power or unknown.
    private static func read(_ battery: DeviceFacts.Battery, _ leaf: String) -> String? {
        switch leaf {
        case "status": String(battery.status)
        case "estimatedchargeremaining", "estimatedruntime": String(battery.remainingSeconds ?? -1)
        default: nil
        }
    }

    private static func read(_ security: DeviceFacts.Security, _ group: String, _ leaf: String) -> String? {
        switch (group, leaf) {
        case ("antivirus", "signaturestatus"): String(security.antivirus.signatures.code)
        case ("antivirus", "status"): String(security.antivirus.status.code)
        case ("antispyware", "signaturestatus"): String(security.antispyware.signatures.code)
        case ("antispyware", "status"): String(security.antispyware.status.code)
        case ("firewall", "status"): String(security.firewall.code)
        case ("uac", "status"): String(security.uac)
        case ("deviceguard", _): read(security.deviceGuard, leaf)
        case ("dma", "bootdmaprotectionstatus"): security.hasBootDMAProtection ? "1" : "2"
        case ("certattestation", "mdmclientcertattestation"): security.certificateAttestation
        default: nil
        }
    }

    private static func read(_ deviceGuard: DeviceFacts.DeviceGuard, _ leaf: String) -> String? {
        switch leaf {
        case "virtualizationbasedsecurityhwreq": String(deviceGuard.missing.reduce(0) { $0 | $1.bit })
        case "virtualizationbasedsecuritystatus": String(deviceGuard.virtualizationBasedSecurity.code)
        case "lsacfgcredguardstatus": String(deviceGuard.credentialGuard.code)
        case "hypervisorenforcedcodeintegritystatus": String(deviceGuard.codeIntegrity.code)
        case "systemguardstatus": String(deviceGuard.systemGuard.code)
        default: nil
        }
    }
}
