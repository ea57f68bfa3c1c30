import Capture
import Conformance
import SyncML
import Testing

struct SessionCollectorTests {
    private func linted(_ sent: [Sent]) throws -> [LintedMessage] {
        try sent.records.map { record in
            LintedMessage(
                try Message(parsing: record.body), sender: record.direction == .toServer ? .client : .server,
                record: record)
        }
    }

    private func collect(_ sent: [Sent], limits: SessionCollector.Limits = .standard) throws -> [[String]] {
        var collector = SessionCollector(limits: limits)
        var sessions: [LintedSession] = []
        for var message in try linted(sent) { sessions += collector.add(&message) }
        sessions += collector.finish()
        return sessions.map { session in
            session.messages.map { "\($0.sender.rawValue.first!)\($0.message.header?.msgID ?? "")" }
        }
    }

    private let client = Sent.client(packageOne)
    private let server = Sent.server(answersToOne)

    @Test("A session begins with the client's message 1, and ends when the device begins another one")
    func twoSessions() throws {
        let sent = [
            client, server, client.with(\.sessionID, "2").with(\.msgID, "1"),
            server.with(\.sessionID, "2").with(\.msgID, "1"),
        ]
        #expect(try collect(sent) == [["c1", "s1"], ["c1", "s1"]])
    }

    @Test("The same SessionID twice is two sessions when message 1 comes again")
    func sameIDTwice() throws {
        #expect(try collect([client, server, client.with(\.msgID, "1"), server.with(\.msgID, "1")]).count == 2)
    }

    @Test("Messages of two devices that come by turns are two sessions")
    func twoDevices() throws {
        let other = client.with(\.source, "urn:uuid:other").with(\.msgID, "1")
        let answer = server.with(\.target, "urn:uuid:other").with(\.msgID, "1")
        let sessions = try collect([client, other, answer, server.with(\.msgID, "1")])
        #expect(sessions.sorted { $0.count < $1.count } == [["c1", "s1"], ["c1", "s1"]])
    }

    @Test("A server's message with a wrong SessionID stays with the client that waits")
    func wrongSessionID() throws {
        #expect(try collect([client, server.with(\.sessionID, "9")]) == [["c1", "s1"]])
    }

    @Test("A capture of one side gives sessions of one side")
    func oneSided() throws {
        #expect(try collect([server, server]) == [["s1", "s2"]])
        #expect(try collect([client, client]) == [["c1", "c2"]])
    }

    @Test("Limits close the session that was quiet longest, and one that grows too long")
    func limits() throws {
        let devices = (1...5).map { client.with(\.source, "d\($0)").with(\.msgID, "1") }
        var collector = SessionCollector(limits: .init(openSessions: 2))
        var closed: [LintedSession] = []
        for var message in try linted(devices) { closed += collector.add(&message) }
        #expect(closed.map(\.deviceID) == ["d1", "d2", "d3"])
        #expect(closed.allSatisfy { !$0.isComplete })
        #expect(try collect([client, server, client, server], limits: .init(messages: 2)).map(\.count) == [2, 2])
        #expect(try collect([client, server, client, server], limits: .init(bytes: 100)).count == 4)
    }

    @Test("Who is signed in is what package 1 says, for the whole session")
    func login() throws {
        var collector = SessionCollector()
        var messages = try linted([
            Sent.client(alert(2, 1201) + ConformanceTests.login("others") + deviceInformation), server,
        ])
        _ = collector.add(&messages[0])
        _ = collector.add(&messages[1])
        #expect(messages[1].login == .others)
    }

    @Test("DM-WIN-03, SES-08: ./User in a session whose LoginStatus is others is an error, with user it is none")
    func userScope() {
        let ask = Sent.server(answersToOne + command("Get", 5, "./User/Vendor/MSFT/Policy"))
        func rules(_ who: String) -> Set<String> {
            [Sent.client(alert(2, 1201) + ConformanceTests.login(who) + deviceInformation), ask]
                .brokenRules(LintContext())
        }
        #expect(rules("others") == ["user-context.missing"])
        #expect(rules("none") == ["user-context.missing"])
        #expect(rules("user") == [])
    }
}
