import CSP
import DMTree
import Notation
import SyncML
import Testing

@testable import Device

/// The fresh device of design.md 6, item by item.
struct FreshDeviceTests {
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    private static let fss = account + "/FirstSyncStatus"
    private static let tracking = "./Device/Vendor/MSFT/EnrollmentStatusTracking"

    /// Applies bare commands to a fresh device and gives the statuses.
    private func statuses(_ device: FreshDevice, _ commands: [Command]) -> [Int] {
        var applier = Applier(device, tree: device.makeTree())
        return applier.apply(Message(form: .commands, namespace: nil, commands: commands)).turn.outcomes.map(\.status)
    }

    private func get(_ uri: String) -> Command { .get(ItemCommand(cmdID: "1", items: [Item(target: Location(uri))])) }

    @Test(
        "Entra-joined and provisioned as enrollment.md 17.3",
        arguments: [
            ("EnrollmentType", "Device"), ("UPN", "ada@example.test"), ("EntDeviceName", "ada-laptop"),
            ("ManagementServiceAddress", "https://mdm.example.test/dm"), ("Poll/NumberOfFirstRetries", "5"),
            ("Poll/IntervalForFirstSetOfRetries", "15"), ("Poll/NumberOfSecondRetries", "10"),
            ("Poll/IntervalForSecondSetOfRetries", "60"), ("Poll/NumberOfRemainingScheduledRetries", "0"),
            ("Poll/IntervalForRemainingScheduledRetries", "1440"),
        ])
    func account(leaf: String, value: String) {
        #expect(FreshDevice().makeTree().value("\(Self.account)/\(leaf)") == value)
    }

    @Test(
        "FirstSyncStatus at its initial values",
        arguments: [
            ("SkipDeviceStatusPage", "true"), ("SkipUserStatusPage", "true"), ("TimeOutUntilSyncFailure", "60"),
            ("BlockInStatusPage", "0"),
            ("ServerHasFinishedProvisioning", "false"), ("IsSyncDone", "false"),
            ("WasDeviceSuccessfullyProvisioned", "2"),
            ("AllowCollectLogsButton", "false"),
        ])
    func firstSyncStatus(leaf: String, value: String) {
        #expect(FreshDevice().makeTree().value("\(Self.fss)/\(leaf)")?.lowercased() == value)
    }

    @Test("No EntDMID, no Push, no tracking provider")
    func absent() {
        let tree = FreshDevice().makeTree()
        #expect((tree.value(Self.account + "/EntDMID") ?? "").isEmpty)
        #expect(tree.storedLeaves.allSatisfy { !$0.uri.contains("/Push") && !$0.uri.contains("EntDMID") })
        #expect(tree.children(Self.tracking + "/DevicePreparation/PolicyProviders") == [])
        #expect(tree.children(Self.tracking + "/Setup/Apps/PolicyProviders") == [])
        #expect(tree.children(Self.tracking + "/Setup/Apps/Tracking") == [])
    }

    @Test("HasProvisioningCompleted is true on the desktop and false in OOBE")
    func hasProvisioningCompleted() {
        let uri = Self.tracking + "/Setup/HasProvisioningCompleted"
        #expect(FreshDevice().makeTree().value(uri) == "true")
        #expect(FreshDevice(phase: .oobe).makeTree().value(uri) == "false")
    }

    @Test("A user context exists only on the desktop with the user signed in")
    func userContext() {
        #expect(FreshDevice().hasUserContext)
        #expect(FreshDevice().login == .user)
        #expect(FreshDevice(phase: .oobe).login == .others)
        #expect(!FreshDevice(phase: .oobe).hasUserContext)
        #expect(!FreshDevice(login: .user, phase: .oobe).hasUserContext)
        #expect(!FreshDevice(login: .others).hasUserContext)
        #expect(!FreshDevice(login: FreshDevice.Login.none).hasUserContext)
    }

    @Test("User scope: no DMClient provider until it is added (ESP-401)")
    func userProvider() {
        let provider = "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        let leaf = provider + "/FirstSyncStatus/ServerHasFinishedProvisioning"
        let replace = Command.replace(
            ItemCommand(
                cmdID: "1", items: [Item(target: Location(leaf), meta: Meta(format: "bool"), data: ItemData("true"))]))
        func add(_ uri: String, _ id: String) -> Command {
            .add(ItemCommand(cmdID: id, items: [Item(target: Location(uri), meta: Meta(format: "node"))]))
        }
        #expect(statuses(FreshDevice(), [replace]) == [405])
        #expect(
            statuses(FreshDevice(), [add(provider, "2"), add(provider + "/FirstSyncStatus", "3"), replace]) == [
                200, 200, 200,
            ])
    }

    @Test("ESP-401b: without a user context every ./User address answers 405")
    func noUserContext() {
        #expect(
            statuses(FreshDevice(phase: .oobe), [get("./User/Vendor/MSFT/Policy/Config/Experience/AllowCortana")]) == [
                405
            ])
    }

    @Test("--provider renames the server; blanks and any letters are fine", arguments: ["Contoso", "Ä & B C", "a/b"])
    func provider(name: String) {
        let tree = FreshDevice(providerID: name).makeTree()
        #expect(tree.children("./Device/Vendor/MSFT/DMClient/Provider") == [name])
        #expect(
            tree.value("./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(name))/UPN") == "ada@example.test"
        )
    }

    @Test("Package 1 counts as sent, so the first reply has MsgID 2")
    func firstReply() {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        let applied = applier.apply(Message(form: .commands, namespace: nil, commands: [get("./DevInfo/DevId")]))
        #expect(applied.turn.reply?.header?.msgID == "2")
    }

    @Test("A wrong SessionID or MsgID is a finding and changes nothing")
    func wrongIdentifiers() throws {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        for (sessionID, msgID, rule) in [
            ("7", "1", nil), ("7", "9", "session.msg-id"), ("8", "10", "session.session-id"),
        ] {
            let header = SyncHdr(sessionID: sessionID, msgID: msgID, target: Location("d"), source: Location("s"))
            let applied = applier.apply(Message(header: header, commands: [get("./DevInfo/DevId")], isFinal: true))
            #expect(applied.turn.outcomes.map(\.status) == [200])
            #expect(applied.diagnostics.map(\.rule) == (rule.map { [$0] } ?? []))
        }
    }

    @Test("Statuses to package 1 are read, not required")
    func statusesAreRead() {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        let header = SyncHdr(sessionID: "1", msgID: "1", target: Location("d"), source: Location("s"))
        let status = Command.status(Status(cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr", data: ItemData("200")))
        let get = Command.get(ItemCommand(cmdID: "2", items: [Item(target: Location("./DevInfo/DevId"))]))
        let applied = applier.apply(Message(header: header, commands: [status, get], isFinal: true))
        #expect(applied.turn.outcomes.map(\.status) == [200])
        #expect(applied.turn.received.count == 1)
        #expect(applied.diagnostics.isEmpty)
    }
}
