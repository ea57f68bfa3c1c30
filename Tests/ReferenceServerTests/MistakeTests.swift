import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// What each mistake puts on the wire, and what it leaves alone.
struct MistakeTests {
    private static let ada = "ada@example.test"
    private static let tracking = "./Device/Vendor/MSFT/EnrollmentStatusTracking"

    private static func assignments() -> Assignments {
        var result = Assignments.plain { $0.customErrorMessage = "Call us" }
        result.agentProvider = "Sidecar"
        return result
    }

    private func client(_ mistake: ReferenceServer.Mistake, _ assignments: Assignments = assignments()) -> Client {
        Client(assignments, mistakes: [mistake])
    }

    @Test("releaseTooEarly: the user's promise goes out in the first device session and never again")
    func releaseTooEarly() throws {
        var client = client(.releaseTooEarly)
        #expect(try client.open(0).targets.contains(firstSync("ServerHasFinishedProvisioning", .user)))
        for seconds: Int64 in [60, 120] {
            let message = try client.open(seconds, user: Self.ada)
            #expect(!message.targets.contains(firstSync("ServerHasFinishedProvisioning", .user)))
            #expect((message.list(.policies, .user) != nil) == (seconds == 60))
        }
    }

    @Test("wrongProvider: FirstSyncStatus under another ProviderID, everything else under the right one")
    func wrongProvider() throws {
        var client = client(.wrongProvider("Contoso MDM"))
        let targets = try client.open(0).targets + client.open(60, user: Self.ada).targets
        let first = targets.filter { $0.contains("FirstSyncStatus") }
        #expect(first.count > 12)
        #expect(first.allSatisfy { $0.contains("/Provider/Contoso%20MDM/FirstSyncStatus/") })
        #expect(targets.contains("./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID"))
    }

    @Test("timeoutInSeconds: minutes times 60, beyond the range of 1 to 1440")
    func timeoutInSeconds() throws {
        var client = client(.timeoutInSeconds)
        #expect(try client.open(0).data("/TimeOutUntilSyncFailure") == "3600")
    }

    @Test("misspeltNodes: some nodes have other names, the rest is right")
    func misspeltNodes() throws {
        var client = client(.misspeltNodes)
        let targets = try client.open(0).targets
        for name in ["BlockInStatusPage", "CustomErrorText", "ServerHasFinishedProvisioning"] {
            #expect(!targets.contains(firstSync(name)))
        }
        #expect(targets.contains(firstSync("BlockOnStatusPage")))
        #expect(targets.contains(firstSync("SkipDeviceStatusPage")))
        #expect(targets.contains(firstSync("ExpectedPolicies")))
    }

    @Test("boolForBlock: BlockInStatusPage with Format bool and true")
    func boolForBlock() throws {
        var client = client(.boolForBlock)
        let item = try #require(try client.open(0).replaced("/BlockInStatusPage"))
        #expect(item.meta?.format == "bool")
        #expect(item.data?.content == "true")
    }

    @Test("withoutAdd: the user's half is written to and never added")
    func withoutAdd() throws {
        var assignments = Self.assignments()
        assignments.addsUserTree = true
        var client = client(.withoutAdd, assignments)
        let message = try client.open(0, user: Self.ada)
        #expect(message.list(.policies, .user) != nil)
        #expect(!message.targets.contains("./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"))
    }

    @Test("resendsEverySession: settings and registration in the first message of every session")
    func resendsEverySession() throws {
        var client = client(.resendsEverySession)
        let first = try client.open(0).targets
        let hold = first.filter { $0.contains("StatusPage") || $0.hasPrefix(Self.tracking) }
        for seconds: Int64 in [60, 120] {
            let next = try client.open(seconds).targets
            #expect(next.filter { $0.contains("StatusPage") || $0.hasPrefix(Self.tracking) } == hold)
            #expect(!next.contains(firstSync("ExpectedPolicies")))
            #expect(try !client.reply(seconds).targets.contains { $0.contains("StatusPage") })
        }
    }

    @Test("resendsEveryMessage: the same in every message, so that no session ends")
    func resendsEveryMessage() throws {
        var client = client(.resendsEveryMessage)
        _ = try client.open(0)
        let second = try client.reply(0)
        #expect(second.data("/SkipDeviceStatusPage") == "false")
        for _ in 0..<20 { #expect(try client.reply(0).targets == second.targets) }
    }

    @Test("statesForAgent: the server writes what an agent would: 3 for itself, 1, 2, 3 for an app")
    func statesForAgent() throws {
        var client = client(.statesForAgent)
        let first = try client.open(0)
        let states = first.sent.compactMap { command -> String? in
            guard case .replace(let replace) = command, let item = replace.items.first,
                item.target?.locURI == "\(Self.tracking)/DevicePreparation/PolicyProviders/Sidecar/InstallationState"
            else { return nil }
            return item.data?.content
        }
        #expect(states == ["1", "3"])
        #expect(first.data("\(Self.tracking)/Setup/Apps/PolicyProviders/Sidecar/TrackingPoliciesCreated") == "true")
        let app = try #require(first.targets.last { $0.contains("/Setup/Apps/Tracking/Sidecar/Win32App_") })
        #expect(first.data(app) == "1")
        #expect(try client.reply(0).data(app) == nil)
        #expect(try client.open(60).data(app) == "2")
        #expect(try client.open(120).data(app) == "3")
        #expect(try client.open(180).data(app) == nil)
    }

    @Test("missingResource: a certificate and a policy are listed and never sent")
    func missingResource() throws {
        var client = client(.missingResource)
        let message = try client.open(0)
        let listed =
            (message.list(.scepCerts) ?? []).map(\.uri) + (message.list(.policies) ?? []).dropFirst().map(\.uri)
        #expect(listed.count == 2)
        let later = try client.open(60).targets + client.open(120, user: Self.ada).targets
        for uri in listed { #expect(!(message.targets + later).contains { $0.hasPrefix(uri) }) }
    }

    @Test("silent: every message is answered, no command is sent, and afterwards the plan goes on where it was")
    func silent() throws {
        let fault = ReferenceServer.Fault(kind: .silent, from: .zero, to: .seconds(60))
        var client = Client(Self.assignments(), faults: [fault])
        let answer = try client.open(0)
        #expect(answer.sent.isEmpty)
        #expect(answer.commands.count == 4)
        #expect(try client.open(60).data("/SkipDeviceStatusPage") == "false")
    }
}
