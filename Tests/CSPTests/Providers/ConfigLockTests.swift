import CSP
import DMTree
import Testing

/// DMClient ConfigLock (windows-csp.md 3.1, 5.7): what a server can set, and what is watched. When it acts is in
/// `DeviceTests/LocalEnforcementTests`.
@Suite struct ConfigLockTests {
    private static let node = Devices.account + "/ConfigLock"
    private static let provider = "MS DM Server"

    private static func device(isSecuredCore: Bool) -> DeviceTree {
        var tree = Devices.enrolled()
        if isSecuredCore { tree.setLocally(node + "/SecureCore", value: "true") }
        return tree
    }

    @Test("Lock, temporary unlock, lock again")
    func life() {
        var tree = Self.device(isSecuredCore: true)
        #expect(tree.get(Self.node + "/SecureCore") == "true")
        #expect(tree.get(Self.node + "/Lock") == "0")
        #expect(tree.get(Self.node + "/UnlockDuration") == "480")
        let answer = tree.send(.replace, Self.node + "/Lock", "1", format: "int")
        #expect(answer.status == 200 && answer.advised.isEmpty)
        #expect(ConfigLock(of: Self.provider, in: tree).isLocked)
        #expect(tree.status(.replace, Self.node + "/UnlockDuration", "60", format: "int") == 200)
        #expect(tree.status(.replace, Self.node + "/Lock", "0", format: "int") == 200)
        let unlocked = ConfigLock(of: Self.provider, in: tree)
        #expect(!unlocked.isLocked && unlocked.unlockDuration == 60 && unlocked.isSecuredCore)
        ConfigLock.lockAgain(for: Self.provider, in: &tree)
        #expect(tree.get(Self.node + "/Lock") == "1")
        #expect(tree.status(.delete, Self.node + "/Lock") == 200)
        #expect(!ConfigLock(of: Self.provider, in: tree).isLocked)
    }

    @Test("Without a secured core the lock is stored, with a warning")
    func noSecuredCore() {
        var tree = Self.device(isSecuredCore: false)
        #expect(tree.get(Self.node + "/SecureCore") == "false")
        let answer = tree.send(.replace, Self.node + "/Lock", "1")
        #expect(answer.status == 200 && answer.advised == ["dmclient.config-lock"])
        #expect(tree.get(Self.node + "/Lock") == "1")
        #expect(tree.send(.replace, Self.node + "/Lock", "0").advised.isEmpty)
    }

    @Test(
        "Values and formats",
        arguments: [
            ("Lock", "0", "int", 200, nil), ("Lock", "1", "int", 200, nil),
            ("Lock", "2", "int", 500, "value.not-allowed"),
            ("Lock", "-1", "int", 500, "value.not-allowed"), ("Lock", "true", "int", 415, "value.not-of-format"),
            ("Lock", "1", "bool", 415, "format.mismatch"), ("Lock", nil, "int", 415, "value.missing"),
            ("UnlockDuration", "1", "int", 200, nil), ("UnlockDuration", "soon", "int", 415, "value.not-of-format"),
            ("UnlockDuration", nil, "int", 415, "value.missing"),
        ] as [(String, String?, String, Int, String?)])
    func values(leaf: String, value: String?, format: String, status: Int, rule: String?) {
        var tree = Self.device(isSecuredCore: true)
        let answer = tree.send(.replace, "\(Self.node)/\(leaf)", value, format: format)
        #expect(answer.status == status)
        #expect(answer.error == (status == 200 ? nil : status == 500 ? .invalidArgument : .invalidDataType))
        #expect(answer.advised == (rule.map { [$0] } ?? []))
    }

    @Test("Read-only nodes and wrong places")
    func places() {
        var tree = Self.device(isSecuredCore: true)
        for verb in [Verb.replace, .add, .delete] {
            #expect(tree.status(verb, Self.node + "/SecureCore", "false") == 405)
        }
        for verb in [Verb.add, .delete] { #expect(tree.status(verb, Self.node) == 405) }
        #expect(tree.status(.replace, Self.node.replacing("./Device", with: "./User") + "/Lock", "1") == 405)
        #expect(
            tree.status(.replace, "./Device/Vendor/MSFT/DMClient/Provider/Nobody/ConfigLock/Lock", "1") == 404)
        var old = Devices.enrolled("10-22h2")
        #expect(old.status(.replace, Self.node + "/Lock", "1") == 405, "5.9 row 9")
    }

    @Test(
        "5.7: what is watched",
        arguments: [
            ("Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity", true),
            ("policy/config/deviceguard/lsacfgflags", true),
            ("Policy/Config/SmartScreen/EnableSmartScreenInShell", true),
            ("Policy/Config/DmaGuard/DeviceEnumerationPolicy", true),
            ("Policy/Config/DataProtection/AllowDirectMemoryAccess", true), ("BitLocker/RequireDeviceEncryption", true),
            ("PassportForWork/T/Policies/UsePassportForWork", true), ("Policy/Config/Camera/AllowCamera", false),
            ("Policy/Config/DeviceGuard", false),
            ("Policy/Config/DeviceGuard/MachineIdentityIsolation", false),
            ("Policy/Result/DeviceGuard/LsaCfgFlags", false),
            ("WiFi/Profile/x/WlanXml", false),
        ])
    func covers(path: String, isWatched: Bool) throws {
        #expect(ConfigLock.covers(try TreeURI("./Device/Vendor/MSFT/" + path)) == isWatched)
    }

    @Test(
        "5.7: as many policies of each area as the reference counts",
        arguments: [
            ("DataProtection", 2), ("DeviceGuard", 4), ("DeviceInstallation", 8), ("DmaGuard", 1),
            ("WindowsDefenderSecurityCenter", 22), ("SmartScreen", 3),
        ])
    func counts(area: String, count: Int) throws {
        let schema = Devices.fresh().schema
        let uri = try TreeURI("./Device/Vendor/MSFT/Policy/Config/" + area)
        let names = schema.resolve(uri).node?.children.map(\.name) ?? []
        #expect(try names.filter { ConfigLock.covers(try TreeURI("\(uri.text)/\($0)")) }.count == count)
    }

    @Test("A drift shows in Result and leaves Config; it is put back")
    func drift() throws {
        var tree = Devices.enrolled()
        let config = try TreeURI("./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity")
        let result = config.text.replacing("/Config/", with: "/Result/")
        #expect(LocalDrift.take(config, to: "0", in: &tree) == nil, "nothing was set")
        #expect(tree.status(.replace, config.text, "1") == 200)
        #expect(LocalDrift.take(config, to: "1", in: &tree) == nil, "nothing changes")
        let drift = try #require(LocalDrift.take(config, to: "0", in: &tree))
        #expect(drift.isPolicy && tree.get(config.text) == "1" && tree.get(result) == "0")
        #expect(drift.restore(in: &tree) == "1")
        #expect(tree.get(result) == "1")
        #expect(tree.status(.delete, config.text) == 200)
        #expect(drift.restore(in: &tree) == nil)
        #expect(tree.status(.get, result) == 404)
    }

    @Test("A drift of another CSP changes the node itself")
    func driftOfNode() throws {
        var tree = Devices.enrolled()
        let uri = try TreeURI("./Device/Vendor/MSFT/BitLocker/RequireDeviceEncryption")
        #expect(LocalDrift.take(uri, to: "0", in: &tree) == nil)
        #expect(tree.status(.replace, uri.text, "1") == 200)
        let drift = try #require(LocalDrift.take(uri, to: "0", in: &tree))
        #expect(!drift.isPolicy && tree.get(uri.text) == "0")
        #expect(drift.restore(in: &tree) == "1")
        #expect(tree.get(uri.text) == "1")
    }
}
