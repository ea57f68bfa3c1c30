import CSP
import Device
import ESP
import Notation
import ReferenceServer

/// Apps that OMA-DM itself installs.
extension ScenarioBuild {
    mutating func readPackage(_ app: Fields, _ name: String, _ id: String) throws(ScenarioError) {
        let code = try app.requireName("productCode")
        try Self.checkProductCode(code, app)
        guard script.packages[code.lowercased()] == nil else {
            throw app.error("productCode", "another package has the productCode \(code)")
        }
        var package = Assignments.Package(
            id: id, name: name, productCode: code, version: try app.text("version") ?? "1.0.0",
            url: try app.text("url") ?? "https://mdm.example.test/packages/\(PercentCoding.encode(id)).msi",
            scope: try app.choice("scope", PhaseScope.self) ?? .device)
        package.enforcement.retryCount = try app.int("retries", in: 0...100) ?? 0
        package.enforcement.retryInterval = try app.int("retryInterval", in: 0...1440) ?? 5
        package.enforcement.timeout = try app.int("timeout", in: 1...1440) ?? 60
        let attempts = try attempts(app, .msi) { (fields) throws(ScenarioError) in
            try Self.refuseInstallation(fields, ["duration", "exitCode"])
            return LifeScript.Package.Attempt(
                downloadSeconds: try fields.seconds("download") ?? 5,
                downloadError: try fields.hresult("downloadFails"),
                installSeconds: try fields.seconds("duration") ?? 20, exitCode: try fields.exitCode("exitCode") ?? 0)
        }
        ensureAssignments()
        assignments?.packages.append(package)
        let upgradeCode = try app.name("upgradeCode")
        if upgradeCode != nil { try Self.checkProductCode(upgradeCode ?? "", app, key: "upgradeCode") }
        script.packages[code.lowercased()] = LifeScript.Package(
            name: name, upgradeCode: upgradeCode, attempts: attempts)
    }

    /// A product code, or an upgrade code, stands in braces.
    static func checkProductCode(
        _ code: String, _ fields: Fields, key: String = "productCode"
    ) throws(ScenarioError) {
        guard code.hasPrefix("{"), code.hasSuffix("}"), code.count > 2 else {
            throw fields.error(
                key, "\"\(code)\" is no \(key == "productCode" ? "product code" : "upgrade code")",
                "write it with its braces, in quotes: \"{11111111-1111-4111-8111-111111111111}\"")
        }
    }

    /// A download that fails is the end of the run: nothing is installed behind it.
    static func refuseInstallation(_ fields: Fields, _ keys: [String]) throws(ScenarioError) {
        guard fields["downloadFails"] != nil, let key = keys.first(where: { fields[$0] != nil }) else { return }
        throw fields.error(
            key, "\(fields.path) has \(key) beside downloadFails, and nothing is installed after a failed download",
            "take one of them out")
    }

    mutating func readModernApp(
        _ app: Fields, _ name: String, _ id: String, _ kind: AppKind
    ) throws(ScenarioError) {
        let package = try Self.package(app)
        guard script.modernApps[package.familyName.lowercased()] == nil else {
            throw app.error("packageFamilyName", "another app has the packageFamilyName \(package.familyName)")
        }
        let isHosted = kind == .uwp
        let source =
            isHosted
            ? try app.choice("source", ModernAppInstall.Source.self) ?? .nonStore : ModernAppInstall.Source.store
        let attempts = try attempts(app, kind) { (fields) throws(ScenarioError) in
            LifeScript.ModernApp.Attempt(
                seconds: try fields.seconds("duration") ?? 30, error: try fields.hresult("fails"))
        }
        let url = try app.text("url") ?? "https://mdm.example.test/packages/\(PercentCoding.encode(id)).appx"
        let productID = try app.name("productId") ?? "9NEXAMPLE000"
        ensureAssignments()
        assignments?.modernApps.append(
            Assignments.ModernApp(
                id: id, name: name, packageFamilyName: package.familyName, packageFullName: package.fullName,
                source: source.rawValue, origin: isHosted ? .hosted(url: url) : .store(productID: productID),
                count: try app.int("count", in: 1...1000) ?? 1,
                scope: try app.choice("scope", PhaseScope.self) ?? .device))
        script.modernApps[package.familyName.lowercased()] = LifeScript.ModernApp(
            name: name, package: package, source: source, attempts: attempts)
    }

    /// By its full name, its family name, or both, which then have to agree.
    private static func package(_ app: Fields) throws(ScenarioError) -> ModernPackage {
        guard let text = try app.name("packageFullName") else {
            let family = try app.requireName("packageFamilyName")
            let parts = family.split(separator: "_", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw app.error(
                    "packageFamilyName", "\"\(family)\" is no package family name",
                    "write name and publisher id, such as Contoso.Reader_8wekyb3d8bbwe")
            }
            return ModernPackage(familyName: family)
        }
        guard let package = ModernPackage(fullName: text) else {
            throw app.error(
                "packageFullName", "\"\(text)\" is no full name of a package",
                "write it as in Contoso.Reader_1.0.0.0_x64__8wekyb3d8bbwe")
        }
        if let family = try app.name("packageFamilyName"), family.lowercased() != package.familyName.lowercased() {
            throw app.error("packageFamilyName", "the full name belongs to \(package.familyName), not to \(family)")
        }
        return package
    }

    mutating func readOffice(_ app: Fields, _ name: String, _ id: String) throws(ScenarioError) {
        let attempts = try attempts(app, .office) { (fields) throws(ScenarioError) in
            LifeScript.Office.Attempt(
                downloadSeconds: try fields.seconds("download") ?? 10,
                installSeconds: try fields.seconds("duration") ?? 120, exitCode: try Self.officeStatus(fields))
        }
        ensureAssignments()
        assignments?.offices.append(Assignments.OfficeInstall(id: id, name: name))
        script.offices[id.lowercased()] = LifeScript.Office(name: name, attempts: attempts)
    }

    private static func officeStatus(_ fields: Fields) throws(ScenarioError) -> Int32 {
        let code = try fields.exitCode("exitCode") ?? 0
        guard code != OfficeInstall.Status.inProgress.rawValue else {
            throw fields.error("exitCode", "997 says that Office is being installed, and is no end")
        }
        return code
    }
}
