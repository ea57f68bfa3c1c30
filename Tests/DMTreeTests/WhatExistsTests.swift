import DDF
import DMTree
import Testing

/// The paragraph "What exists" of windows-csp.md 5.9, sentence by sentence.
struct WhatExistsTests {
    private static let fss = "\(Devices.account)/FirstSyncStatus"
    private static let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1"

    @Test("a fixed-name node of occurrence One, or without Add, is there as soon as its parent is")
    func fixedNodes() {
        var tree = DeviceTree.probing([
            .interior("One", .all, [.leaf("Deep", .chr, .all)]),
            .interior("NoAdd", [.get, .replace], occurrence: .zeroOrOne),
            .interior("Optional", .all, occurrence: .zeroOrOne, [.leaf("Below", .chr, .all)]),
            .interior("Many", .all, occurrence: .zeroOrMore, isNamed: true, [.leaf("Inside", .chr, .all)]),
        ])
        #expect(tree.get("./Vendor/MSFT/Probe") == "One/NoAdd")
        #expect(tree.exists("./Vendor/MSFT/Probe/One/Deep"))
        #expect(!tree.exists("./Vendor/MSFT/Probe/Optional/Below"))
        #expect(!tree.exists("./Vendor/MSFT/Probe/named/Inside"))
        #expect(tree.apply(.add, "./Vendor/MSFT/Probe/named").status == 200)
        #expect(tree.exists("./Vendor/MSFT/Probe/named/Inside"))
        #expect(tree.get("./Vendor/MSFT/Probe") == "One/NoAdd/named")
        #expect(tree.storage.count == 5)
    }

    @Test("other ZeroOr… nodes and named instances only once added, or made by the client")
    func optionalNodes() {
        var tree = Devices.enrolled()
        #expect(tree.apply(.get, "\(Devices.account)/Push").status == 404)
        #expect(tree.apply(.add, "\(Devices.account)/Push", format: "node").status == 200)
        #expect(tree.apply(.get, "\(Devices.account)/Push").status == 200)
        let provider = "./Device/Vendor/MSFT/DMClient/Provider/Other"
        #expect(tree.apply(.get, provider).status == 404)
        tree.setLocally(provider, value: nil)
        #expect(tree.apply(.get, provider).status == 200)
    }

    @Test(
        "a node that is there but never set: Get gives its default or the initial value",
        arguments: [
            ("\(fss)/TimeOutUntilSyncFailure", "60"), ("\(fss)/SkipUserStatusPage", "true"),
            ("\(fss)/BlockInStatusPage", "0"),
            ("\(fss)/ServerHasFinishedProvisioning", "false"), ("\(fss)/IsSyncDone", "false"),
            ("\(fss)/WasDeviceSuccessfullyProvisioned", "2"), ("\(Devices.account)/ConfigRefresh/Cadence", "90"),
        ])
    func defaults(node: String, value: String) {
        var tree = Devices.enrolled()
        #expect(tree.get(node) == value)
        #expect(!tree.isStored(keys: (try? TreeURI(node).keys) ?? []))
    }

    @Test("5.9, 1.4: a default goes on the wire in the format of its node")
    func defaultOnWire() {
        var tree = DeviceTree.probing([
            .leaf("Hex", .int, .all) { $0.defaultValue = "0x10" },
            .leaf("Truth", .bool, .all) { $0.defaultValue = "False" },
            .leaf("Prose", .int, .all) { $0.defaultValue = "Not available" },
        ])
        #expect(tree.get("./Vendor/MSFT/Probe/Hex") == "16")
        #expect(tree.get("./Vendor/MSFT/Probe/Truth") == "false")
        #expect(tree.apply(.get, "./Vendor/MSFT/Probe/Prose").status == 404)
    }

    @Test(
        "a node that is there, never set and without default: Get is 404",
        arguments: [
            "\(fss)/ExpectedPolicies", "\(fss)/CustomErrorText", "\(Devices.account)/EntDMID",
        ])
    func neverSet(node: String) {
        var tree = Devices.enrolled()
        let answer = tree.apply(.get, node)
        #expect(answer.status == 404)
        #expect(answer.error == .nodeNotFound)
        #expect(answer.row == .absentNode)
    }

    @Test("Add succeeds once where AccessType lists it, the second is 418")
    func addOnce() {
        var tree = Devices.enrolled()
        for node in ["\(Self.fss)/ExpectedPolicies", "\(Devices.account)/ConfigRefresh/Cadence"] {
            #expect(tree.exists(node))
            #expect(tree.apply(.add, node, "60").status == 200)
            #expect(tree.get(node) == "60")
            #expect(tree.apply(.add, node, "61").status == 418)
            #expect(tree.get(node) == "60")
        }
    }

    @Test("the leaves of a SCEP Atomic can be added, also those with defaults")
    func scepAtomic() {
        var tree = Devices.enrolled()
        #expect(tree.apply(.add, Self.scep, format: "node", isInAtomic: true).status == 200)
        for (leaf, value) in [
            ("ServerURL", "https://x"), ("KeyUsage", "160"), ("KeyLength", "2048"), ("HashAlgorithm", "SHA-2"),
            ("RetryCount", "3"), ("RetryDelay", "5"), ("KeyProtection", "3"), ("ValidPeriod", "Days"),
            ("ValidPeriodUnits", "0"),
        ] {
            let answer = tree.apply(.add, "\(Self.scep)/Install/\(leaf)", value, isInAtomic: true)
            #expect(answer.status == 200, "\(leaf): \(answer.text)")
        }
    }

    @Test(
        "a ZeroOr… node with Add that was never set is 404, not its default: a policy that nobody configured",
        arguments: [
            "\(Devices.policy)/DeviceLock/MinDevicePasswordLength", "\(Devices.policy)/Update/ActiveHoursStart",
            "\(scep)/Install/RetryCount",
        ])
    func notConfigured(node: String) {
        var tree = Devices.enrolled()
        if node.hasPrefix(Self.scep) { tree.apply(.add, Self.scep) }
        #expect(tree.apply(.get, node).status == 404)
        #expect(tree.value(node) == nil)
        #expect(!tree.exists(node))
    }

    @Test("Policy/Result mirrors set policies and cannot be written")
    func policyResult() {
        var tree = Devices.enrolled()
        let (config, result) = (
            "Config/DeviceLock/MinDevicePasswordLength", "Result/DeviceLock/MinDevicePasswordLength"
        )
        #expect(tree.apply(.get, "./Vendor/MSFT/Policy/\(result)").status == 404)
        tree.apply(.replace, "./Device/Vendor/MSFT/Policy/\(config)", "8")
        #expect(tree.get("./Vendor/MSFT/Policy/\(result)") == "8")
        #expect(tree.apply(.replace, "./Vendor/MSFT/Policy/\(result)", "9").status == 405)
        tree.apply(.delete, "./Device/Vendor/MSFT/Policy/\(config)")
        #expect(tree.apply(.get, "./Vendor/MSFT/Policy/\(result)").status == 404)
    }
}
