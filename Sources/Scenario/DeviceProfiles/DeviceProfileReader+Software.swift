import CSP
import Device
import Yams

extension DeviceProfileReader {
    static func readPrograms(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        guard fields["programs"] != nil else { return }
        profile.programs = []
        for node in try fields.list("programs") {
            let program = try Fields(
                node, path: "programs",
                keys: ["name", "publisher", "version", "language", "key", "productCode", "packageCode"])
            let name = try program.requireName("name")
            let origin: DeviceProfile.InstalledProgram.Origin
            if let code = try program.name("productCode") {
                guard program["key"] == nil else {
                    throw program.error("key", "the key of an MSI product is its product code", "take one of them out")
                }
                try ScenarioBuild.checkProductCode(code, program)
                origin = .msi(productCode: code, packageCode: try program.name("packageCode"))
            } else {
                guard program["packageCode"] == nil else {
                    throw program.error("packageCode", "programs has a packageCode without a productCode")
                }
                origin = .uninstallKey(try program.name("key") ?? name)
            }
            let installed = DeviceProfile.InstalledProgram(
                name: name, publisher: try program.text("publisher") ?? "",
                version: try program.text("version") ?? "1.0", language: try program.text("language") ?? "",
                origin: origin)
            guard !profile.programs.contains(where: { $0.key.lowercased() == installed.key.lowercased() }) else {
                throw Fields.error(node, "another entry of programs has the key \"\(installed.key)\"")
            }
            profile.programs.append(installed)
        }
    }

    static func readPackages(_ fields: Fields, _ profile: inout DeviceProfile) throws(ScenarioError) {
        typealias Installed = DeviceProfile.InstalledPackage
        guard fields["packages"] != nil else { return }
        profile.packages = []
        for node in try fields.list("packages") {
            let entry = try Fields(
                node, path: "packages",
                keys: [
                    "package", "source", "kind", "publisher", "installed", "status", "requiresReinstall",
                    "provisioned", "stub",
                ])
            let name = try entry.requireName("package")
            guard let package = ModernPackage(fullName: name) else {
                throw entry.error(
                    "package", "\"\(name)\" is no full name of a package",
                    "write Name_Version_Architecture_ResourceID_PublisherID, as Contoso.App_1.0.0.0_x64__8wekyb3d8bbwe")
            }
            guard !profile.packages.contains(where: { $0.package.fullName.lowercased() == name.lowercased() }) else {
                throw entry.error("package", "packages lists \"\(name)\" twice")
            }
            var installed = Installed(
                package: package, origin: try entry.choice("source", Installed.Origin.self) ?? .nonStore,
                kind: try entry.choice("kind", Installed.Kind.self),
                publisher: try entry.name("publisher") ?? "CN=\(package.publisherID)")
            if let date = try entry.name("installed") { installed.installDate = date }
            if let status = try entry.choice("status", Installed.Status.self) { installed.status = status }
            if let isOn = try entry.bool("requiresReinstall") { installed.requiresReinstall = isOn }
            if let isOn = try entry.bool("provisioned") { installed.isProvisioned = isOn }
            if let isOn = try entry.bool("stub") { installed.isStub = isOn }
            profile.packages.append(installed)
        }
    }
}
