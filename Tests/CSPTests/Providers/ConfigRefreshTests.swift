import CSP
import DMTree
import Testing

/// DMClient ConfigRefresh (windows-csp.md 3.1, 5.7): what a server can set, and what it means. When it runs is in
/// `DeviceTests/LocalEnforcementTests`.
@Suite struct ConfigRefreshTests {
    private static let node = Devices.account + "/ConfigRefresh"
    private static let provider = "MS DM Server"

    @Test("A server sets it, reads it back and takes it away")
    func life() {
        var tree = Devices.enrolled()
        #expect(ConfigRefresh(of: Self.provider, in: tree) == ConfigRefresh(of: "nobody", in: tree))
        #expect(tree.get(Self.node + "/Cadence") == "90")
        #expect(tree.status(.replace, Self.node + "/Enabled", "true", format: "bool") == 200)
        #expect(tree.status(.replace, Self.node + "/Cadence", "45", format: "int") == 200)
        #expect(tree.status(.replace, Self.node + "/PausePeriod", "60", format: "int") == 200)
        let set = ConfigRefresh(of: Self.provider, in: tree)
        #expect(set.isEnabled && set.cadence == 45 && set.pausePeriod == 60)
        #expect(tree.get(Self.node) == "Enabled/Cadence/PausePeriod")
        #expect(tree.status(.delete, Self.node) == 200)
        let unset = ConfigRefresh(of: Self.provider, in: tree)
        #expect(!unset.isEnabled && unset.cadence == 90 && unset.pausePeriod == 0)
    }

    @Test(
        "5.9 row 11: what was set is added once",
        arguments: [("Enabled", "true"), ("Cadence", "30"), ("PausePeriod", "0")])
    func add(leaf: String, value: String) {
        var tree = Devices.enrolled()
        #expect(tree.status(.add, "\(Self.node)/\(leaf)", value) == 200)
        #expect(tree.status(.add, "\(Self.node)/\(leaf)", value) == 418)
        #expect(tree.status(.delete, "\(Self.node)/\(leaf)") == 200)
    }

    @Test(
        "Values and formats",
        arguments: [
            ("Cadence", "30", "int", 200, nil), ("Cadence", "1440", "int", 200, nil),
            ("Cadence", "29", "int", 500, "value.not-allowed"), ("Cadence", "1441", "int", 500, "value.not-allowed"),
            ("Cadence", "0", "int", 500, "value.not-allowed"), ("Cadence", "-90", "int", 500, "value.not-allowed"),
            ("Cadence", "often", "int", 415, "value.not-of-format"), ("Cadence", "90", "chr", 415, "format.mismatch"),
            ("Cadence", nil, "int", 415, "value.missing"), ("PausePeriod", "0", "int", 200, nil),
            ("PausePeriod", "1440", "int", 200, nil), ("PausePeriod", "1441", "int", 500, "value.not-allowed"),
            ("PausePeriod", "-1", "int", 500, "value.not-allowed"),
            ("PausePeriod", "", "int", 415, "value.not-of-format"),
            ("Enabled", "true", "bool", 200, nil), ("Enabled", "FALSE", "bool", 200, nil),
            ("Enabled", "1", "bool", 200, nil),
            ("Enabled", "2", "bool", 415, "value.not-of-format"),
            ("Enabled", "yes", "bool", 415, "value.not-of-format"),
            ("Enabled", "true", "int", 415, "format.mismatch"), ("Enabled", nil, "bool", 415, "value.missing"),
        ] as [(String, String?, String, Int, String?)])
    func values(leaf: String, value: String?, format: String, status: Int, rule: String?) {
        var tree = Devices.enrolled()
        let answer = tree.send(.replace, "\(Self.node)/\(leaf)", value, format: format)
        #expect(answer.status == status)
        #expect(answer.error == (status == 200 ? nil : status == 500 ? .invalidArgument : .invalidDataType))
        #expect(answer.advised == (rule.map { [$0] } ?? []))
    }

    @Test("Wrong places and verbs")
    func places() {
        var tree = Devices.enrolled()
        let other = "./Device/Vendor/MSFT/DMClient/Provider/Nobody/ConfigRefresh/Enabled"
        #expect(tree.status(.replace, other, "true") == 404, "no account of that name")
        #expect(tree.status(.replace, Self.node.replacing("./Device", with: "./User") + "/Enabled", "true") == 405)
        #expect(tree.status(.exec, Self.node + "/Enabled") == 405)
        #expect(tree.status(.replace, Self.node + "/Often", "1") == 404)
        var old = Devices.enrolled("10-22h2")
        #expect(old.status(.replace, Self.node + "/Enabled", "true") == 405, "5.9 row 9")
        #expect(old.status(.get, Self.node + "/Enabled") == 404)
    }
}
