import DMTree

/// DevDetail: the standard object with the device's details (windows-csp.md 4.8). Facts of the device; only the local
/// time moves, and a server may rename the device, which takes effect at the next restart.
///
/// What the device does not have answers 404.
struct DevDetail: Provider {
    let name = "DevDetail"
    var shared: SharedFacts?

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        switch (node.key(0), node.key(1)) {
        case ("ext", "microsoft"): return readMicrosoft(node.key(2) ?? "", in: tree)
        case ("ext", let leaf?): return shared.flatMap { Self.extended(leaf, $0.facts) }
        // Windows says 0, unlimited, for all three.
        case ("uri", _?): return shared == nil ? nil : "0"
        case (let leaf?, nil): return shared.flatMap { Self.standard(leaf, $0.facts) }
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(1) == "microsoft", let value = change.value else { return .allowed }
        switch change.node.key(2) {
        case "devicename": return ComputerName.judge(value, restarts: "the device asks its user to restart")
        case "dnscomputername": return ComputerName.judge(value, restarts: "the server has to restart the device")
        default: return .allowed
        }
    }

    private static func standard(_ leaf: String, _ facts: DeviceFacts) -> String? {
        switch leaf {
        case "devtyp": facts.model
        case "oem": facts.manufacturer
        // A desktop has the version of its BIOS for both.
        case "fwv", "hwv": facts.biosVersion
        case "swv": facts.softwareVersion
        case "lrgobj": facts.announcesLargeObjects.onWire
        default: nil
        }
    }

    private static func extended(_ leaf: String, _ facts: DeviceFacts) -> String? {
        switch leaf {
        case "wlanmacaddress": facts.activeWireless?.macAddress
        case "wlanipv4address": facts.activeWireless?.ipv4
        case "wlanipv6address": facts.activeWireless?.ipv6
        case "wlandnssuffix": facts.activeWireless?.dnsSuffix
        case "wlansubnetmask": facts.activeWireless?.subnetMask
        case "volteservicesetting": facts.cellular?.isVoLTEOn?.onWire
        case "devicehardwaredata": facts.hardwareHash
        default: nil
        }
    }

    private func readMicrosoft(_ leaf: String, in tree: DeviceTree) -> String? {
        switch leaf {
        case "localtime": return tree.localTime
        // Until the restart a Get gives the name that the device has, not the one that was sent (our choice: the
        // description says that the new one "does not take effect until the device is restarted").
        case "devicename", "dnscomputername": return ComputerName.active(in: tree)
        default: return shared.flatMap { Self.microsoft(leaf, $0.facts) }
        }
    }

    private static func microsoft(_ leaf: String, _ facts: DeviceFacts) -> String? {
        switch leaf {
        case "mobileid": facts.cellular?.identities.first?.imsi.nilWhenEmpty
        case "radioswv": facts.cellular?.radioVersion
        case "commercializationoperator": facts.cellular?.identities.first?.commercializationOperator
        case "resolution": facts.resolution
        case "processorarchitecture": String(facts.processor.architecture)
        case "processortype": String(facts.processor.type)
        case "osplatform": facts.platform
        case "totalstorage": String(facts.totalStorage)
        case "freestorage": String(facts.freeStorage)
        case "totalram": String(facts.totalRAM)
        case "smbiosserialnumber": facts.serialNumber
        case "smbiosversion": facts.smbiosVersion
        case "systemsku": facts.systemSKU
        default: nil
        }
    }
}
