import DMTree
import ESP
import Notation

/// MSI and Office packages (ESP-603).
extension RegistryMirror {
    /// What stands for a user's SID in device scope.
    private static let deviceSID = "S-0-0-00-0000000000-0000000000-000000000-000"

    mutating func mirrorPackages(_ tree: DeviceTree) {
        mirrorProducts(.device, Self.deviceSID, tree)
        if let sid = state.userSID { mirrorProducts(.user, sid, tree) }
        mirrorOffice(tree)
    }

    /// `EnterpriseDesktopAppManagement\{SID}\MSI\{ProductCode}`.
    private mutating func mirrorProducts(_ scope: PhaseScope, _ sid: String, _ tree: DeviceTree) {
        let csp = [scope.rawValue, "vendor", "msft", "enterprisedesktopappmanagement", "msi"]
        let base = "\(scope.root)/EnterpriseDesktopAppManagement/MSI/"
        let downloads = state.downloads
        state.registry.rebuild(.desktopApps.child(sid).child("MSI")) { key in
            for product in tree.storage[csp]?.orderedChildren ?? [] {
                var subkey = RegistryKey(RegistryPath.safe(product.name))
                subkey["Status"] = product.number("status")
                let uri = base + PercentCoding.encode(product.name)
                subkey["CurrentDownloadUrl"] = downloads[uri.lowercased()].map(RegistryValue.string)
                subkey["ProductCode"] = .string(product.name)
                key.replace(subkey)
            }
        }
    }

    /// `OfficeCSP\{id}`: FinalStatus in an end state only.
    private mutating func mirrorOffice(_ tree: DeviceTree) {
        let csp = ["device", "vendor", "msft", "office", "installation"]
        state.registry.rebuild(.office) { key in
            for installation in tree.storage[csp]?.orderedChildren ?? [] {
                var subkey = RegistryKey(RegistryPath.safe(installation.name))
                subkey["Status"] = installation.number("status")
                let final = installation.number("finalstatus")
                subkey["FinalStatus"] = final == .dword(60) || final == .dword(70) ? final : nil
                key.replace(subkey)
            }
        }
    }
}

extension TreeNode {
    /// The number in a leaf below, by its name in lower case.
    fileprivate func number(_ leaf: String) -> RegistryValue? {
        orderedChildren.first { $0.name.lowercased() == leaf }?.value.flatMap(HRESULT.init(text:)).map {
            .dword($0.rawValue)
        }
    }
}
