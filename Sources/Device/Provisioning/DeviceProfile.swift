import CSP
import DMTree

/// What a device is: every fact that no server sets. `docs/device-profiles.md` has the keys of its file.
public typealias DeviceProfile = DeviceFacts

extension DeviceFacts {
    /// Makes the instances that the device itself names: network cards, SIM cards. Their leaves are read from the facts.
    func provision(_ tree: inout DeviceTree) {
        ComputerName.set(deviceName, in: &tree)
        let status = "./Device/Vendor/MSFT/DeviceStatus"
        for adapter in networkAdapters {
            tree.setLocally("\(status)/NetworkIdentifiers/\(PercentCoding.encode(adapter.macAddress))", value: nil)
        }
        for identity in cellular?.identities ?? [] {
            tree.setLocally("\(status)/CellularIdentities/\(PercentCoding.encode(identity.imei))", value: nil)
        }
    }
}
