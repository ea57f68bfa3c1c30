import DMTree
import Notation

extension DeviceFacts {
    /// Makes the nodes that the device itself names: its own name, network cards, SIM cards, programs and packages. Leaves of
    /// the instances are read from the facts.
    public func provision(_ tree: inout DeviceTree) {
        ComputerName.set(deviceName, in: &tree)
        let status = "./Device/Vendor/MSFT/DeviceStatus"
        for adapter in networkAdapters {
            tree.setLocally("\(status)/NetworkIdentifiers/\(PercentCoding.encode(adapter.macAddress))", value: nil)
        }
        for identity in cellular?.identities ?? [] {
            tree.setLocally("\(status)/CellularIdentities/\(PercentCoding.encode(identity.imei))", value: nil)
        }
        for program in programs {
            tree.setLocally("\(Win32Programs.container)/\(PercentCoding.encode(program.key))", value: nil)
        }
        provisionPackages("./Device", user: nil, &tree)
    }

    /// The packages of a user who has just come to the device.
    ///
    /// - Parameter sid: whose nodes the tree holds.
    public func provisionUser(_ sid: String, in tree: inout DeviceTree) {
        provisionPackages("./User", user: sid, &tree)
    }

    private func provisionPackages(_ scope: String, user: String?, _ tree: inout DeviceTree) {
        let management = "\(scope)/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement"
        for installed in packages {
            let origin = "\(management)/\(installed.origin.rawValue)"
            let family = PercentCoding.encode(installed.package.familyName)
            let node = "\(origin)/\(family)/\(PercentCoding.encode(installed.package.fullName))"
            tree.setLocally(node, value: nil)
            // 2 is "installed"; how user and state stand together is our choice.
            if let user { tree.setLocally("\(node)/Users", value: "\(user),2") }
        }
    }
}
