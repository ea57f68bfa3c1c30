import CSP
import DMTree
import Notation
import Testing

/// DeclaredConfiguration (windows-csp.md 4.14).
@Suite struct DeclaredConfigurationTests {
    private static let id = "0A1B2C3D-0000-4000-8000-0123456789AB"
    private static let other = "0A1B2C3D-0000-4000-8000-0123456789AC"
    private static let host = "./Device/Vendor/MSFT/DeclaredConfiguration/Host"
    private static let alertType = "com.microsoft.mdm.declaredconfigurationdocuments"

    private static func node(_ id: String = id, _ branch: String = "Complete") -> String {
        "\(host)/\(branch)/Documents/\(id)/Document"
    }

    private static func results(_ id: String = id, _ branch: String = "Complete") -> String {
        "\(host)/\(branch)/Results/\(id)/Document"
    }

    private static func document(
        _ id: String = id, checksum: String = "1", context: String = "Device",
        scenario: String = "MSFTExtensibilityMIProviderConfig", path: String = "c:\\a.txt", contents: String = "x & y"
    ) -> String {
        """
        <DeclaredConfiguration schema="1.0" context="\(context)" id="{\(id)}" checksum="\(checksum)" \
        osdefinedscenario="\(scenario)"><DSC namespace="root/Microsoft/Windows/DesiredStateConfiguration" \
        className="MSFT_FileDirectoryConfiguration"><Key name="DestinationPath">\(path)</Key>\
        <Value name="Contents">\(contents.replacing("&", with: "&amp;"))</Value></DSC></DeclaredConfiguration>
        """
    }

    private static func linked() throws -> DeviceTree {
        var tree = Devices.enrolled()
        LinkedEnrollment(node: try TreeURI("\(Devices.account)/LinkedEnrollment")).set(.enrolSucceeded, in: &tree)
        return tree
    }

    private static func result(_ id: String = id, _ branch: String = "Complete") throws -> DeclaredResult {
        try #require(DeclaredResult(document: try TreeURI(node(id, branch))))
    }

    private static func planned(_ application: Application) -> [Job] {
        application.effects.compactMap { if case .planJob(let job) = $0 { job } else { nil } }
    }

    @Test("A good life: 200, state 1, 2, 60 with a result for each resource; deleted: 10, 11, 70")
    func good() throws {
        var settings = DeclaredSettings()
        var tree = try Self.linked()
        #expect(tree.standingAlerts.isEmpty)
        let add = tree.send(.add, Self.node(), Self.document(), format: "chr")
        #expect(add.status == 200 && add.advised.isEmpty)
        #expect(
            Self.planned(add) == [
                Job(kind: .declaredDocument, uri: try TreeURI("\(Self.host)/Complete/Documents/\(Self.id)"), data: "")
            ])
        let result = try Self.result()
        #expect(result.state(in: tree) == .configRequest)
        result.takeUp(in: &tree)
        #expect(result.state(in: tree) == .inProgress)
        tree.localTime = "2026-01-05T00:10:00Z"
        result.finish(.succeeded, settings: &settings, in: &tree)
        let text = tree.get(Self.results()) ?? ""
        #expect(text.hasPrefix("<DeclaredConfigurationResult context=\"Device\" schema=\"1.0\" id=\"{\(Self.id)}\""))
        #expect(text.contains("checksum=\"1\"") && text.contains("operation=\"Set\" state=\"60\""))
        #expect(text.contains("result_timestamp=\"2026-01-05T00:10:00Z\""))
        #expect(
            text.contains(
                "className=\"MSFT_FileDirectoryConfiguration\" status=\"200\" state=\"60\"><Key name=\"DestinationPath\">c:\\a.txt</Key>"
                    + "<Value name=\"Contents\" status=\"200\" state=\"60\"/></DSC>"))
        #expect(tree.get(Self.node()) == Self.document())
        let delete = tree.send(.delete, "\(Self.host)/Complete/Documents/\(Self.id)")
        #expect(delete.status == 200 && Self.planned(delete).count == 1)
        #expect(result.state(in: tree) == .deleteRequest)
        result.setDeletion(.deleteInProgress, in: &tree)
        result.setDeletion(.deleted, in: &tree)
        #expect(result.state(in: tree) == .deleted && tree.status(.get, Self.node()) == 404)
        #expect(tree.status(.add, Self.node(), Self.document(checksum: "2")) == 200)
        #expect(result.state(in: tree) == .configRequest)
    }

    @Test("Alert 1224 lists every document with context, id, checksums and state")
    func alert() throws {
        var settings = DeclaredSettings()
        var tree = try Self.linked()
        tree.send(.add, Self.node(), Self.document())
        tree.send(.add, Self.node(Self.other), Self.document(Self.other, checksum: "7", path: "c:\\b.txt"))
        try Self.result(Self.other).finish(.succeeded, settings: &settings, in: &tree)
        let alerts = tree.standingAlerts
        #expect(alerts.map(\.code) == [1224] && alerts.map(\.type) == [Self.alertType])
        let data = alerts.first?.data ?? ""
        #expect(data.hasPrefix("<DeclaredConfigurations schema=\"1.0\"><DeclaredConfiguration context=\"Device\""))
        #expect(
            data.contains("id=\"{\(Self.id)}\" checksum=\"1\" result_checksum=\"") && data.contains("state=\"1\"/>"))
        #expect(data.contains("id=\"{\(Self.other)}\" checksum=\"7\"") && data.contains("state=\"60\"/>"))
    }

    @Test("Failures: 61 and 62 with the code at each resource; an unknown or wrong scenario is 61")
    func failures() throws {
        var settings = DeclaredSettings()
        let error = HRESULT(rawValue: 0x8007_0005)
        for (outcome, state) in [
            (DeclaredResult.Outcome.failed(error), DeclaredState.failed),
            (.infrastructureFailed(error), .infrastructureFailed),
        ] {
            var tree = try Self.linked()
            tree.send(.add, Self.node(), Self.document())
            try Self.result().finish(outcome, settings: &settings, in: &tree)
            #expect(try Self.result().state(in: tree) == state)
            #expect(tree.get(Self.results())?.contains("status=\"0x80070005\" state=\"\(state.rawValue)\"") == true)
        }
        for scenario in ["Nobody", "MSFTExtensibilityMIProviderInventory"] {
            var tree = try Self.linked()
            #expect(tree.status(.add, Self.node(), Self.document(scenario: scenario)) == 200)
            try Self.result().finish(.succeeded, settings: &settings, in: &tree)
            #expect(try Self.result().state(in: tree) == .failed)
        }
    }

    @Test("An inventory: 20, 21, 80 with the values that a configuration gave; 81 and 82 when it fails")
    func inventory() throws {
        var settings = DeclaredSettings()
        var tree = try Self.linked()
        tree.send(.add, Self.node(), Self.document())
        try Self.result().finish(.succeeded, settings: &settings, in: &tree)
        let scenario = "MSFTExtensibilityMIProviderInventory"
        let request = Self.document(Self.other, scenario: scenario, contents: "")
        #expect(tree.status(.add, Self.node(Self.other, "Inventory"), request) == 200)
        let result = try Self.result(Self.other, "Inventory")
        #expect(result.state(in: tree) == .getRequest)
        result.takeUp(in: &tree)
        #expect(result.state(in: tree) == .getInProgress)
        result.finish(.succeeded, settings: &settings, in: &tree)
        let text = tree.get(Self.results(Self.other, "Inventory")) ?? ""
        #expect(text.contains("operation=\"Get\" state=\"80\""))
        #expect(text.contains("<Value name=\"Contents\" status=\"200\" state=\"80\">x &amp; y</Value>"))
        result.finish(.failed(.invalidArgument), settings: &settings, in: &tree)
        #expect(result.state(in: tree) == .getFailed)
        result.finish(.infrastructureFailed(.invalidArgument), settings: &settings, in: &tree)
        #expect(result.state(in: tree) == .getInfrastructureFailed)
    }

    @Test(
        "The syntax is checked before the answer",
        arguments: [
            ("", 415), ("<DeclaredConfiguration", 415), ("no XML", 415), ("<Other/>", 500),
            (document().replacing(" schema=\"1.0\"", with: ""), 500), (document().replacing("1.0", with: "2.0"), 500),
            (document().replacing("checksum=\"1\"", with: ""), 500),
            (document().replacing("context=\"Device\"", with: ""), 500),
            (document().replacing("className", with: "class"), 500),
            (document().replacing("osdefinedscenario", with: "scenario"), 500),
            (
                "<DeclaredConfiguration schema=\"1.0\" context=\"Device\" id=\"\(id)\" checksum=\"1\" osdefinedscenario=\"x\"/>",
                500
            ),
        ])
    func syntax(text: String, status: Int) throws {
        var tree = try Self.linked()
        let add = tree.send(.add, Self.node(), text)
        #expect(add.status == status && add.error == (status == 415 ? .xmlParseError : .invalidArgument))
        #expect(add.advised == ["declared.document"] && add.effects.isEmpty)
        #expect(tree.status(.get, Self.results()) == 404 && tree.standingAlerts.isEmpty)
    }

    @Test("A document cut off at any byte is refused")
    func truncated() throws {
        var tree = try Self.linked()
        let text = Self.document()
        for count in 0..<text.count {
            #expect(tree.status(.add, Self.node(), String(text.prefix(count))) == 415, "\(count)")
        }
        #expect(tree.status(.add, Self.node(), text) == 200)
    }

    @Test(
        "Id, context and resource have to fit",
        arguments: ["declared.id", "declared.context", "declared.resource-held"])
    func misfits(rule: String) throws {
        var tree = try Self.linked()
        tree.send(.add, Self.node(Self.other), Self.document(Self.other))
        let text =
            switch rule {
            case "declared.id": Self.document(Self.other, path: "c:\\z")
            case "declared.context": Self.document(context: "User", path: "c:\\z")
            default: Self.document()
            }
        let add = tree.send(.add, Self.node(), text)
        #expect(add.status == 500 && add.advised == [rule])
        #expect(add.error == (rule == "declared.resource-held" ? HRESULT(rawValue: 0x8600_0031) : .invalidArgument))
        #expect(tree.send(.replace, Self.node(Self.other), Self.document(Self.other, checksum: "2")).status == 200)
        tree.send(.delete, "\(Self.host)/Complete/Documents/\(Self.other)")
        #expect(tree.status(.add, Self.node(), Self.document()) == 200, "the other document has gone")
    }

    @Test("Without a linked enrolment the document is taken, with a warning")
    func notLinked() {
        var tree = Devices.enrolled()
        #expect(tree.send(.add, Self.node(), Self.document()).advised == ["declared.not-linked"])
    }

    @Test("A Delete further up takes every document with it", arguments: ["/Complete/Documents", "/Complete", ""])
    func deleteAll(path: String) throws {
        var tree = try Self.linked()
        tree.send(.add, Self.node(), Self.document())
        let delete = tree.send(.delete, Self.host + path)
        #expect(delete.status == 200)
        #expect(tree.status(.get, Self.node()) == 404)
        let hasResults = path == "/Complete/Documents"
        #expect(Self.planned(delete).count == (hasResults ? 1 : 0))
        #expect(tree.standingAlerts.isEmpty == !hasResults, "the results went, too, where their own parent did")
    }

    @Test("Abandoned takes 0 and 1 and changes no state; the rest of the tree by its description")
    func others() throws {
        var tree = try Self.linked()
        tree.send(.add, Self.node(), Self.document())
        let properties = "\(Self.host)/Complete/Documents/\(Self.id)/Properties/Abandoned"
        #expect(tree.get(properties) == "0")
        #expect(tree.status(.replace, properties, "1", format: "int") == 200)
        #expect(tree.status(.replace, properties, "2", format: "int") == 500)
        #expect(tree.status(.replace, properties, "x", format: "int") == 415)
        #expect(try Self.result().state(in: tree) == .configRequest)
        for verb in [Verb.exec, .add, .replace, .delete] { #expect(tree.status(verb, Self.results(), "x") == 405) }
        #expect(tree.status(.exec, Self.node()) == 405)
        #expect(tree.status(.add, "\(Self.host)/Complete/Documents/no-guid/Document", Self.document()) == 404)
        #expect(tree.status(.replace, Self.node(Self.other), Self.document(Self.other)) == 404, "wants an Add first")
        let conflict = "./Device/Vendor/MSFT/DeclaredConfiguration/ManagementServiceConfiguration/ConflictResolution"
        #expect(tree.status(.replace, conflict, "1", format: "int") == 200)
        #expect(tree.status(.replace, conflict, "3", format: "int") == 500)
    }
}
