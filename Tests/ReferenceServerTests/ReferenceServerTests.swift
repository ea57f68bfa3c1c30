import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// The embedded server: what Intune's would send, in the order of esp-behaviour.md 2.4, by the rules of the protocol.
struct ReferenceServerTests {
    private static let fss = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus"
    private static let separator = "\u{F000}"

    private static func assignments() -> Assignments {
        var profile = EnrollmentStatusPageProfile()
        profile.customErrorMessage = "Call <us> & wait"
        var result = Assignments(providerID: "MS DM Server", profile: profile)
        result.agentProvider = "Sidecar"
        result.agentPackage = Assignments.Package(
            id: "{A}", name: "Agent", productCode: "{A}", url: "https://x.test/a?b=1&c=2")
        result.packages = [
            Assignments.Package(id: "p", name: "P", productCode: "{B}", url: "https://x.test/b"),
            Assignments.Package(id: "u", name: "U", productCode: "{C}", url: "https://x.test/c", scope: .user),
        ]
        result.settings = [
            Assignments.Setting(uri: "./Device/Vendor/MSFT/X", format: "int", data: "1", scope: .device),
            Assignments.Setting(uri: "./User/Vendor/MSFT/Y", format: "chr", data: "2", scope: .user, isTracked: true),
        ]
        result.wifi = [Assignments.WiFi(ssid: "Café 1"), Assignments.WiFi(ssid: "Two")]
        result.certificates = [Assignments.Certificate(id: "c_1", subject: "CN=x", server: "https://s.test")]
        result.listsAt = .seconds(65)
        return result
    }

    private func client(
        _ assignments: Assignments? = assignments(), scripted: [ReferenceServer.ScriptedMessage] = [],
        faults: [ReferenceServer.Fault] = []
    ) -> Client {
        Client(assignments, scripted: scripted, faults: faults)
    }

    @Test("SES-05: the SessionID is echoed, MsgIDs count 1, 2 and begin anew with a session")
    func identifiers() throws {
        var client = client()
        let first = try client.open(0)
        #expect(first.header?.sessionID == "1")
        #expect(first.header?.msgID == "1")
        #expect(first.header?.target?.locURI == "D")
        #expect(try client.reply(0).header?.msgID == "2")
        let second = try client.open(60)
        #expect(second.header?.sessionID == "2")
        #expect(second.header?.msgID == "1")
    }

    @Test(
        "SES-04, SES-09: a Status for the SyncHdr first, for each Alert of whatever type and the Replace; none for a Status"
    )
    func statuses() throws {
        var client = client()
        let unknown = Alert(
            cmdID: "5", data: ItemData("1226"), items: [Item(meta: Meta(type: "any.type"), data: ItemData("1"))])
        let answer = try client.open(0, alerts: [unknown])
        let statuses = answer.commands.compactMap { if case .status(let status) = $0 { status } else { nil } }
        #expect(statuses.map(\.cmdRef) == ["0", "2", "3", "5", "9"])
        #expect(statuses.map(\.cmd) == ["SyncHdr", "Alert", "Alert", "Alert", "Replace"])
        #expect(statuses.allSatisfy { $0.msgRef == "1" && $0.data?.content == "200" })
        let next = try client.reply(0)
        #expect(next.commands.map(\.name) == ["Status"])
    }

    @Test("SES-06: CmdIDs are unique in a message and not 0, children of an Atomic included")
    func commandIDs() throws {
        var client = client()
        let ids = try client.open(0).commands.flatMap(\.flattened).compactMap(\.cmdID)
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains("0"))
        #expect(ids == (1...ids.count).map { String($0) })
    }

    @Test("2.4 items 2 and 3: page settings, then the provider, then its MSI, in the first session")
    func deviceSetup() throws {
        var client = client()
        let targets = try client.open(0).targets
        let order = [
            "/FirstSyncStatus/SkipDeviceStatusPage", "/FirstSyncStatus/SkipUserStatusPage", "/TimeOutUntilSyncFailure",
            "/BlockInStatusPage",
            "/DevicePreparation/PolicyProviders/Sidecar", "/PolicyProviders/Sidecar/InstallationState",
            "/TrackedResourceTypes/Apps",
            "/Setup/Apps/PolicyProviders/Sidecar", "/MSI/%7BA%7D/DownloadInstall",
        ]
        let places = order.map { suffix in targets.firstIndex { $0.hasSuffix(suffix) } }
        #expect(places.compactMap { $0 }.count == order.count)
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(!targets.contains { $0.hasPrefix("./User") })
        #expect(!targets.contains { $0.hasSuffix("ServerHasFinishedProvisioning") })
    }

    @Test("windows-csp.md 4.1, SES-10: Add, then Exec with the job as XML in which the URL is escaped")
    func packages() throws {
        var client = client()
        let commands = try client.open(0).sent.filter { $0.name == "Exec" || $0.name == "Add" }
        let index = try #require(commands.firstIndex { $0.name == "Exec" })
        guard case .exec(let exec) = commands[index], case .add(let add) = commands[index - 1] else { return }
        #expect(add.items.first?.target?.locURI == exec.items.first?.target?.locURI)
        #expect(exec.items.first?.meta?.format == "xml")
        #expect(exec.items.first?.data?.content.contains("https://x.test/a?b=1&amp;c=2") == true)
    }

    @Test("windows-csp.md 4.3: a SCEP certificate is one Atomic with Enroll last")
    func certificate() throws {
        var client = client()
        let atomics = try client.open(0).sent.compactMap {
            if case .atomic(let atomic) = $0 { atomic } else { nil }
        }
        #expect(atomics.count == 1)
        #expect(atomics.first?.commands.last?.name == "Exec")
        #expect(atomics.first?.commands.allSatisfy { $0.name != "Get" && $0.name != "Atomic" } == true)
    }

    @Test(
        "ESP-402, ESP-403, ESP-201: lists with U+F000 and ;1, the dummy policy, and the promise last, when the time has come"
    )
    func lists() throws {
        var client = client()
        _ = try client.open(0)
        #expect(try client.reply(0).sent.isEmpty)
        #expect(try client.open(64).data("/ServerHasFinishedProvisioning") == nil)
        let message = try client.open(65)
        #expect(
            message.data("/ExpectedPolicies") == "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID"
        )
        let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI"
        #expect(
            message.data("/ExpectedMSIAppPackages")
                == "\(msi)/%7BA%7D/Status;1\(Self.separator)\(msi)/%7BB%7D/Status;1")
        let wifi = "./Device/Vendor/MSFT/WiFi/Profile"
        #expect(message.data("/ExpectedNetworkProfiles") == "\(wifi)/Caf%C3%A9%201\(Self.separator)\(wifi)/Two")
        #expect(message.data("/ExpectedSCEPCerts") == "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c_1")
        #expect(message.targets.last == "\(Self.fss)/ServerHasFinishedProvisioning")
        #expect(message.data("/ServerHasFinishedProvisioning") == "true")
    }

    @Test("ESP-120: packages outside of the blocking list are installed and not expected; the agent's always is")
    func blockingList() throws {
        var assignments = Self.assignments()
        assignments.profile.selectedMobileAppIds = ["other"]
        assignments.listsAt = .zero
        var client = client(assignments)
        let message = try client.open(0)
        #expect(message.targets.contains { $0.hasSuffix("%7BB%7D/DownloadInstall") })
        #expect(message.data("/ExpectedMSIAppPackages")?.contains("%7BB%7D") == false)
        #expect(message.data("/ExpectedMSIAppPackages")?.contains("%7BA%7D") == true)
    }

    @Test("SES-08: the user's half comes in the first session with the user, lists after their delay")
    func userPhase() throws {
        var assignments = Self.assignments()
        assignments.userListsAfterSeconds = 60
        var client = client(assignments)
        for seconds: Int64 in [0, 65, 100] {
            #expect(try !client.open(seconds).targets.contains { $0.hasPrefix("./User") })
        }
        let first = try client.open(200, user: "ada@example.test").targets
        #expect(first.contains("./User/Vendor/MSFT/Y"))
        #expect(first.contains { $0.hasSuffix("%7BC%7D/DownloadInstall") })
        #expect(!first.contains { $0.hasSuffix("ServerHasFinishedProvisioning") })
        let second = try client.open(260, user: "ada@example.test")
        #expect(
            second.data("/ExpectedPolicies")
                == "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID\(Self.separator)./User/Vendor/MSFT/Y"
        )
        #expect(second.targets.last?.hasPrefix("./User/") == true)
    }

    @Test("2.4 item 10: progress is asked once in each session of a phase whose lists are out")
    func progress() throws {
        var client = client()
        _ = try client.open(0)
        _ = try client.open(65)
        let after = try client.reply(65).targets
        #expect(after == ["\(Self.fss)/IsSyncDone", "\(Self.fss)/WasDeviceSuccessfullyProvisioned"])
        #expect(try client.reply(65).sent.isEmpty)
        #expect(try client.open(120).targets == after)
    }

    @Test("No commands while the client's package goes on; what stays unanswered is recorded as such")
    func outstanding() throws {
        var client = client()
        _ = try client.open(0)
        let commands = try #require(client.last).sent
        let more = try client.send([.status("0", "SyncHdr", "200", 1)], 65, isFinal: false)
        #expect(more.sent.map(\.name) == ["Alert"])
        if case .alert(let alert) = more.sent[0] { #expect(alert.data?.content == "1222") }
        #expect(client.server.answers.isEmpty)
        _ = try client.send([.status(commands[0].cmdID ?? "", commands[0].name, "405", 1)], 65)
        #expect(client.server.answers.first?.statuses == [405])
        #expect(client.server.answers.dropFirst().allSatisfy { $0.statuses.isEmpty })
        #expect(client.server.answers.count == commands.flatMap(\.flattened).count)
    }

    @Test("Alert 1223 and the unenrolment alert end the server's side")
    func goodbye() throws {
        let get = ReferenceServer.ScriptedMessage(time: .zero, commands: [CommandFactory.get(["./DevInfo/DevId"])])
        var aborting = client(nil, scripted: [get])
        let answer = try aborting.open(0, alerts: [Alert(cmdID: "5", data: ItemData("1223"))])
        #expect(answer.sent.isEmpty)
        #expect(try aborting.open(60).sent.count == 1)
        var leaving = client(nil, scripted: [get])
        let request = Item(meta: Meta(type: "com.microsoft:mdm.unenrollment.userrequest"), data: ItemData("1"))
        let goodbye = try leaving.open(0, alerts: [Alert(cmdID: "5", data: ItemData("1226"), items: [request])])
        #expect(goodbye.sent.isEmpty)
        #expect(try leaving.open(60).sent.isEmpty)
    }

    @Test("Scripted messages: in the first session at or after their time, once, with their answers")
    func scripted() throws {
        let early = ReferenceServer.ScriptedMessage(
            time: .seconds(10),
            commands: [CommandFactory.get(["./DevInfo/DevId"]), CommandFactory.add("./Device/Vendor/MSFT/X")])
        let late = ReferenceServer.ScriptedMessage(
            time: .seconds(90), commands: [CommandFactory.replace("./Device/Vendor/MSFT/X", format: "chr", data: "1")])
        var client = client(nil, scripted: [early, late])
        #expect(try client.open(9).sent.isEmpty)
        #expect(try client.open(30).sent.map(\.name) == ["Get", "Add"])
        _ = try client.reply(30)
        #expect(try client.open(90).sent.map(\.name) == ["Replace"])
        _ = try client.reply(90) { _ in false }
        #expect(client.server.answers.map(\.scripted) == [0, 1, 2])
        #expect(client.server.answers.map(\.statuses) == [[200], [200], []])
    }

    @Test("ESP-005, U-01: SkipUserStatusPage is true once the first user's IsSyncDone was read as true")
    func laterUsers() throws {
        var assignments = Self.assignments()
        assignments.profile.disableUserStatusTrackingAfterFirstUser = true
        var client = client(assignments)
        _ = try client.open(0)
        _ = try client.open(70)
        _ = try client.open(100, user: "ada@example.test")
        _ = try client.open(160, user: "ada@example.test")
        let uri = Self.fss.replacing("./Device", with: "./User") + "/IsSyncDone"
        let results = Results(
            cmdID: "2", msgRef: "1", cmdRef: "7", items: [Item(source: Location(uri), data: ItemData("true"))])
        let answer = try client.send([.status("0", "SyncHdr", "200", 1), .results(results)], 160)
        #expect(answer.targets == ["\(Self.fss)/SkipUserStatusPage"])
        #expect(answer.data("/SkipUserStatusPage") == "true")
    }

    @Test("U-01: a profile for Autopilot devices only hides the page from others")
    func autopilotOnly() throws {
        var assignments = Self.assignments()
        assignments.profile.trackInstallProgressForAutopilotOnly = true
        assignments.isAutopilotDevice = false
        var client = client(assignments)
        #expect(try client.open(0).data("/SkipDeviceStatusPage") == "true")
    }

    @Test("Faults: no answer, no message, no end; only in their time")
    func faults() throws {
        let faults = [ReferenceServer.Fault.Kind.noAnswer, .garbage, .endless].enumerated().map { index, kind in
            ReferenceServer.Fault(kind: kind, from: .seconds(Int64(index) * 10), to: .seconds(Int64(index) * 10 + 10))
        }
        var server = ReferenceServer(assignments: nil, faults: faults)
        let header = SyncHdr(sessionID: "1", msgID: "1", target: Location("s"), source: Location("d"))
        let bytes = try Message(header: header, commands: [], isFinal: true).serialized()
        let answers = [9, 10, 29, 30].map { (seconds: Int64) in server.answer(bytes, now: .seconds(seconds)) }
        #expect(answers[0] == nil)
        let garbage = try #require(answers[1])
        #expect(throws: MessageRefusal.self) { try Message(parsing: garbage) }
        let endless = try Message(parsing: try #require(answers[2]))
        #expect(endless.sent.map(\.name) == ["Get"])
        let healthy = try Message(parsing: try #require(answers[3]))
        #expect(healthy.sent.isEmpty)
    }

    @Test("What is no message gets no answer", arguments: ["", "hello", "<SyncML/>", "<html></html>"])
    func noMessage(text: String) {
        var server = ReferenceServer(assignments: Self.assignments())
        #expect(server.answer(Array(text.utf8), now: .zero) == nil)
    }
}
