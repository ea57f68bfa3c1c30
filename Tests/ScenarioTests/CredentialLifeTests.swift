import DMSession
import Device
import Foundation
import SyncML
import Testing

@testable import Scenario

/// Lives with a server that authenticates inside SyncML (oma-dm.md 2.11, enrollment.md 14.5).
struct CredentialLifeTests {
    /// A life until just behind its first session that ends or breaks.
    private func first(_ authentication: String, _ more: String = "") throws -> ScenarioPlayer {
        var player = ScenarioPlayer(
            try ScenarioReader.read("server: {authentication: \(authentication)}\n" + more), keepsMessages: true)
        _ = player.step()
        return player
    }

    private func events(_ yaml: String) throws -> [DeviceEvent] { try PlayedLife(yaml: yaml).events }

    /// "client 407" and the like, of one session.
    private func verdicts(_ events: [DeviceEvent], session: Int) -> [String] {
        events.compactMap { event in
            if case .credentials(session, let peer, let status, _) = event.kind {
                "\(peer.rawValue) \(status)"
            } else {
                nil
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var settings: String
        var end: SessionEnd?
        var rules: [String]
        var testDescription: String { settings }

        init(_ settings: String, _ end: SessionEnd?, _ rules: [String]) {
            (self.settings, self.end, self.rules) = (settings, end, rules)
        }
    }

    static let cases = [
        Case("{type: basic}", .completed, []), Case("{type: md5}", .completed, []), Case("{type: mac}", .completed, []),
        Case("{type: basic, lasts: message}", .completed, []), Case("{type: md5, lasts: message}", .completed, []),
        Case("{type: basic, mutual: yes}", .completed, []), Case("{type: md5, mutual: yes}", .completed, []),
        Case("{type: mac, mutual: yes}", .completed, []),
        Case("{type: md5, name: \"Zoë\", secret: \"p:w\"}", .completed, []),
        // DM-AUTH-17, DM-AUTH-04.
        Case(
            "{type: basic, mistakes: [otherSecret]}", .clientNotAuthenticated(.refusedTwice),
            ["authentication.refused-once", "authentication.refused"]),
        Case(
            "{type: md5, mistakes: [otherSecret]}", .clientNotAuthenticated(.refusedTwice),
            ["authentication.refused-once", "authentication.refused"]),
        Case(
            "{type: mac, mistakes: [otherSecret]}", .clientNotAuthenticated(.refusedTwice),
            ["authentication.refused-once", "authentication.refused"]),
        Case(
            "{type: md5, mistakes: [undecodedNonce]}", .clientNotAuthenticated(.refusedTwice),
            ["authentication.refused-once", "authentication.refused"]),
        // DM-AUTH-05, DM-AUTH-20, DM-AUTH-13.
        Case(
            "{type: md5, mistakes: [noChallenge]}", .clientNotAuthenticated(.noChallenge),
            ["authentication.challenge-missing"]),
        Case(
            "{type: md5, mistakes: [unknownType]}", .clientNotAuthenticated(.unknownType("syncml:auth-X509")),
            ["authentication.type-unknown"]),
        Case(
            "{type: md5, mistakes: [changesType]}", .clientNotAuthenticated(.typeChanged(from: .md5, to: .basic)),
            ["authentication.type-changed"]),
        Case(
            "{type: basic, mistakes: [changesType]}", .clientNotAuthenticated(.typeChanged(from: .basic, to: .md5)),
            ["authentication.type-changed"]),
        // The account's entry does not serve.
        Case(
            "{type: md5, account: basic}", .clientNotAuthenticated(.noCredential(.md5)),
            ["authentication.no-credential"]),
        Case(
            "{type: basic, account: digest}", .clientNotAuthenticated(.noCredential(.basic)),
            ["authentication.no-credential"]),
        // DM-MAC-04.
        Case(
            "{type: mac, mistakes: [sessionMAC]}", .clientNotAuthenticated(.macBroken), ["authentication.mac-broken"]),
        Case(
            "{type: mac, mistakes: [noNextNonce]}", .clientNotAuthenticated(.macBroken), ["authentication.mac-broken"]),
        // The server's own proof. Its third failure ends the session; DM-MAC-05.
        Case(
            "{type: md5, mutual: yes, mistakes: [otherOwnSecret]}", .serverNotAuthenticated,
            ["authentication.server-refused", "authentication.server-given-up"]),
        Case(
            "{type: mac, mutual: yes, mistakes: [leavesOwnOut]}", .serverNotAuthenticated,
            ["authentication.mac-missing", "authentication.server-given-up"]),
    ]

    @Test(
        "DM-AUTH-05, DM-AUTH-13, DM-AUTH-17, DM-AUTH-20, DM-MAC-04, DM-MAC-05: what becomes of the first session of a life, with a right server and with each mistake",
        arguments: cases)
    func firstSession(_ item: Case) throws {
        var player = ScenarioPlayer(try ScenarioReader.read("server: {authentication: \(item.settings)}\n"))
        let events = player.step() ?? []
        let end = events.lazy.compactMap { event in
            if case .sessionEnded(1, let end) = event.kind { end } else { nil as SessionEnd? }
        }.first
        #expect(end == item.end)
        let rules = player.life.diagnostics.map(\.rule).filter { $0.hasPrefix("authentication.") }
        #expect(Set(rules) == Set(item.rules), "\(rules)")
        #expect(player.life.page.state == .idle || item.end == .completed, "the first session is tried again")
    }

    @Test("DM-AUTH-08: after 212 no further credentials in the session; DM-AUTH-10: the next one opens with its nonce")
    func session() throws {
        let life = try PlayedLife(
            yaml: "server: {authentication: {type: md5}, sends: [{at: 3m, commands: [{get: ./DevInfo/DmV}]}]}")
        #expect(verdicts(life.events, session: 1) == ["client 407", "client 212"])
        var digests: [String] = []
        for session in 1...life.player.life.sessionNumber {
            if session > 1 { #expect(verdicts(life.events, session: session) == ["client 212"]) }
            let sent = try life.player.life.messages.filter { $0.session == session && $0.direction == .client }
                .map { try Message(parsing: $0.bytes).header?.cred?.data?.content }
            #expect(sent.compactMap { $0 }.count == 1)
            digests += sent.compactMap { $0 }
        }
        #expect(digests.count >= 2 && Set(digests).count == digests.count)
    }

    @Test("DM-AUTH-09: after 200 credentials in every message, each with the nonce of the last Chal")
    func everyMessage() throws {
        let life = try PlayedLife(
            yaml:
                "server: {authentication: {type: md5, lasts: message}, sends: [{at: 3m, commands: [{get: ./DevInfo/DmV}]}]}"
        )
        let digests = try life.player.life.messages.filter { $0.direction == .client }.dropFirst()
            .map { try Message(parsing: $0.bytes).header?.cred?.data?.content }
        #expect(!digests.contains(nil) && Set(digests).count == digests.count)
        #expect(!life.events.contains { if case .credentials(_, _, 401, _) = $0.kind { true } else { false } })
    }

    @Test("DM-MAC-03: with a mac no message of either side has a Cred, and each 200 brings the next nonce")
    func mac() throws {
        let life = try PlayedLife(
            yaml:
                "server: {authentication: {type: mac, mutual: yes}, sends: [{at: 3m, commands: [{get: ./DevInfo/DmV}]}]}"
        )
        for saved in life.player.life.messages { #expect(try Message(parsing: saved.bytes).header?.cred == nil) }
        let session = life.player.life.sessionNumber
        let own = verdicts(life.events, session: session)
        #expect(own.contains("client 200") && own.contains("server 200"))
        #expect(!life.events.contains { if case .credentials(_, _, 212, _) = $0.kind { true } else { false } })
    }

    @Test("The dialect of the standard sends credentials unasked, and they are right at once")
    func unasked() throws {
        let events = try events("protocol: oma\nserver: {authentication: {type: md5, mutual: yes}}")
        #expect(verdicts(events, session: 1) == ["client 212", "server 212"])
    }

    @Test("No secret and no nonce in the report of a life")
    func secrets() throws {
        for type in ["basic", "md5", "mac"] {
            let life = try PlayedLife(
                yaml: "server: {authentication: {type: \(type), mutual: yes, secret: Sesame-77}}")
            let text = try life.json()
            #expect(!text.contains("Sesame-77") && !text.contains("cl-secret-77"))
        }
    }
}
