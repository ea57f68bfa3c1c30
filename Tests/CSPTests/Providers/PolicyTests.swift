import DMTree
import Testing

@testable import CSP

/// Policy (windows-csp.md 4.6), in both scopes: Config and its mirror. What ADMX files bring is in `ADMXIngestionTests`.
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
}
