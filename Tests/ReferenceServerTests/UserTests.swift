import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// Users as the server knows them: by their token, each with a half of their own.
struct UserTests {
    private static let ada = "ada@example.test"
    private static let bob = "Bob@example.test"

    private static func assignments(
        _ edit: (inout EnrollmentStatusPageProfile) -> Void = { _ in }
    ) -> Assignments {
        var result = Assignments.plain(edit)
        result.packages = [
            Assignments.package("All", .user), Assignments.package("Ada", .user, users: [ada]),
            Assignments.package("Bob", .user, users: ["bob@EXAMPLE.test"]),
        ]
        return result
    }

    private func done(_ client: inout Client, _ seconds: Int64) throws -> Message {
        try client.reply(seconds, reading: firstSync("IsSyncDone", .user), "true")
    }

    @Test("windows-csp.md 2.4 (OBS S23 51816): each user gets lists and a promise of their own, in their first session")
    func second() throws {
        var client = Client(Self.assignments())
        _ = try client.open(0)
        let ada = try client.open(100, user: Self.ada)
        #expect(
            ada.list(.msiAppPackages, .user)?.map(\.uri)
                == [Assignments.status("All", .user), Assignments.status("Ada", .user)])
        #expect(ada.targets.last == firstSync("ServerHasFinishedProvisioning", .user))
        #expect(try client.open(160, user: Self.ada).list(.policies, .user) == nil)
        let bob = try client.open(1000, user: Self.bob)
        #expect(
            bob.list(.msiAppPackages, .user)?.map(\.uri)
                == [Assignments.status("All", .user), Assignments.status("Bob", .user)])
        #expect(bob.targets.last == firstSync("ServerHasFinishedProvisioning", .user))
        // Back again, in another spelling.
        #expect(try client.open(2000, user: "ADA@example.test").list(.policies, .user) == nil)
    }

    @Test("The delay of a user's lists counts from that user's first session")
    func delay() throws {
        var assignments = Self.assignments()
        assignments.userListsAfterSeconds = 60
        var client = Client(assignments)
        for (start, user) in [(100, Self.ada), (500, Self.bob)] as [(Int64, String)] {
            #expect(try client.open(start, user: user).list(.policies, .user) == nil)
            #expect(try client.open(start + 59, user: user).list(.policies, .user) == nil)
            #expect(try client.open(start + 60, user: user).list(.policies, .user) != nil)
        }
    }

    @Test("windows-csp.md 5.4: without a token, and with one that names nobody, there is device policy only")
    func noToken() throws {
        var client = Client(Self.assignments())
        #expect(try !client.open(0, user: Self.ada, hasToken: false).targets.contains { $0.hasPrefix("./User") })
        let alert = Alert.event("com.microsoft/MDM/AADUserToken", "eyJhbGciOiJub25lIn0.e30.")
        #expect(try client.open(60, user: Self.ada, hasToken: false, alerts: [alert]).sent.isEmpty)
        // Nor has a token any say when LoginStatus says that nobody with an account is there.
        let token = Alert.event("com.microsoft/MDM/AADUserToken", Client.token(Self.ada))
        #expect(try !client.open(120, alerts: [token]).targets.contains { $0.hasPrefix("./User") })
        #expect(try client.open(180, user: Self.ada).list(.policies, .user) != nil)
    }

    @Test(
        "The user's name is read from the payload of the token",
        arguments: [
            (Client.token("ada@example.test"), "ada@example.test"), (Client.token("ä~?>@x.test"), "ä~?>@x.test"),
            ("", nil), ("a.b", nil), ("....", nil), ("x.e30.y", nil), ("x.bnVsbA.y", nil), (Client.token(""), nil),
        ] as [(String, String?)])
    func token(text: String, upn: String?) { #expect(UserToken(text)?.upn == upn) }

    @Test("ESP-401, U-07: where Windows does not make the user's half, Add comes first, for each user")
    func addsTree() throws {
        var assignments = Self.assignments()
        assignments.addsUserTree = true
        var client = Client(assignments)
        _ = try client.open(0)
        let provider = "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        for (seconds, user) in [(60, Self.ada), (600, Self.bob)] as [(Int64, String)] {
            let message = try client.open(seconds, user: user)
            #expect(message.sent.prefix(2).map(\.name) == ["Add", "Add"])
            #expect(Array(message.targets.prefix(2)) == [provider, "\(provider)/FirstSyncStatus"])
            #expect(try !client.open(seconds + 60, user: user).targets.contains(provider))
        }
        var plain = Client(Self.assignments())
        #expect(try !plain.open(0, user: Self.ada).targets.contains(provider))
    }

    @Test(
        "ESP-005, U-01: SkipUserStatusPage is true once the first user is done, unless the choice says otherwise",
        arguments: Choices.LaterUsers.allCases)
    func laterUsers(choice: Choices.LaterUsers) throws {
        var assignments = Self.assignments { $0.disableUserStatusTrackingAfterFirstUser = true }
        assignments.choices.laterUsers = choice
        var client = Client(assignments)
        _ = try client.open(0)
        _ = try client.open(100, user: Self.ada)
        _ = try client.reply(100)
        let after = try done(&client, 100)
        #expect(after.data("/SkipUserStatusPage") == (choice == .skipAfterFirstUser ? "true" : nil))
        #expect(try client.open(160, user: Self.ada).data("/SkipUserStatusPage") == nil)
    }

    @Test("ESP-005: without the setting, and before the first user is done, the page stays for everybody")
    func everyUser() throws {
        var client = Client(Self.assignments())
        _ = try client.open(0)
        _ = try client.open(100, user: Self.ada)
        _ = try client.reply(100)
        #expect(try done(&client, 100).data("/SkipUserStatusPage") == nil)
        var waiting = Client(Self.assignments { $0.disableUserStatusTrackingAfterFirstUser = true })
        _ = try waiting.open(100, user: Self.ada)
        _ = try waiting.reply(100)
        #expect(
            try waiting.reply(100, reading: firstSync("IsSyncDone", .user), "false").data("/SkipUserStatusPage") == nil)
    }

    @Test("ESP-307: the list of a user without a licence is never completed; others, and the quirk off, get theirs")
    func unlicensed() throws {
        for isOn in [true, false] {
            var assignments = Self.assignments()
            assignments.unlicensedUsers = ["ADA@example.test"]
            try assignments.quirks.set("ESP-307", to: isOn)
            var client = Client(assignments)
            _ = try client.open(0)
            for seconds: Int64 in [60, 120, 7200] {
                let message = try client.open(seconds, user: Self.ada)
                let expected: String? = isOn || seconds > 60 ? nil : "true"
                #expect(message.data("/ServerHasFinishedProvisioning") == expected)
            }
            #expect(try client.open(9000, user: Self.bob).data("/ServerHasFinishedProvisioning") == "true")
        }
    }
}
