import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// Pre-provisioning, self-deploying, hybrid join, co-management and device preparation, on the server's side
/// (esp-behaviour.md 7).
struct VariantTests {
    private static let ada = "ada@example.test"
    private static let preparation =
        "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders"
    private static let apps = "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/PolicyProviders"

    private static func assignments(_ mode: DeploymentMode, _ list: [String] = []) -> Assignments {
        var result = Assignments.plain { $0.selectedMobileAppIds = list }
        result.mode = mode
        result.agentProvider = "Sidecar"
        result.packages = [
            Assignments.package("Device"), Assignments.package("Mine", .device, target: .user),
            Assignments.package("Hers", .device, target: .user, users: ["eve@example.test"]),
            Assignments.package("User", .user),
        ]
        return result
    }

    @Test("ESP-702: the technician's lists hold the device apps of the pre-assigned user", arguments: [nil, ada])
    func technician(user: String?) throws {
        var assignments = Self.assignments(.preProvisioning)
        assignments.preAssignedUser = user
        var client = Client(assignments)
        let message = try client.open(0, alerts: [.devicePhase])
        let expected = user == nil ? ["Device"] : ["Device", "Mine"]
        #expect(message.list(.msiAppPackages)?.map(\.uri) == expected.map { Assignments.status($0) })
        #expect(message.targets.filter { $0.hasSuffix("DownloadInstall") }.count == expected.count * 2)
        #expect(!message.targets.contains { $0.hasPrefix("./User") })
        let account = try client.open(600, user: Self.ada)
        let later = user == nil ? [Assignments.status("Mine")] : []
        #expect(account.list(.msiAppPackages, .user)?.map(\.uri) == later + [Assignments.status("User", .user)])
    }

    @Test("ESP-706: when the device phase runs again for the user, its lists and the promise are sent again, once")
    func userFlow() throws {
        var client = Client(Self.assignments(.preProvisioning))
        _ = try client.open(0, alerts: [.devicePhase])
        _ = try client.reply(0)
        let done = try client.reply(0, reading: firstSync("IsSyncDone"), "true")
        #expect(done.sent.isEmpty)
        // Sealed: sessions outside of a phase change nothing.
        _ = try client.open(600)
        #expect(try client.reply(600, reading: firstSync("IsSyncDone"), "false").sent.isEmpty)
        _ = try client.open(9000, alerts: [.devicePhase])
        let again = try client.reply(9000, reading: firstSync("IsSyncDone"), "false")
        #expect(again.list(.msiAppPackages)?.map(\.uri) == [Assignments.status("Device")])
        #expect(again.targets.last == firstSync("ServerHasFinishedProvisioning"))
        #expect(!again.targets.contains { $0.hasSuffix("DownloadInstall") || $0.hasPrefix(Self.preparation) })
        _ = try client.open(9060, alerts: [.devicePhase])
        #expect(try client.reply(9060, reading: firstSync("IsSyncDone"), "false").sent.isEmpty)
    }

    @Test(
        "ESP-706: in other modes a device phase does not run again",
        arguments: [DeploymentMode.userDriven, .selfDeploying])
    func noUserFlow(mode: DeploymentMode) throws {
        var client = Client(Self.assignments(mode))
        _ = try client.open(0, alerts: [.devicePhase])
        _ = try client.reply(0)
        _ = try client.reply(0, reading: firstSync("IsSyncDone"), "true")
        _ = try client.open(60, alerts: [.devicePhase])
        #expect(try client.reply(60, reading: firstSync("IsSyncDone"), "false").sent.isEmpty)
    }

    @Test(
        "ESP-703: packages that do not block wait for the user flow, unless ESP-010 says Yes", arguments: [true, false])
    func nonBlocking(isAllowed: Bool) throws {
        var assignments = Self.assignments(.preProvisioning, ["Device"])
        assignments.packages.append(Assignments.package("Other"))
        assignments.profile.allowNonBlockingAppInstallation = isAllowed
        var client = Client(assignments)
        let first = try client.open(0, alerts: [.devicePhase])
        #expect(first.list(.msiAppPackages)?.map(\.uri) == [Assignments.status("Device")])
        #expect(first.targets.contains { $0.hasSuffix("%7BOther%7D/DownloadInstall") } == isAllowed)
        _ = try client.reply(0)
        _ = try client.reply(0, reading: firstSync("IsSyncDone"), "true")
        _ = try client.open(9000, alerts: [.devicePhase])
        let again = try client.reply(9000, reading: firstSync("IsSyncDone"), "false")
        #expect(again.targets.contains { $0.hasSuffix("%7BOther%7D/DownloadInstall") } == !isAllowed)
    }

    @Test(
        "ESP-703, U-04: what a profile without ESP-010 does with packages that do not block",
        arguments: Choices.TechnicianApps.allCases)
    func nonBlockingByChoice(choice: Choices.TechnicianApps) throws {
        var assignments = Self.assignments(.preProvisioning, ["Device"])
        assignments.packages.append(Assignments.package("Other"))
        assignments.choices.technicianApps = choice
        var client = Client(assignments)
        let first = try client.open(0, alerts: [.devicePhase])
        #expect(first.targets.contains { $0.hasSuffix("%7BOther%7D/DownloadInstall") } == (choice == .all))
    }

    @Test("7.2: self-deploying has no user's half, whoever signs in later")
    func selfDeploying() throws {
        var client = Client(Self.assignments(.selfDeploying))
        #expect(try client.open(0).list(.msiAppPackages)?.map(\.uri) == [Assignments.status("Device")])
        #expect(try !client.open(60, user: Self.ada).targets.contains { $0.hasPrefix("./User") })
    }

    @Test("7.3: while the device waits for its domain join it gets the blob, once, when it is ready, and nothing else")
    func hybrid() throws {
        var assignments = Self.assignments(.userDriven)
        assignments.join = .hybrid
        assignments.blobAt = .seconds(90)
        var client = Client(assignments)
        #expect(try client.open(0, alerts: [.domainJoin]).sent.isEmpty)
        let blob = try client.open(90, alerts: [.domainJoin])
        #expect(blob.sent.map(\.name) == ["Exec"])
        #expect(blob.targets == ["./Device/Vendor/MSFT/OfflineDomainJoin/Blob"])
        guard case .exec(let exec) = blob.sent[0] else { return }
        #expect(exec.items.first?.meta?.format == "b64")
        #expect(exec.items.first?.data?.content.isEmpty == false)
        #expect(try client.open(150, alerts: [.domainJoin]).sent.isEmpty)
        // After the restart the page comes up as for any other device.
        #expect(try client.open(200, alerts: [.devicePhase]).data("/SkipDeviceStatusPage") == "false")
    }

    @Test("7.3: a connector that never answers leaves the device without a blob")
    func noBlob() throws {
        var assignments = Self.assignments(.userDriven)
        assignments.blobAt = nil
        var client = Client(assignments)
        for seconds: Int64 in [0, 3600] { #expect(try client.open(seconds, alerts: [.domainJoin]).sent.isEmpty) }
    }

    @Test("7.5: ConfigMgr is a provider of both containers with a timeout of 30 minutes", arguments: [true, false])
    func configMgr(hasSidecar: Bool) throws {
        var assignments = Self.assignments(.userDriven)
        assignments.configMgr = Assignments.ConfigMgr()
        if !hasSidecar { assignments.agentProvider = nil }
        var client = Client(assignments)
        let message = try client.open(0)
        #expect(message.data("\(Self.preparation)/ConfigMgr/InstallationState") == "1")
        #expect(message.data("\(Self.preparation)/ConfigMgr/Timeout") == "30")
        #expect(message.targets.contains("\(Self.apps)/ConfigMgr"))
        #expect(message.targets.contains("\(Self.apps)/Sidecar") == hasSidecar)
        #expect(!message.targets.contains("\(Self.preparation)/Sidecar/Timeout"))
    }

    @Test(
        "7.5: Entra-joined and user-driven only: no ConfigMgr in a hybrid join or another mode",
        arguments: [
            (DeploymentMode.userDriven, DirectoryJoin.hybrid), (.preProvisioning, .entra), (.selfDeploying, .entra),
        ])
    func noConfigMgr(mode: DeploymentMode, join: DirectoryJoin) throws {
        var assignments = Self.assignments(mode)
        assignments.join = join
        assignments.configMgr = Assignments.ConfigMgr()
        var client = Client(assignments)
        #expect(try !client.open(0).targets.contains { $0.contains("ConfigMgr") })
    }

    @Test("7.7: device preparation has no FirstSyncStatus and no provider; its apps come, for the device only")
    func devicePreparation() throws {
        var assignments = Self.assignments(.devicePreparation)
        assignments.agentPackage = Assignments.package("Agent")
        var client = Client(assignments)
        let first = try client.open(0)
        #expect(first.targets.filter { $0.hasSuffix("DownloadInstall") }.count == 4)
        let account = try client.open(60, user: Self.ada)
        for message in [first, try client.reply(60), account] {
            #expect(
                !message.targets.contains { $0.contains("FirstSyncStatus") || $0.contains("EnrollmentStatusTracking") })
            #expect(!message.targets.contains { $0.hasPrefix("./User") })
        }
    }
}
