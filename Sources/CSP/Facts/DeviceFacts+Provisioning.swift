import DMTree

extension DeviceFacts {
    /// Makes the nodes that the device itself names: its own name, network cards, SIM cards. Leaves of the instances are
    /// read from the facts.
    public func provision(_ tree: inout DeviceTree) {
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
