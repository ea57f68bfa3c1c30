import CSP
import DMSession
import DMTree
import ESP
import Foundation
import Notation
import Testing

@testable import Device

/// A mirror with the tree that it looks at.
struct Mirrored {
    static let sid = "S-1-12-1-1000000001-1000000002-1000000003-1000000004"
    static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"

    var tree: DeviceTree
    var mirror: RegistryMirror
    var now = DeviceTime.zero

    init(_ change: (inout LifeScript) -> Void = { _ in }) {
        var script = LifeScript(device: FreshDevice(phase: .oobe))
        script.apps = [
            Win32App(id: "app-d", name: "D", version: 3, attempts: []),
            Win32App(id: "app-u", name: "U", scope: .user, attempts: []),
        ]
        change(&script)
        tree = script.device.makeTree()
        mirror = RegistryMirror(RegistryFacts(script))
    }

    mutating func set(_ uri: String, _ value: String?) { tree.setLocally(uri, value: value) }

    mutating func firstSync(_ name: String, _ value: String, in scope: PhaseScope = .device) {
        set(NodeURI.firstSyncStatus(name, in: scope, providerID: "MS DM Server"), value)
    }

    /// A step at an instant.
    mutating func step(_ seconds: Int64, _ kinds: DeviceEvent.Kind...) {
        now = .seconds(seconds)
        mirror.observe(kinds.map { DeviceEvent(time: now, kind: $0) }, tree: tree, now: now)
    }

    /// The user signs in and the account page comes up.
    mutating func beginAccountPage(_ seconds: Int64) {
        tree.hasUserContext = true
        set("./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus", nil)
        set(NodeURI.hasProvisioningCompleted(.user), "false")
        step(seconds, .userSignedIn(sid: Self.sid), .pageState(.accountSetup))
    }

    subscript(path: RegistryPath, name: String) -> RegistryValue? { mirror.registry[path, name] }
    func key(_ path: RegistryPath) -> RegistryKey? { mirror.registry[path] }
    var enrollment: RegistryPath { .enrollments.child(mirror.facts.enrollmentID) }
    var firstSyncKey: RegistryPath { enrollment.child("FirstSync") }
}

/// esp-behaviour.md 3.1.
struct RegistryFirstSyncTests {
    @Test("ESP-601: readers find the enrolment by ProviderID and EnrollmentType 6")
    func enrollment() {
        var device = Mirrored()
        device.step(0)
        #expect(device[device.enrollment, "ProviderID"] == .string("MS DM Server"))
        #expect(device[device.enrollment, "EnrollmentType"] == .dword(6))
    }

    @Test(
        "ESP-601: each node's value has its name and form",
        arguments: [
            ("SkipDeviceStatusPage", "true", "SkipDeviceStatusPage", .dword(0xFFFF_FFFF)),
            ("SkipUserStatusPage", "false", "SkipUserStatusPage", .dword(0)),
            ("BlockInStatusPage", "7", "BlockInStatusPage", .dword(7)),
            ("TimeOutUntilSyncFailure", "90", "SyncFailureTimeout", .dword(90)),
            ("AllowCollectLogsButton", "true", "AllowCollectLogsButton", .dword(1)),
            ("CustomErrorText", "Call 4242", "CustomErrorText", .string("Call 4242")),
            ("ServerHasFinishedProvisioning", "true", "IsServerProvisioningDone", .dword(1)),
            ("IsSyncDone", "true", "IsSyncDone", .dword(1)),
            ("WasDeviceSuccessfullyProvisioned", "0", "ProvisioningStatus", .dword(0)),
        ] as [(String, String, String, RegistryValue)])
    func value(node: String, text: String, name: String, value: RegistryValue) {
        var device = Mirrored()
        device.firstSync(node, text)
        device.step(0)
        #expect(device[device.firstSyncKey, name] == value)
    }

    @Test("ESP-601: before the server said anything: both pages skipped, 60 minutes, result 2")
    func initial() {
        var device = Mirrored()
        device.step(0)
        #expect(device[device.firstSyncKey, "SkipDeviceStatusPage"] == .dword(0xFFFF_FFFF))
        #expect(device[device.firstSyncKey, "SyncFailureTimeout"] == .dword(60))
        #expect(device[device.firstSyncKey, "ProvisioningStatus"] == .dword(2))
        #expect(device[device.firstSyncKey, "Timestamp"] == nil)
    }

    @Test("ESP-601: Timestamp is the FILETIME of the first S1, little-endian, and Try again leaves it")
    func timestamp() throws {
        var device = Mirrored()
        device.step(3, .pageState(.preparing))
        device.step(90, .pageState(.deviceError))
        device.step(99, .pageState(.preparing))
        let begin = try #require(try? Date("2026-01-05T00:00:03Z", strategy: .iso8601))
        let ticks = UInt64((begin.timeIntervalSince1970 + 11_644_473_600) * 10_000_000)
        let bytes = withUnsafeBytes(of: ticks.littleEndian) { Array($0) }
        #expect(device[device.firstSyncKey, "Timestamp"] == .binary(bytes))
    }

    @Test("ESP-706: a device page that runs again after it was left starts the clock anew")
    func timestampOfSecondRun() throws {
        var device = Mirrored()
        device.step(3, .pageState(.preparing))
        let first = device[device.firstSyncKey, "Timestamp"]
        device.step(50, .pageState(.deviceExit))
        device.step(99, .pageState(.preparing))
        #expect(device[device.firstSyncKey, "Timestamp"] != first)
    }

    @Test("ESP-601: durations in seconds, the user's in the user's subkey")
    func durations() {
        var device = Mirrored()
        device.step(0, .pageState(.preparing))
        device.step(200, .duration(.device, .apps, seconds: 135), .duration(.device, .networkConnections, seconds: 4))
        device.beginAccountPage(300)
        device.step(400, .duration(.user, .securityPolicies, seconds: 9))
        #expect(device[device.firstSyncKey, "ApplicationsDuration"] == .dword(135))
        #expect(device[device.firstSyncKey, "NetworkingDuration"] == .dword(4))
        #expect(device[device.firstSyncKey.child(Mirrored.sid), "PolicyDuration"] == .dword(9))
    }

    @Test("ESP-601: the user's subkey comes with the account page, not with the sign-in")
    func userSubkey() {
        var device = Mirrored()
        device.tree.hasUserContext = true
        device.step(0, .userSignedIn(sid: Mirrored.sid))
        #expect(device.key(device.firstSyncKey)?.subkeys == [])
        device.beginAccountPage(5)
        let user = device.firstSyncKey.child(Mirrored.sid)
        #expect(device[user, "IsSyncDone"] == .dword(0))
        device.firstSync("IsSyncDone", "true", in: .user)
        device.step(6)
        #expect(device[user, "IsSyncDone"] == .dword(1))
    }

    @Test("ESP-601: what left management has no enrolment")
    func unenrolled() {
        var device = Mirrored()
        device.step(0, .pageState(.preparing))
        device.tree.removeLocally(Mirrored.account)
        device.step(9, .unenrolled)
        #expect(device.key(.enrollments)?.subkeys == [])
        #expect(device.key(.nodeCache.child("MS DM Server")) == nil)
    }
}

/// esp-behaviour.md 3.3 and the flags of 3.5.
struct RegistryOtherKeyTests {
    private static let deviceSID = "S-0-0-00-0000000000-0000000000-000000000-000"

    @Test("ESP-603: an MSI by its product code: Status, CurrentDownloadUrl, ProductCode")
    func product() {
        var device = Mirrored()
        let code = "{11111111-1111-4111-8111-111111111111}"
        let uri = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/\(PercentCoding.encode(code))"
        device.set(uri + "/Status", "40")
        device.step(0, .packageSource(uri: uri, url: "https://x.test/IntuneWindowsAgent.msi"))
        let key = RegistryPath.desktopApps.child(Self.deviceSID).child("MSI").child(code)
        #expect(device[key, "Status"] == .dword(40))
        #expect(device[key, "CurrentDownloadUrl"] == .string("https://x.test/IntuneWindowsAgent.msi"))
        #expect(device[key, "ProductCode"] == .string(code))
        device.tree.removeLocally(uri)
        device.step(1)
        #expect(device.key(key) == nil)
    }

    @Test("The source of a package is its first address without the query; what is no job has none")
    func source() {
        let job = """
            <MsiInstallJob id="{x}"><Product Version="1"><Download><ContentURLList>\
            <ContentURL>https://x.test/a.msi?sig=token</ContentURL><ContentURL>https://y.test/b.msi</ContentURL>\
            </ContentURLList></Download></Product></MsiInstallJob>
            """
        #expect(MsiInstallJob.source(in: job) == "https://x.test/a.msi")
        #expect(MsiInstallJob.source(in: "<Other/>") == nil)
    }

    @Test("ESP-603: a user's MSI stands under the user's SID")
    func userProduct() {
        var device = Mirrored()
        device.beginAccountPage(0)
        device.set("./User/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7Bx%7D/Status", "70")
        device.step(1)
        #expect(
            device[.desktopApps.child(Mirrored.sid).child("MSI").child("{x}"), "Status"] == .dword(70))
    }

    @Test(
        "ESP-603: Office has FinalStatus in an end state only",
        arguments: [("997", "", nil), ("0", "70", 70), ("1603", "60", 60), ("997", "50", nil)]
            as [(String, String, UInt32?)])
    func office(status: String, final: String, shown: UInt32?) {
        var device = Mirrored()
        device.set("./Vendor/MSFT/Office/Installation/abc/Status", status)
        device.set("./Vendor/MSFT/Office/Installation/abc/FinalStatus", final)
        device.step(0)
        let key = RegistryPath.office.child("abc")
        #expect(device[key, "Status"] == UInt32(status).map(RegistryValue.dword))
        #expect(device[key, "FinalStatus"] == shown.map(RegistryValue.dword))
    }

    private static func message(_ device: Mirrored, _ key: RegistryPath, _ name: String) throws -> [String: Int] {
        guard case .string(let text)? = device[key.child(name), name] else { return [:] }
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        return object.compactMapValues { $0 as? Int }
    }

    @Test("ESP-603: what the agent records of the device's apps stands under zeros")
    func agentApp() throws {
        var device = Mirrored()
        let key = RegistryPath.win32Apps.child("00000000-0000-0000-0000-000000000000").child("app-d_3")
        device.step(
            10, .app(id: "app-d", name: "D", .inProgress, nil), .enforcement(id: "app-d", .inProgress, exitCode: nil))
        #expect(device[key, "Intent"] == .dword(3))
        #expect(device[key, "ExitCode"] == nil)
        #expect(device[key, "LastUpdatedTimeUtc"] == .string("2026-01-05T00:00:10Z"))
        #expect(try Self.message(device, key, "ComplianceStateMessage")["ComplianceState"] == 2)
        #expect(try Self.message(device, key, "EnforcementStateMessage")["EnforcementState"] == 2000)
        device.step(
            20, .app(id: "app-d", name: "D", .error, HRESULT(0x8007_0643)),
            .enforcement(id: "app-d", .failed, exitCode: 1603))
        #expect(device[key, "ExitCode"] == .dword(1603))
        let enforcement = try Self.message(device, key, "EnforcementStateMessage")
        #expect(enforcement == ["EnforcementState": 5000, "ErrorCode": -2_147_023_293])
        #expect(try Self.message(device, key, "ComplianceStateMessage")["DesiredState"] == 2)
    }

    @Test(
        "ESP-603: ComplianceState by the app's state",
        arguments: [
            (.notInstalled, nil, 0), (.inProgress, nil, 2), (.completed, nil, 1), (.error, HRESULT.notDetected, 2),
            (.error, HRESULT(0x8007_0643), 4),
        ] as [(TrackedAppState, HRESULT?, Int)])
    func compliance(state: TrackedAppState, code: HRESULT?, number: Int) throws {
        var device = Mirrored()
        device.step(0, .app(id: "app-d", name: "D", state, code))
        let key = RegistryPath.win32Apps.child("00000000-0000-0000-0000-000000000000").child("app-d_3")
        #expect(try Self.message(device, key, "ComplianceStateMessage")["ComplianceState"] == number)
    }

    @Test("ESP-603: a user's app stands under the object id that the Entra SID is made of")
    func userApp() {
        var device = Mirrored()
        device.beginAccountPage(0)
        device.step(1, .app(id: "app-u", name: "U", .completed, nil))
        // 1000000001 is 0x3B9ACA01; the second number gives the second and third group, low half first.
        #expect(device.key(.win32Apps.child("3b9aca01-ca02-3b9a-03ca-9a3b04ca9a3b").child("app-u_1")) != nil)
    }

    @Test("ESP-604: settings are strings of AutopilotSettings; the one for the restart sets RebootRequired")
    func settings() {
        var device = Mirrored()
        device.step(0, .setting(name: "Global.ShowContinueAnywayButton", value: "true"))
        #expect(device[.autopilotSettings, "Global.ShowContinueAnywayButton"] == .string("true"))
        #expect(device[.sessionState, "RebootRequired"] == nil)
        device.step(1, .setting(name: "ESP.Device.rebootRequiredToCommitSettings", value: "true"))
        #expect(device[.sessionState, "RebootRequired"] == .dword(1))
        device.step(2, .setting(name: "ESP.Device.rebootRequiredToCommitSettings", value: "false"))
        #expect(device[.sessionState, "RebootRequired"] == .dword(0))
    }

    @Test("ESP-603: ODJApplied appears with the blob")
    func domainJoin() {
        var device = Mirrored()
        device.step(0, .managementLogged(.waitingForBlob))
        #expect(device.key(.sessionState.child("ODJApplied")) == nil)
        device.step(1, .managementLogged(.blobApplied))
        #expect(device.key(.sessionState.child("ODJApplied")) != nil)
    }

    @Test("ESP-603: the catalogue's value names are LocURIs that the device itself restarts for")
    func catalogue() throws {
        let names = Mirrored().key(.rebootCatalogue)?.values.map(\.name) ?? []
        #expect(names.count == 6)
        #expect(names.contains("./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity"))
        for name in names { #expect(RebootCatalogue.contains(try TreeURI(name).keys)) }
    }

    @Test("ESP-603: what Autopilot knows, and nothing of a device that it does not know", arguments: [true, false])
    func autopilot(isRegistered: Bool) {
        var device = Mirrored { $0.isAutopilotDevice = isRegistered }
        device.set(Mirrored.account + "/EntDMID", "e-1")
        device.step(0)
        #expect((device[.autopilot, "CloudAssignedTenantId"] != nil) == isRegistered)
        #expect(device[.autopilot, "CloudAssignedTenantDomain"] == (isRegistered ? .string("example.test") : nil))
        #expect(
            device[.autopilot.child("EstablishedCorrelations"), "EntDMID"] == (isRegistered ? .string("e-1") : nil))
    }

    @Test(
        "ESP-603: OOBE bits 32, 64 and 128 belong to the modes with a device ticket",
        arguments: [(DeploymentMode.userDriven, 0), (.selfDeploying, 224), (.preProvisioning, 224)]
            as [(DeploymentMode, UInt32)])
    func oobeBits(mode: DeploymentMode, bits: UInt32) {
        var facts = Mirrored().mirror.facts
        facts.mode = mode
        #expect(facts.oobeConfig & 224 == bits)
    }

    private static func answer(_ command: String, _ uri: String, status: Int = 200) -> DeviceEvent.Kind {
        .commandAnswered(
            CommandOutcome(
                commandID: "1", command: command, target: uri, status: status, originalError: nil, rule: .success,
                line: nil, column: nil, parent: nil))
    }

    @Test("ESP-603: policies stand in the order in which they arrived; a refused one does not")
    func policies() {
        var device = Mirrored()
        let area = "./Device/Vendor/MSFT/Policy/Config/Experience"
        for name in ["AllowCortana", "AllowCopyPaste"] { device.set("\(area)/\(name)", "1") }
        device.step(
            0, Self.answer("Replace", "\(area)/AllowCortana"),
            Self.answer("Replace", "\(area)/AllowFindMyDevice", status: 404),
            Self.answer("Add", "\(area)/AllowCopyPaste"), Self.answer("Replace", Mirrored.account + "/EntDMID"))
        device.set("\(area)/AllowCortana", "0")
        device.step(1, Self.answer("Replace", "./Vendor/MSFT/Policy/Config/Experience/AllowCortana"))
        let nodes = RegistryPath.nodeCache.child("MS DM Server").child("Nodes")
        #expect(device.key(nodes)?.subkeys.map(\.name) == ["1", "2"])
        #expect(device[nodes.child("1"), "ExpectedValue"] == .string("0"))
        #expect(device[nodes.child("2"), "NodeUri"] == .string("\(area)/AllowCopyPaste"))
        device.step(2, Self.answer("Delete", "\(area)/AllowCortana"))
        #expect(device.key(nodes)?.subkeys.map(\.name) == ["2"])
    }
}
