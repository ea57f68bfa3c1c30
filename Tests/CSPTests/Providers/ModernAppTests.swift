import DMTree
import Notation
import Testing

@testable import CSP

/// EnterpriseModernAppManagement (windows-csp.md 4.2), in both scopes.
@Suite struct ModernAppTests {
    private static let family = "Contoso.Reader_8wekyb3d8bbwe"
    private static let package = "Contoso.Reader_2.1.0.0_x64__8wekyb3d8bbwe"
    private static let hosted = "<Application PackageUri=\"https://mdm.example.test/reader.appx\"/>"
    private static let store = "<Application id=\"9NBLGGH4TEST\" flags=\"0\" skuid=\"0016\"/>"

    private static func document(_ method: ModernAppInstall.Method) -> String { method == .store ? store : hosted }

    private static func app(_ scope: PartScope) -> String {
        scope.csp("EnterpriseModernAppManagement/AppInstallation/\(family)")
    }

    private static func inventory(_ scope: PartScope, _ source: ModernAppInstall.Source) -> String {
        scope.csp("EnterpriseModernAppManagement/AppManagement/\(source.rawValue)/\(family)")
    }

    private static func added(_ scope: PartScope) -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.status(.add, app(scope), format: "node") == 200)
        return tree
    }

    private static func started(
        _ scope: PartScope, _ method: ModernAppInstall.Method
    ) throws -> (tree: DeviceTree, install: ModernAppInstall) {
        var tree = added(scope)
        let application = tree.send(.exec, "\(app(scope))/\(method.rawValue)", document(method), format: "xml")
        let job = try #require(application.jobs.first)
        return (tree, ModernAppInstall(installation: job.uri))
    }

    @Test("After the Add: NOT_INSTALLED without an error", arguments: PartScope.allCases)
    func fresh(scope: PartScope) {
        var tree = Self.added(scope)
        for (leaf, value) in [("Status", "0"), ("LastError", "0"), ("LastErrorDesc", ""), ("ProgressStatus", "0")] {
            #expect(tree.get("\(Self.app(scope))/\(leaf)") == value)
        }
    }

    @Test("Exec: 202, a job, Status 1", arguments: PartScope.allCases, ModernAppInstall.Method.allCases)
    func start(scope: PartScope, method: ModernAppInstall.Method) throws {
        var tree = Self.added(scope)
        let application = tree.send(
            .exec, "\(Self.app(scope))/\(method.rawValue)", Self.document(method), format: "xml")
        #expect(application.status == 202 && application.advised == [])
        let job = try #require(application.jobs.first)
        #expect(job.kind == (method == .store ? .storeInstall : .hostedInstall))
        #expect(job.uri.canonical == Self.app(scope))
        #expect(tree.get(Self.app(scope) + "/Status") == "1")
    }

    @Test(
        "Success: the node goes away and the package stands in the inventory; the alert of a hosted installation is 1226",
        arguments: PartScope.allCases, ModernAppInstall.Method.allCases)
    func success(scope: PartScope, method: ModernAppInstall.Method) throws {
        var (tree, install) = try Self.started(scope, method)
        let source: ModernAppInstall.Source = method == .store ? .store : .nonStore
        let package = try #require(ModernPackage(fullName: Self.package))
        let effects = install.succeed(
            package, method, source: source, publisher: "CN=Contoso", user: "S-1-12-1-1", date: "2026-01-05T00:01:00Z",
            in: &tree)
        #expect(tree.status(.get, Self.app(scope)) == 404)
        let node = "\(Self.inventory(scope, source))/\(Self.package)"
        let isDevice = scope == .device
        for (leaf, value) in [
            ("Name", "Contoso.Reader"), ("Version", "2.1.0.0"), ("Publisher", "CN=Contoso"), ("Architecture", "x64"),
            ("IsFramework", "0"), ("IsBundle", "0"), ("InstallDate", "2026-01-05T00:01:00Z"), ("ResourceID", ""),
            ("PackageStatus", "0"), ("RequiresReinstall", "0"), ("IsProvisioned", isDevice ? "1" : "0"),
            ("Users", isDevice ? "" : "S-1-12-1-1,2"),
        ] {
            #expect(tree.get("\(node)/\(leaf)") == value, "\(leaf)")
        }
        #expect(effects == (method == .store ? [] : [Self.alert(scope, "0")]))
    }

    @Test(
        "Failure: Status 2 with LastError, the node stays",
        arguments: PartScope.allCases, ModernAppInstall.Method.allCases)
    func failure(scope: PartScope, method: ModernAppInstall.Method) throws {
        var (tree, install) = try Self.started(scope, method)
        let effects = install.fail(HRESULT(rawValue: 0x8007_3CF3), method, in: &tree)
        #expect(tree.get(Self.app(scope) + "/Status") == "2")
        #expect(tree.get(Self.app(scope) + "/LastError") == "-2147009293")
        #expect(effects == (method == .store ? [] : [Self.alert(scope, "-2147009293")]))
        let again = tree.send(.exec, "\(Self.app(scope))/\(method.rawValue)", Self.document(method))
        #expect(again.status == 202 && again.jobs.count == 1)
        #expect(tree.get(Self.app(scope) + "/LastError") == "0")
    }

    private static func alert(_ scope: PartScope, _ data: String) -> Effect {
        .raiseAlert(
            GenericAlert(
                code: 1226, type: "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result",
                source: app(scope) + "/HostedInstall", format: "int", data: data))
    }

    @Test(
        "ProgressStatus moves for downloads over https in user scope, and is 0 for the device",
        arguments: [
            (PartScope.user, ModernAppInstall.Method.hosted, hosted, true), (.user, .store, store, true),
            (.user, .hosted, "<Application PackageUri=\"\\\\server\\share\\a.appx\"/>", false),
            (.device, .hosted, hosted, false), (.device, .store, store, false),
        ])
    func progress(scope: PartScope, method: ModernAppInstall.Method, document: String, moves: Bool) throws {
        let job = Job(kind: method.jobKind, uri: try TreeURI(Self.app(scope)), data: document)
        #expect(ModernAppInstall.reportsProgress(job) == moves)
        var (tree, install) = try Self.started(scope, method)
        install.report(percent: 50, in: &tree)
        #expect(tree.get(Self.app(scope) + "/ProgressStatus") == (scope == .user ? "50" : "0"))
    }

    @Test(
        "Documents that are no Application",
        arguments: [
            (.hosted, nil, 415), (.store, "", 415), (.hosted, "<Application", 415),
            (.store, "<Application id=\"x\">", 415),
            (.hosted, "<App PackageUri=\"https://x.test/a\"/>", 500), (.hosted, "<Application/>", 500),
            (.hosted, "<Application PackageUri=\" \"/>", 500), (.hosted, store, 500), (.store, "<Application/>", 500),
            (.store, "<Application id=\"\" skuid=\"0016\"/>", 500), (.store, hosted, 500),
            (
                .hosted,
                "<Application PackageUri=\"https://x.test/a\"><Dependencies><Dependency/></Dependencies></Application>",
                500
            ),
        ] as [(ModernAppInstall.Method, String?, Int)])
    func wrongDocument(method: ModernAppInstall.Method, data: String?, status: Int) {
        var tree = Self.added(.user)
        let application = tree.send(.exec, "\(Self.app(.user))/\(method.rawValue)", data, format: "xml")
        #expect(application.status == status)
        #expect(application.error == (status == 415 ? .xmlParseError : .invalidArgument))
        #expect(application.advised == ["modern.application"] && application.effects.isEmpty)
        #expect(tree.get(Self.app(.user) + "/Status") == "0", "nothing was started")
    }

    @Test("The document of a hosted installation is read whole")
    func document() throws {
        let request = try ModernAppRequest(
            .hosted,
            parsing: """
                <Application PackageUri="https://x.test/a.appx" DeploymentOptions="0"><Dependencies>\
                <Dependency PackageUri="https://x.test/b.appx"/><Dependency PackageUri="https://x.test/c.appx"/>\
                </Dependencies><OptionalPackages><Package PackageUri="https://x.test/d.appx"/></OptionalPackages>\
                </Application>
                """)
        #expect(
            request
                == .hosted(
                    packageURI: "https://x.test/a.appx",
                    dependencies: ["https://x.test/b.appx", "https://x.test/c.appx"], deploymentOptions: "0"))
        #expect(
            try ModernAppRequest(.store, parsing: Self.store) == .store(productID: "9NBLGGH4TEST", skuID: "0016"))
    }

    @Test(
        "Exec before the Add answers 404; while the app is installed it starts nothing", arguments: PartScope.allCases)
    func order(scope: PartScope) throws {
        var fresh = Devices.fresh()
        for method in ModernAppInstall.Method.allCases {
            let early = fresh.send(.exec, "\(Self.app(scope))/\(method.rawValue)", Self.document(method))
            #expect(early.status == 404 && early.error == .nodeNotFound && early.advised == ["node.absent"])
        }
        var (tree, _) = try Self.started(scope, .hosted)
        let again = tree.send(.exec, Self.app(scope) + "/HostedInstall", Self.hosted)
        #expect(again.status == 202 && again.jobs.isEmpty && again.advised == ["modern.running"])
    }

    @Test("Wrong scope: no user, no user scope; DeploymentOptions mean nothing for the device")
    func scopes() {
        var nobody = Devices.fresh(hasUser: false)
        #expect(nobody.status(.add, Self.app(.user), format: "node") == 405)
        let document = "<Application PackageUri=\"https://x.test/a\" DeploymentOptions=\"1\"/>"
        for scope in PartScope.allCases {
            var tree = Self.added(scope)
            let application = tree.send(.exec, Self.app(scope) + "/HostedInstall", document)
            #expect(application.status == 202)
            #expect(application.advised == (scope == .device ? ["modern.deployment-options"] : []))
        }
    }

    @Test(
        "Delete of an app or of its package uninstalls it, which an alert reports", arguments: PartScope.allCases,
        [true, false])
    func uninstall(scope: PartScope, isWholeApp: Bool) throws {
        var (tree, install) = try Self.started(scope, .hosted)
        let package = try #require(ModernPackage(fullName: Self.package))
        _ = install.succeed(
            package, .hosted, source: .nonStore, publisher: "CN=Contoso", user: "", date: "", in: &tree)
        let family = Self.inventory(scope, .nonStore)
        let target = isWholeApp ? family : "\(family)/\(Self.package)"
        let application = tree.send(.delete, target)
        #expect(application.status == 200)
        #expect(
            application.effects == [
                .raiseAlert(
                    GenericAlert(
                        code: 1226, type: "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result",
                        source: target, format: "int", data: "0"))
            ])
        #expect(tree.status(.get, "\(family)/\(Self.package)/Name") == 404)
    }

    @Test("Delete of an app that is being installed, or of a setting of one, raises no alert")
    func otherDeletes() throws {
        var (tree, _) = try Self.started(.device, .hosted)
        #expect(tree.send(.delete, Self.app(.device)).effects.isEmpty)
        let setting = Self.inventory(.device, .store) + "/DoNotUpdate"
        #expect(tree.status(.add, setting, "1", format: "int") == 200)
        #expect(tree.send(.delete, setting).effects.isEmpty)
    }

    @Test("A package's names")
    func names() throws {
        let package = try #require(ModernPackage(fullName: "Contoso.Reader_2.1.0.0_neutral_~_8wekyb3d8bbwe"))
        #expect(package.name == "Contoso.Reader" && package.version == "2.1.0.0" && package.architecture == "neutral")
        #expect(package.resourceID == "~" && package.publisherID == "8wekyb3d8bbwe")
        #expect(package.familyName == Self.family)
        #expect(ModernPackage(familyName: Self.family).fullName == "Contoso.Reader_1.0.0.0_x64__8wekyb3d8bbwe")
        #expect(ModernPackage(familyName: Self.family).familyName == Self.family)
        for text in ["", "Contoso.Reader", Self.family, "a_b_c_d", "_1.0_x64__p", "a_b_c_d_e_f"] {
            #expect(ModernPackage(fullName: text) == nil)
        }
    }

    @Test("Read-only nodes", arguments: ["Status", "LastError", "LastErrorDesc", "ProgressStatus"])
    func readOnly(leaf: String) throws {
        var (tree, _) = try Self.started(.user, .store)
        for verb in [Verb.replace, .add, .delete, .exec] {
            #expect(tree.status(verb, "\(Self.app(.user))/\(leaf)", "3") == 405)
        }
    }
}
