import DMTree
import Notation
import Testing

@testable import CSP

/// The inventory of EnterpriseModernAppManagement, and what is done with it (windows-csp.md 4.2).
@Suite struct AppInventoryTests {
    private static let sid = "S-1-12-1-1"

    private static func management(_ scope: PartScope) -> String {
        scope.csp("EnterpriseModernAppManagement/AppManagement")
    }

    private typealias Installed = DeviceFacts.InstalledPackage

    private static func package(
        _ name: String, _ origin: Installed.Origin, _ kind: Installed.Kind? = nil, publisher: String = "CN=Contoso"
    ) -> Installed {
        guard let package = ModernPackage(fullName: name) else { preconditionFailure(name) }
        return Installed(package: package, origin: origin, kind: kind, publisher: publisher)
    }

    private static let reader = "Contoso.Reader_2.1.0.0_x64__8wekyb3d8bbwe"
    private static let readerFamily = "Contoso.Reader_8wekyb3d8bbwe"
    private static let shell = "Microsoft.Shell_1.0.0.0_neutral_neutral_cw5n1h2txyewy"

    /// Six packages: main, bundle and resources of a Store app, one app of the server's, a framework, one of Windows.
    private static func device(_ change: (inout DeviceFacts) -> Void = { _ in }) -> DeviceTree {
        var kept: DeviceFacts?
        var tree = Devices.provisioned { facts in
            facts.packages = [
                package(reader, .appStore), package("Contoso.Reader_2.1.0.0_neutral_~_8wekyb3d8bbwe", .appStore),
                package("Contoso.Reader_2.1.0.0_neutral_split.language-de_8wekyb3d8bbwe", .appStore),
                package("Fabrikam.Lob_1.0.0.0_x64__abc", .nonStore, publisher: "CN=Fabrikam, O=\"Fabrikam & Co\""),
                package("Contoso.Libs_9.0.0.0_x64__8wekyb3d8bbwe", .nonStore, .framework),
                package(shell, .system, .main, publisher: "CN=Microsoft"),
            ]
            change(&facts)
            kept = facts
        }
        kept?.provisionUser(sid, in: &tree)
        return tree
    }

    @Test(
        "A package that the device came with shows all leaves", arguments: PartScope.allCases)
    func leaves(scope: PartScope) {
        var tree = Self.device { facts in
            facts.packages[0].status = .disabled
            facts.packages[0].requiresReinstall = true
            facts.packages[0].isStub = true
        }
        let node = "\(Self.management(scope))/AppStore/\(Self.readerFamily)/\(Self.reader)"
        for (leaf, value, format) in [
            ("Name", "Contoso.Reader", "chr"), ("Version", "2.1.0.0", "chr"), ("Publisher", "CN=Contoso", "chr"),
            ("Architecture", "x64", "chr"),
            ("InstallLocation", "C:\\Program Files\\WindowsApps\\\(Self.reader)", "chr"), ("IsFramework", "0", "int"),
            ("IsBundle", "0", "int"), ("InstallDate", "2026-01-02T09:00:00Z", "chr"), ("ResourceID", "", "chr"),
            ("PackageStatus", "8", "int"), ("RequiresReinstall", "1", "int"), ("Users", "\(Self.sid),2", "chr"),
            ("IsProvisioned", "1", "int"), ("IsStub", "1", "int"),
        ] {
            let entry = tree.send(.get, "\(node)/\(leaf)").reading?.entries.first
            #expect(entry?.data == value && entry?.format.rawValue == format, "\(leaf)")
        }
        #expect(
            tree.get(Self.management(scope) + "/nonStore")
                == "ReleaseManagement/Fabrikam.Lob_abc/Contoso.Libs_8wekyb3d8bbwe")
    }

    @Test("The numbers of PackageStatus")
    func statuses() {
        for (status, code) in zip(Installed.Status.allCases, ["0", "1", "2", "4", "8"]) {
            var tree = Self.device { $0.packages[0].status = status }
            let node = "\(Self.management(.device))/AppStore/\(Self.readerFamily)/\(Self.reader)/PackageStatus"
            #expect(tree.get(node) == code)
        }
    }

    @Test("Without a user at the device a package has no users there")
    func noUsers() {
        var tree = Self.device()
        _ = tree.switchUser(to: nil)
        #expect(tree.get("\(Self.management(.device))/AppStore/\(Self.readerFamily)/\(Self.reader)/Users") == "")
    }

    // MARK: Queries

    /// The full names in the results, in order.
    private func names(_ query: String, _ scope: PartScope = .device) throws -> [String] {
        var tree = Self.device()
        #expect(tree.status(.replace, Self.management(scope) + "/AppInventoryQuery", query, format: "xml") == 200)
        let answer = tree.get(Self.management(scope) + "/AppInventoryResults")
        let text = try #require(answer)
        return text.split(separator: "PackageFullName=\"").dropFirst().compactMap { part in
            // Name and what follows the architecture: resource id, or for the app itself the publisher id.
            part.split(separator: "\"").first.map { $0.split(separator: "_") }.map { "\($0[0])_\($0[3])" }
        }
    }

    @Test(
        "Which packages a query gives, in both scopes",
        arguments: [
            (
                "<Inventory/>",
                [
                    "Contoso.Reader_8wekyb3d8bbwe", "Contoso.Reader_~", "Fabrikam.Lob_abc",
                    "Contoso.Libs_8wekyb3d8bbwe", "Microsoft.Shell_neutral",
                ]
            ),
            ("<Inventory PackageTypeFilter=\"Main\" Source=\"nonStore\"/>", ["Fabrikam.Lob_abc"]),
            ("<Inventory Source=\"AppStore\" PackageTypeFilter=\"Resource\"/>", ["Contoso.Reader_split.language-de"]),
            (
                "<Inventory Source=\"AppStore\" PackageTypeFilter=\"All\"/>",
                ["Contoso.Reader_8wekyb3d8bbwe", "Contoso.Reader_~", "Contoso.Reader_split.language-de"]
            ),
            (
                "<Inventory PackageTypeFilter=\"bundle | FRAMEWORK\"/>",
                ["Contoso.Reader_~", "Contoso.Libs_8wekyb3d8bbwe"]
            ),
            (
                "<Inventory Source=\"appstore|System\" PackageTypeFilter=\"Main\"/>",
                ["Contoso.Reader_8wekyb3d8bbwe", "Microsoft.Shell_neutral"]
            ),
            (
                "<Inventory PackageFamilyName=\"reader_8\" PackageTypeFilter=\"Main\"/>",
                ["Contoso.Reader_8wekyb3d8bbwe"]
            ),
            ("<Inventory Publisher=\"fabrikam\"/>", ["Fabrikam.Lob_abc"]), ("<Inventory Publisher=\"Nobody\"/>", []),
            ("<Inventory PackageTypeFilter=\"XAP\"/>", []),
        ])
    func query(query: String, expected: [String]) throws {
        for scope in PartScope.allCases {
            #expect(try names(query, scope) == expected, "\(scope)")
        }
    }

    @Test("What a query says of a package: names, details, and RequiresReinstall, in both spellings")
    func output() throws {
        var tree = Self.device()
        let management = Self.management(.device)
        func results(_ output: String) throws -> String {
            let query = "<Inventory Output=\"\(output)\" Source=\"nonStore\" PackageTypeFilter=\"Main\"/>"
            #expect(tree.status(.replace, management + "/AppInventoryQuery", query, format: "xml") == 200)
            let answer = tree.get(management + "/AppInventoryResults")
            return try #require(answer)
        }
        let names = "PackageFamilyName=\"Fabrikam.Lob_abc\" PackageFullName=\"Fabrikam.Lob_1.0.0.0_x64__abc\""
        for spelling in ["PackageNames", "PackagesName"] {
            #expect(try results(spelling) == "<Packages><Package \(names)/></Packages>")
        }
        for spelling in ["PackageNames|RequiresReinstall", "RequiredReinstall"] {
            #expect(try results(spelling) == "<Packages><Package \(names) RequiresReinstall=\"0\"/></Packages>")
        }
        let details = try results("PackageDetails")
        #expect(
            details == "<Packages><Package \(names) Name=\"Fabrikam.Lob\" Version=\"1.0.0.0\" "
                + "Publisher=\"CN=Fabrikam, O=&quot;Fabrikam &amp; Co&quot;\" Architecture=\"x64\" "
                + "InstallLocation=\"C:\\Program Files\\WindowsApps\\Fabrikam.Lob_1.0.0.0_x64__abc\" IsFramework=\"0\" "
                + "IsBundle=\"0\" InstallDate=\"2026-01-02T09:00:00Z\" ResourceID=\"\" PackageStatus=\"0\" "
                + "Users=\"\(Self.sid),2\" IsProvisioned=\"1\"/></Packages>")
        #expect(tree.send(.get, management + "/AppInventoryResults").reading?.entries.first?.format == .xml)
    }

    @Test("Results are those of the last query; before one there are none")
    func lastQuery() {
        var tree = Self.device()
        let management = Self.management(.device)
        #expect(tree.status(.get, management + "/AppInventoryResults") == 404)
        #expect(tree.status(.replace, management + "/AppInventoryQuery", "<Inventory Publisher=\"x\"/>") == 200)
        #expect(tree.get(management + "/AppInventoryResults") == "<Packages></Packages>")
        #expect(tree.status(.replace, management + "/AppInventoryQuery", "<Inventory Output=\"All\"/>") == 500)
        #expect(
            tree.get(management + "/AppInventoryResults") == "<Packages></Packages>", "the refused one changed nothing")
        #expect(tree.get(management + "/AppInventoryQuery") == "<Inventory Publisher=\"x\"/>")
    }

    @Test(
        "Documents that are no query",
        arguments: [
            (nil, 415, .xmlParseError), ("", 415, .xmlParseError), ("<Inventory", 415, .xmlParseError),
            ("&lt;Inventory/&gt;", 415, .xmlParseError), ("<Query/>", 500, .invalidArgument),
            ("<Inventory Output=\"Names\"/>", 500, .invalidArgument),
            ("<Inventory Source=\"Store\"/>", 500, .invalidArgument),
            ("<Inventory PackageTypeFilter=\"Main|Apps\"/>", 500, .invalidArgument),
        ] as [(String?, Int, HRESULT)])
    func wrongQuery(query: String?, status: Int, error: HRESULT) {
        for scope in PartScope.allCases {
            var tree = Self.device()
            let application = tree.send(.replace, Self.management(scope) + "/AppInventoryQuery", query, format: "xml")
            #expect(application.status == status && application.error == error)
            #expect(application.advised == ["modern.inventory-query"])
        }
    }

    @Test("A query that is cut off anywhere is refused")
    func truncation() throws {
        let query = Array("<Inventory Output=\"PackageDetails\" Source=\"System\"/>".utf8)
        for length in 0..<query.count {
            #expect(throws: DocumentFault.self) {
                try AppInventoryQuery(parsing: String(decoding: query.prefix(length), as: UTF8.self))
            }
        }
        _ = try AppInventoryQuery(parsing: String(decoding: query, as: UTF8.self))
    }

    @Test("Wrong verbs on the nodes beside the inventory")
    func verbs() {
        var tree = Self.device()
        let management = Self.management(.device)
        for (leaf, verbs) in [
            ("AppInventoryQuery", [Verb.add, .delete, .exec]),
            ("AppInventoryResults", [.add, .replace, .delete, .exec]),
            ("LastScanError", [.add, .replace, .delete, .exec]), ("UpdateScan", [.get, .add, .replace, .delete]),
        ] {
            for verb in verbs { #expect(tree.status(verb, "\(management)/\(leaf)", "<a/>") == 405, "\(verb) \(leaf)") }
        }
    }

    // MARK: Removing and resetting

    private static let alertType = "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result"

    @Test("RemovePackage for all users: the package goes from the device and its user, an alert reports it")
    func remove() {
        var tree = Self.device()
        let document = "<Package Name=\"\(Self.reader)\" RemoveForAllUsers=\"1\"/>"
        let application = tree.send(.exec, Self.management(.device) + "/RemovePackage", document, format: "xml")
        #expect(application.status == 200)
        let node = "\(Self.management(.device))/AppStore/\(Self.readerFamily)/\(Self.reader)"
        #expect(
            application.effects == [
                .raiseAlert(GenericAlert(code: 1226, type: Self.alertType, source: node, format: "int", data: "0"))
            ])
        for scope in PartScope.allCases {
            #expect(tree.status(.get, "\(Self.management(scope))/AppStore/\(Self.readerFamily)/\(Self.reader)") == 404)
            #expect(
                tree.status(.get, "\(Self.management(scope))/AppStore/\(Self.readerFamily)") == 200,
                "its bundle is there")
        }
    }

    @Test("With its last package a family goes")
    func removeLast() {
        var tree = Self.device { $0.packages = [Self.package(Self.reader, .appStore)] }
        let document = "<Package Name=\"\(Self.reader)\" RemoveForAllUsers=\"1\"/>"
        #expect(tree.status(.exec, Self.management(.device) + "/RemovePackage", document) == 200)
        for scope in PartScope.allCases {
            #expect(tree.get(Self.management(scope) + "/AppStore") == "ReleaseManagement")
        }
    }

    @Test(
        "What RemovePackage refuses",
        arguments: [
            (nil, 415, .xmlParseError, "modern.package"), ("<Package", 415, .xmlParseError, "modern.package"),
            ("<Packages/>", 500, .invalidArgument, "modern.package"),
            ("<Package/>", 500, .invalidArgument, "modern.package"),
            ("<Package Name=\"Contoso.Reader\" RemoveForAllUsers=\"1\"/>", 500, .invalidArgument, "modern.package"),
            ("<Package Name=\"\(reader)\"/>", 406, .notImplemented, "modern.package"),
            ("<Package Name=\"\(reader)\" RemoveForAllUsers=\"0\"/>", 406, .notImplemented, "modern.package"),
            ("<Package Name=\"\(reader)\" RemoveForAllUsers=\"yes\"/>", 500, .invalidArgument, "modern.package"),
            ("<Package Name=\"A_1_x64__b\" RemoveForAllUsers=\"1\"/>", 404, .nodeNotFound, "modern.package-absent"),
            ("<Package Name=\"\(shell)\" RemoveForAllUsers=\"1\"/>", 405, .commandNotAllowed, "modern.system-app"),
            (
                "<Package Name=\"Fabrikam.Lob_1.0.0.0_x64__abc\" RemoveForAllUsers=\"1\"/>", 500, .invalidArgument,
                "modern.not-provisioned"
            ),
        ] as [(String?, Int, HRESULT, String)])
    func wrongRemoval(document: String?, status: Int, error: HRESULT, rule: String) {
        var tree = Self.device { $0.packages[3].isProvisioned = false }
        let application = tree.send(.exec, Self.management(.device) + "/RemovePackage", document, format: "xml")
        #expect(application.status == status && application.error == error && application.advised == [rule])
        #expect(application.effects.isEmpty)
        #expect(tree.status(.get, "\(Self.management(.device))/AppStore/\(Self.readerFamily)/\(Self.reader)") == 200)
    }

    @Test(
        "Ledger 18: RemovePackage exists in ./Device and works there; in ./User it does not work, unless the switch says so"
    )
    func removalScope() {
        var tree = Self.device()
        let document = "<Package Name=\"\(Self.reader)\" RemoveForAllUsers=\"1\"/>"
        let refused = tree.send(.exec, Self.management(.user) + "/RemovePackage", document)
        #expect(
            refused.status == 405 && refused.error == .commandNotAllowed && refused.advised == ["modern.remove-scope"])
        var other = DeviceTree(
            schema: WindowsSchema(), providers: [EnterpriseModernAppManagement(removesForUser: true)])
        let node = "\(Self.management(.user))/AppStore/\(Self.readerFamily)/\(Self.reader)"
        other.setLocally(node, value: nil)
        #expect(other.status(.exec, Self.management(.user) + "/RemovePackage", document) == 200)
        #expect(other.status(.get, node) == 404)
        var old = Devices.provisioned("10.0.14393.0")
        #expect(old.status(.exec, Self.management(.device) + "/RemovePackage", document) == 405, "15063 brought it")
    }

    @Test("ResetPackage brings a damaged package back", arguments: PartScope.allCases)
    func reset(scope: PartScope) {
        var tree = Self.device { facts in
            facts.packages[0].status = .modified
            facts.packages[0].requiresReinstall = true
        }
        let node = "\(Self.management(scope))/AppStore/\(Self.readerFamily)/\(Self.reader)"
        #expect(tree.get(node + "/PackageStatus") == "2")
        let application = tree.send(
            .exec, Self.management(scope) + "/ResetPackage", "<Package Name=\"\(Self.reader)\"/>", format: "xml")
        #expect(application.status == 200 && application.effects.isEmpty)
        #expect(tree.get(node + "/PackageStatus") == "0" && tree.get(node + "/RequiresReinstall") == "0")
        #expect(tree.get(node + "/Name") == "Contoso.Reader")
        for (document, status, rule) in [
            (nil, 415, "modern.package"), ("<Package/>", 500, "modern.package"),
            ("<Package Name=\"A_1_x64__b\"/>", 404, "modern.package-absent"),
        ] as [(String?, Int, String)] {
            let refused = tree.send(.exec, Self.management(scope) + "/ResetPackage", document)
            #expect(refused.status == status && refused.advised == [rule])
        }
        var old = Devices.provisioned("10-22h2")
        #expect(
            old.status(.exec, Self.management(scope) + "/ResetPackage", "<Package Name=\"\(Self.reader)\"/>") == 405)
    }

    @Test(
        "Delete uninstalls an app that the device came with, in the scope that is named", arguments: PartScope.allCases)
    func uninstall(scope: PartScope) {
        var tree = Self.device()
        let family = "\(Self.management(scope))/AppStore/\(Self.readerFamily)"
        let application = tree.send(.delete, family)
        #expect(
            application.effects == [
                .raiseAlert(GenericAlert(code: 1226, type: Self.alertType, source: family, format: "int", data: "0"))
            ])
        #expect(tree.status(.get, family) == 404)
        let other = "\(Self.management(scope == .device ? .user : .device))/AppStore/\(Self.readerFamily)"
        #expect(tree.status(.get, other) == 200)
        let again = tree.send(.delete, family)
        #expect(again.status == 404 && again.error == .nodeNotFound && again.effects.isEmpty)
    }

    @Test("An app of Windows itself is not uninstalled", arguments: PartScope.allCases)
    func system(scope: PartScope) {
        var tree = Self.device()
        let family = "\(Self.management(scope))/System/Microsoft.Shell_cw5n1h2txyewy"
        for node in [Self.management(scope) + "/System", family, "\(family)/\(Self.shell)"] {
            let application = tree.send(.delete, node)
            #expect(application.status == 405 && application.error == .commandNotAllowed)
            #expect(application.advised == ["modern.system-app"] && application.effects.isEmpty)
        }
        #expect(
            tree.get("\(family)/\(Self.shell)/InstallLocation")
                == "C:\\Windows\\SystemApps\\Microsoft.Shell_cw5n1h2txyewy")
        #expect(tree.status(.add, family + "/DoNotUpdate", "1", format: "int") == 200)
        #expect(tree.status(.delete, family + "/DoNotUpdate") == 200, "a setting is no app")
    }

    // MARK: Updates

    @Test("UpdateScan: 202 and a job; LastScanError says how it ended", arguments: PartScope.allCases)
    func updateScan(scope: PartScope) throws {
        var tree = Self.device()
        #expect(tree.get(Self.management(scope) + "/LastScanError") == "0")
        let application = tree.send(.exec, Self.management(scope) + "/UpdateScan")
        #expect(application.status == 202)
        let job = try #require(application.jobs.first)
        #expect(job.kind == .appUpdateScan && job.uri.canonical == Self.management(scope) + "/UpdateScan")
        ModernAppInstall.endScan(job.uri, error: HRESULT(rawValue: 0x8024_402C), in: &tree)
        #expect(tree.get(Self.management(scope) + "/LastScanError") == "-2145107924")
        ModernAppInstall.endScan(job.uri, error: HRESULT(0), in: &tree)
        #expect(tree.get(Self.management(scope) + "/LastScanError") == "0")
    }

    @Test("DoNotUpdate belongs to an app that is there; 0 and 1 only")
    func doNotUpdate() {
        var tree = Self.device()
        let leaf = "\(Self.management(.device))/AppStore/\(Self.readerFamily)/DoNotUpdate"
        #expect(tree.status(.get, leaf) == 404)
        #expect(tree.status(.replace, leaf, "1", format: "int") == 200)
        #expect(tree.get(leaf) == "1")
        let two = tree.send(.replace, leaf, "2", format: "int")
        #expect(two.status == 500 && two.error == .invalidArgument && two.advised == ["value.not-allowed"])
        #expect(tree.send(.replace, leaf, "yes", format: "int").status == 415)
        let absent = tree.send(.replace, "\(Self.management(.device))/AppStore/A_b/DoNotUpdate", "1", format: "int")
        #expect(absent.status == 404 && absent.advised == ["node.parent-missing"])
    }

    @Test("ReleaseManagement: an Add makes the key; the device's release comes before the user's")
    func releaseManagement() {
        var tree = Self.device()
        func key(_ scope: PartScope) -> String {
            "\(Self.management(scope))/AppStore/ReleaseManagement/\(Self.readerFamily)"
        }
        let early = tree.send(.replace, key(.device) + "/ChannelId", "x")
        #expect(early.status == 404 && early.advised == ["node.parent-missing"])
        for leaf in ["ChannelId", "ReleaseManagementId"] {
            #expect(tree.status(.add, "\(key(.user))/\(leaf)", "user's") == 200)
            #expect(tree.get("\(key(.user))/EffectiveRelease/\(leaf)") == "user's")
            #expect(tree.status(.add, "\(key(.device))/\(leaf)", "device's") == 200)
            for scope in PartScope.allCases {
                #expect(tree.get("\(key(scope))/EffectiveRelease/\(leaf)") == "device's")
            }
            #expect(tree.status(.replace, "\(key(.device))/EffectiveRelease/\(leaf)", "x") == 405)
            #expect(tree.status(.delete, "\(key(.device))/\(leaf)") == 200)
            #expect(tree.get("\(key(.device))/EffectiveRelease/\(leaf)") == "user's")
        }
    }

    // MARK: Licences

    @Test("AddLicense and GetLicenseFromStore fill the licence", arguments: PartScope.allCases)
    func licenses(scope: PartScope) {
        var tree = Self.device()
        let license = scope.csp("EnterpriseModernAppManagement/AppLicenses/StoreLicenses/\(Self.readerFamily)")
        let early = tree.send(.exec, license + "/AddLicense", "<License Content=\"TElD\"/>")
        #expect(early.status == 404 && early.advised == ["node.absent"], "the licence wants an Add first")
        #expect(tree.status(.add, license, format: "node") == 200)
        func kind() -> [String?] {
            ["LicenseCategory", "LicenseUsage", "RequesterID"].map { tree.get("\(license)/\($0)") }
        }
        #expect(kind() == ["Unknown", "Unknown", ""])
        #expect(tree.send(.exec, license + "/AddLicense", "<License Content=\"TElD\"/>", format: "xml").status == 200)
        #expect(kind() == ["Enterprise", "Offline", ""])
        #expect(tree.send(.exec, license + "/GetLicenseFromStore").status == 200)
        #expect(kind() == ["Retail", "Online", ""])
        #expect(tree.status(.replace, license + "/LicenseCategory", "OEM") == 405)
        #expect(tree.status(.delete, license) == 200)
        #expect(tree.status(.get, license + "/LicenseUsage") == 404)
    }

    @Test(
        "Documents that are no licence",
        arguments: [
            ("AddLicense", nil, 415), ("AddLicense", "<License Content=\"TElD\">", 415),
            ("AddLicense", "<License/>", 500),
            ("AddLicense", "<License Content=\"a b c\"/>", 500), ("AddLicense", "<License Content=\"TE=D\"/>", 500),
            ("AddLicense", "<License Content=\"TElDA\"/>", 500), ("AddLicense", "<Licence Content=\"TElD\"/>", 500),
            ("GetLicenseFromStore", "<License", 415),
        ] as [(String, String?, Int)])
    func wrongLicense(command: String, document: String?, status: Int) {
        var tree = Self.device()
        let license = PartScope.device.csp("EnterpriseModernAppManagement/AppLicenses/StoreLicenses/A")
        #expect(tree.status(.add, license, format: "node") == 200)
        let application = tree.send(.exec, "\(license)/\(command)", document)
        #expect(application.status == status && application.advised == ["modern.license"])
        #expect(application.error == (status == 415 ? .xmlParseError : .invalidArgument))
        #expect(tree.get(license + "/LicenseUsage") == "Unknown")
    }
}
