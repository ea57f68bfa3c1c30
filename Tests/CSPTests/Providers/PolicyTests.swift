import DMTree
import Testing

@testable import CSP

/// Policy (windows-csp.md 4.6), in both scopes.
@Suite struct PolicyTests {
    @Test("Result mirrors Config, read-only, and an unset policy answers 404", arguments: PartScope.allCases)
    func mirror(scope: PartScope) {
        var tree = Devices.fresh()
        let config = scope.csp("Policy/Config/Browser/HomePages")
        let result = scope.csp("Policy/Result/Browser/HomePages")
        #expect(tree.status(.get, config) == 404)
        #expect(tree.status(.get, result) == 404)
        #expect(tree.get(scope.csp("Policy/Result")) == "")
        #expect(tree.status(.replace, config, "<https://a.example.test>") == 200)
        #expect(tree.get(result) == "<https://a.example.test>")
        #expect(tree.get(scope.csp("Policy/Result")) == "Browser")
        for verb in [Verb.replace, .delete, .exec] { #expect(tree.status(verb, result, "x") == 405) }
        #expect(tree.status(.replace, config, "b") == 200)
        #expect(tree.get(result) == "b")
        #expect(tree.status(.delete, config) == 200)
        #expect(tree.status(.get, result) == 404)
        #expect(tree.get(scope.csp("Policy/Result")) == "")
    }

    @Test("A Delete of Config takes all of the mirror away; the areas of the descriptions are permanent")
    func deleteConfig() {
        var tree = Devices.fresh()
        let policy = "./Device/Vendor/MSFT/Policy"
        #expect(tree.status(.replace, policy + "/Config/Browser/HomePages", "a") == 200)
        #expect(tree.status(.replace, policy + "/Config/Browser/AllowPopups", "1") == 200)
        #expect(tree.status(.replace, policy + "/Config/Experience/AllowCortana", "1") == 200)
        #expect(tree.get(policy + "/Result") == "Browser/Experience")
        #expect(tree.get(policy + "/Result/Browser") == "AllowPopups/HomePages", "in catalogue order")
        #expect(tree.status(.delete, policy + "/Config/Browser") == 405)
        #expect(tree.status(.delete, policy + "/Config") == 200)
        #expect(tree.get(policy + "/Result") == "")
        #expect(tree.status(.get, policy + "/Result/Browser/HomePages") == 404)
    }

    @Test(
        "Values",
        arguments: [
            ("Browser/AllowPopups", "1", "int", 200), ("Browser/AllowPopups", "2", "int", 500),
            ("Browser/AllowPopups", "yes", "int", 415), ("Browser/AllowPopups", "1", "bool", 415),
            ("Browser/HomePages", "1", "int", 200), ("Browser/HomePages", "x", "string", 200),
        ])
    func values(policy: String, value: String, format: String, status: Int) {
        var tree = Devices.fresh()
        #expect(tree.status(.replace, "./Device/Vendor/MSFT/Policy/Config/" + policy, value, format: format) == status)
        #expect((tree.get("./Device/Vendor/MSFT/Policy/Result/" + policy) == value) == (status == 200))
    }

    private static let files = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Contoso"

    /// The areas that came with ADMX files.
    private static func ingested(_ scope: PartScope, in tree: inout DeviceTree) -> [String] {
        (tree.get(scope.csp("Policy/Config")) ?? "").split(separator: "/").map(String.init).filter { $0.contains("~") }
    }

    @Test("A Delete of an ingested area takes its mirror away")
    func deleteIngestedArea() {
        var tree = Devices.fresh()
        tree.send(.add, Self.files + "/Policy/File1", "<policyDefinitions/>")
        let area = "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~A"
        #expect(tree.status(.replace, area + "/S", "<enabled/>") == 200)
        #expect(tree.status(.replace, area + "/T", "<disabled/>") == 200)
        #expect(tree.status(.delete, area + "/T") == 200)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Contoso~Policy~A") == "S")
        #expect(tree.status(.delete, area) == 200)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result") == "")
    }

    @Test("Policies of an ADMX file exist once it was ingested, in both scopes", arguments: PartScope.allCases)
    func ingestion(scope: PartScope) {
        var tree = Devices.fresh()
        let policy = scope.csp("Policy/Config/Contoso~Policy~Cat~Sub/Setting")
        let early = tree.send(.replace, policy, "<enabled/>", format: "chr")
        #expect(early.status == 404)
        #expect(early.advised == ["policy.admx-missing"])
        #expect(tree.status(.add, Self.files + "/Policy/File1", "<policyDefinitions/>", format: "chr") == 200)
        #expect(tree.status(.replace, policy, "<enabled/>", format: "chr") == 200)
        #expect(tree.get(scope.csp("Policy/Result/Contoso~Policy~Cat~Sub/Setting")) == "<enabled/>")
        #expect(Self.ingested(scope, in: &tree) == ["Contoso~Policy~Cat~Sub"])
        #expect(tree.status(.get, scope.csp("Policy/Config/Contoso~Policy~Cat~Sub/Other")) == 404)
        #expect(tree.status(.delete, policy) == 200)
    }

    @Test(
        "A Delete of the app, of its settings type or of its last file takes its policies along",
        arguments: [
            ("", ""), ("/Policy", "Contoso~Preference~P"), ("/Policy/File1", "Contoso~Preference~P"),
            ("/Preference", "Contoso~Policy~A"),
        ])
    func removal(deleted: String, left: String) {
        var tree = Devices.fresh()
        tree.send(.add, Self.files + "/Policy/File1", "<policyDefinitions/>")
        tree.send(.add, Self.files + "/Preference/File2", "<policyDefinitions/>")
        for scope in PartScope.allCases {
            #expect(tree.status(.replace, scope.csp("Policy/Config/Contoso~Policy~A/S"), "<enabled/>") == 200)
            #expect(tree.status(.replace, scope.csp("Policy/Config/Contoso~Preference~P/S"), "<enabled/>") == 200)
        }
        #expect(tree.status(.delete, Self.files + deleted) == 200)
        for scope in PartScope.allCases {
            #expect(Self.ingested(scope, in: &tree) == (left.isEmpty ? [] : [left]))
            #expect(tree.get(scope.csp("Policy/Result")) == left)
        }
    }

    @Test("One of two files of a type leaves the policies")
    func oneOfTwoFiles() {
        var tree = Devices.fresh()
        tree.send(.add, Self.files + "/Policy/File1", "<policyDefinitions/>")
        tree.send(.add, Self.files + "/Policy/File2", "<policyDefinitions/>")
        #expect(tree.status(.replace, "./Device/Vendor/MSFT/Policy/Config/Contoso~Policy~A/S", "<enabled/>") == 200)
        #expect(tree.status(.delete, Self.files + "/Policy/File1") == 200)
        #expect(Self.ingested(.device, in: &tree) == ["Contoso~Policy~A"])
    }
}
