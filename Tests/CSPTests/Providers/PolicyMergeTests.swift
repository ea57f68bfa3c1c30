import DDF
import Foundation
import Testing

@testable import CSP
@testable import DMTree

/// Several management servers on one device (windows-csp.md 4.6, 6.3): `Config` is the session's, `Result` the merged
/// outcome.
@Suite struct PolicyMergeTests {
    private typealias Rule = NodeDescription.ConflictResolution

    @Test(
        "What counts of several values, the oldest write first",
        arguments: [
            (.noMerge, ["2", "1", "3"], 0), (.lastWrite, ["2", "1", "3"], 2),
            (.lowestValueMostSecure, ["2", "1", "3"], 1),
            (.highestValueMostSecure, ["2", "1", "3"], 2), (.lowestValueMostSecure, ["2", "0", "3"], 1),
            (.highestValueMostSecure, ["0", "0"], 0), (.lowestValueMostSecureZeroHasNoLimits, ["0", "5", "3"], 2),
            (.lowestValueMostSecureZeroHasNoLimits, ["0", "0"], 0),
            (.lowestValueMostSecureZeroHasNoLimits, ["7", "0"], 0),
            (.highestValueMostSecureZeroHasNoLimits, ["0", "4", "8"], 2),
            (.highestValueMostSecureZeroHasNoLimits, ["0", "-1"], 1), (.lowestValueMostSecure, ["1", "1"], 0),
            (.lowestValueMostSecure, ["1", "x"], 1), (.highestValueMostSecure, [" 5 ", "4"], 0),
            (.lastWrite, ["1"], 0), (.noMerge, [], nil), (.lastWrite, [], nil), (.lowestValueMostSecure, [], nil),
        ] as [(NodeDescription.ConflictResolution, [String], Int?)])
    func winner(rule: NodeDescription.ConflictResolution, values: [String], winner: Int?) {
        #expect(rule.winner(of: values) == winner)
    }

    /// Policies of the shipped catalogue, one for each rule; their ConflictResolution as the descriptions state it.
    private static let policies: [(String, NodeDescription.ConflictResolution)] = [
        ("Browser/PreventSmartScreenPromptOverride", .highestValueMostSecure),
        ("Experience/AllowCortana", .lowestValueMostSecure),
        ("Browser/HomePages", .lastWrite),
        ("DeviceLock/MaxInactivityTimeDeviceLock", .lowestValueMostSecureZeroHasNoLimits),
        ("DeviceLock/MinDevicePasswordLength", .highestValueMostSecureZeroHasNoLimits),
    ]

    @Test("The catalogue keeps the ConflictResolution of the descriptions", arguments: policies)
    func catalogue(policy: String, rule: NodeDescription.ConflictResolution) throws {
        let uri = try TreeURI("./Device/Vendor/MSFT/Policy/Config/" + policy)
        #expect(Devices.fresh().schema.resolve(uri).node?.facts.conflictResolution == rule)
    }

    private static func uri(_ policy: String, _ scope: PartScope = .device) throws -> TreeURI {
        try TreeURI(scope.csp("Policy/Config/" + policy))
    }

    @Test(
        "Result holds the merged value, Config the session's",
        arguments: [
            ("Experience/AllowCortana", "1", "0", "0"), ("Experience/AllowCortana", "0", "1", "0"),
            ("DeviceLock/MaxInactivityTimeDeviceLock", "0", "15", "15"),
            ("DeviceLock/MaxInactivityTimeDeviceLock", "10", "15", "10"),
            ("DeviceLock/MinDevicePasswordLength", "6", "8", "8"),
            ("DeviceLock/MinDevicePasswordLength", "8", "6", "8"),
            ("Browser/HomePages", "<https://a.example.test>", "<https://b.example.test>", "<https://b.example.test>"),
        ])
    func merged(policy: String, own: String, other: String, result: String) throws {
        var tree = Devices.fresh()
        let config = try Self.uri(policy)
        #expect(tree.status(.replace, config.text, own) == 200)
        PolicySources.set(other, at: config, by: "Other MDM", in: &tree)
        let mirror = config.text.replacing("/Config/", with: "/Result/")
        #expect(tree.get(config.text) == own)
        #expect(tree.get(mirror) == result)
        #expect(PolicySources.sources(at: config, in: tree).map(\.value) == [own, other])
        // Taking either back leaves the other one's.
        var without = tree
        PolicySources.remove(at: config, by: "Other MDM", in: &without)
        #expect(without.get(mirror) == own)
        #expect(tree.status(.delete, config.text) == 200)
        #expect(tree.status(.get, config.text) == 404)
        #expect(tree.get(mirror) == other)
        PolicySources.remove(at: config, by: "Other MDM", in: &tree)
        #expect(tree.status(.get, mirror) == 404)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result") == "")
    }

    @Test("LastWrite goes by the last write, whoever it was")
    func lastWrite() throws {
        var tree = Devices.fresh()
        let config = try Self.uri("Browser/HomePages")
        let mirror = "./Device/Vendor/MSFT/Policy/Result/Browser/HomePages"
        PolicySources.set("<https://b.example.test>", at: config, by: "B", in: &tree)
        #expect(tree.get(mirror) == "<https://b.example.test>")
        #expect(tree.status(.get, config.text) == 404, "not the session's")
        let write = tree.send(.replace, config.text, "<https://a.example.test>")
        #expect(write.status == 200 && write.advised.isEmpty)
        #expect(tree.get(mirror) == "<https://a.example.test>")
        PolicySources.set("<https://c.example.test>", at: config, by: "C", in: &tree)
        PolicySources.set("<https://d.example.test>", at: config, by: "B", in: &tree)
        #expect(tree.get(mirror) == "<https://d.example.test>")
        PolicySources.remove(at: config, by: "B", in: &tree)
        #expect(tree.get(mirror) == "<https://c.example.test>")
        #expect(tree.status(.replace, config.text, "<https://e.example.test>") == 200)
        #expect(tree.get(mirror) == "<https://e.example.test>")
        #expect(tree.status(.delete, config.text) == 200)
        #expect(tree.get(mirror) == "<https://c.example.test>")
    }

    @Test("A write that does not count is executed, with a note")
    func note() throws {
        var tree = Devices.fresh()
        let config = try Self.uri("Experience/AllowCortana")
        PolicySources.set("0", at: config, by: "Other MDM", in: &tree)
        let answer = tree.send(.replace, config.text, "1")
        #expect(answer.status == 200 && answer.advised == ["policy.merged"])
        #expect(
            try #require(answer.decision.advice.first).message.contains(
                "Other MDM stays in effect: LowestValueMostSecure"))
        #expect(tree.get(config.text) == "1")
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "0")
        #expect(tree.send(.replace, config.text, "0").advised.isEmpty == false, "the older of equal values counts")
        #expect(tree.status(.replace, config.text, "2") == 500)
        #expect(tree.get(config.text) == "0")
    }

    @Test("Device and user scope are merged each on its own")
    func scopes() throws {
        var tree = Devices.fresh()
        let (device, user) = (
            try Self.uri("Experience/AllowCortana"), try Self.uri("Browser/PreventSmartScreenPromptOverride", .user)
        )
        #expect(tree.status(.replace, user.text, "0") == 200)
        PolicySources.set("0", at: device, by: "Other MDM", in: &tree)
        PolicySources.set("1", at: user, by: "Other MDM", in: &tree)
        #expect(tree.get("./User/Vendor/MSFT/Policy/Result/Browser/PreventSmartScreenPromptOverride") == "1")
        #expect(tree.status(.get, "./Device/Vendor/MSFT/Policy/Result/Browser/PreventSmartScreenPromptOverride") == 404)
        _ = tree.switchUser(to: UserTree())
        #expect(
            tree.status(.get, "./User/Vendor/MSFT/Policy/Result/Browser/PreventSmartScreenPromptOverride") == 404,
            "of the other user")
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "0")
    }

    @Test("A Delete of all of Config leaves what other servers set")
    func deleteConfig() throws {
        var tree = Devices.fresh()
        let policy = "./Device/Vendor/MSFT/Policy"
        #expect(tree.status(.replace, policy + "/Config/Experience/AllowCortana", "1") == 200)
        #expect(tree.status(.replace, policy + "/Config/Browser/AllowPopups", "1") == 200)
        PolicySources.set("0", at: try Self.uri("Experience/AllowCortana"), by: "Other MDM", in: &tree)
        #expect(tree.status(.delete, policy + "/Config") == 200)
        #expect(tree.get(policy + "/Result") == "Experience")
        #expect(tree.get(policy + "/Result/Experience/AllowCortana") == "0")
        #expect(
            PolicySources.sources(at: try Self.uri("Experience/AllowCortana"), in: tree).map(\.providerID) == [
                "Other MDM"
            ])
    }

    @Test("The session's own server by its id writes Config")
    func ownServer() throws {
        var tree = Devices.fresh()
        let config = try Self.uri("Experience/AllowCortana")
        PolicySources.set("0", at: config, by: tree.providerID, in: &tree)
        #expect(tree.get(config.text) == "0")
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "0")
        #expect(PolicySources.sources(at: config, in: tree).isEmpty)
        PolicySources.remove(at: config, by: tree.providerID, in: &tree)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result") == "")
    }

    @Test(
        "Addresses that are no policy of Config set nothing",
        arguments: [
            "./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana",
            "./Device/Vendor/MSFT/Policy/Config/Experience",
            "./Device/Vendor/MSFT/Policy/Config/Nonsense/X", "./DevInfo/DevId", "./Device/Vendor/MSFT/Policy",
        ])
    func noPolicy(address: String) throws {
        var tree = Devices.fresh()
        let before = tree.storage.count
        PolicySources.set("0", at: try TreeURI(address), by: "Other MDM", in: &tree)
        PolicySources.remove(at: try TreeURI(address), by: "Other MDM", in: &tree)
        #expect(tree.storage.count == before)
    }

    @Test("Ingested policies merge by the last write, and all values go with the file")
    func ingested() throws {
        var tree = Devices.fresh()
        #expect(tree.status(.add, ADMXFiles.node("File1"), ADMXFiles.standard) == 200)
        let config = try Self.uri("Contoso~Policy~Top/ForBoth")
        #expect(tree.status(.replace, config.text, "<enabled/>") == 200)
        PolicySources.set("<disabled/>", at: config, by: "Other MDM", in: &tree)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result/Contoso~Policy~Top/ForBoth") == "<disabled/>")
        #expect(tree.status(.delete, ADMXFiles.node("File1")) == 200)
        #expect(tree.get("./Device/Vendor/MSFT/Policy/Result") == "")
        #expect(PolicySources.sources(at: config, in: tree).isEmpty)
    }

    @Test("A tree that was saved and loaded knows what other servers set")
    func saved() throws {
        let config = try Self.uri("Experience/AllowCortana")
        var tree = Devices.fresh()
        #expect(tree.status(.replace, config.text, "1") == 200)
        #expect(tree.saved.hasOtherServers == nil)
        PolicySources.set("0", at: config, by: "Other MDM", in: &tree)
        var copy = Devices.fresh()
        copy.restore(try JSONDecoder().decode(DeviceTree.Saved.self, from: JSONEncoder().encode(tree.saved)))
        let application = copy.send(.replace, config.text, "1")
        #expect(application.decision.advice.map(\.rule) == ["policy.merged"])
        #expect(copy.get("./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "0")
        #expect(copy.status(.delete, config.text) == 200)
        #expect(copy.get("./Device/Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "0")
    }

    @Test("What other servers set is local: PolicyManager is never answered")
    func local() throws {
        var tree = Devices.fresh()
        PolicySources.set("0", at: try Self.uri("Experience/AllowCortana"), by: "Other MDM", in: &tree)
        #expect(tree.status(.get, "./Device/Vendor/MSFT/PolicyManager") == 404)
        #expect(!(tree.get("./Device/Vendor/MSFT") ?? "").contains("PolicyManager"))
    }
}
