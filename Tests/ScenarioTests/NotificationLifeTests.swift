import CSP
import DMSession
import Device
import Foundation
import SyncML
import Testing

@testable import Scenario

/// Notifications (package 0) in a life (oma-dm.md 2.13).
struct NotificationLifeTests {
    private func life(_ notifications: String, _ more: String = "") throws -> PlayedLife {
        try PlayedLife(
            yaml: "protocol: oma\nserver:\n  authentication: {type: md5, mutual: yes}\n"
                + "  notifications: \(notifications)\n" + more)
    }

    private func sessions(_ life: PlayedLife) -> [(time: String, trigger: SessionTrigger)] {
        life.events.compactMap { event in
            if case .sessionStarted(_, let trigger) = event.kind { (event.time.description, trigger) } else { nil }
        }
    }

    @Test(
        "DM-SESS-04, DM-HDR-11, DM-NOTI-01: a right digest starts a session with 1200 and its SessionID; others have 1201"
    )
    func started() throws {
        let life = try life("[{at: \"03:00\", session: 165}]")
        let packages = try life.firstPackages()
        for package in packages {
            guard case .alert(let alert)? = package.message.commands.first else { continue }
            #expect(alert.data?.content == (package.time == "03:00" ? "1200" : "1201"))
        }
        #expect(packages.last?.time == "03:00" && packages.last?.message.header?.sessionID == "A5")
        #expect(sessions(life).last?.trigger == .notification)
    }

    @Test(
        "DM-NOTI-01: a wrong notification starts no session and says why",
        arguments: [
            ("wrongDigest", "notification.digest"), ("undecodedNonce", "notification.nonce-undecoded"),
            ("wrongServer", "notification.server-unknown"), ("truncated", "notification.malformed"),
            ("lostNonce", "notification.digest"),
        ])
    func refused(mistake: String, rule: String) throws {
        let life = try life("[{at: \"03:00\", mistake: \(mistake)}]")
        #expect(!sessions(life).contains { $0.trigger == .notification })
        #expect(life.player.life.diagnostics.map(\.rule).contains(rule))
        let refusals = life.events.compactMap { event in
            if case .notification(nil, let refusal?) = event.kind { refusal } else { nil as String? }
        }
        #expect(refusals.count == 1)
    }

    @Test("DM-NOTI-06: a SessionID that comes again starts no second session")
    func repeated() throws {
        let life = try life("[{at: \"03:00\", session: 9}, {at: \"04:00\", session: 9}, {at: \"05:00\", session: 10}]")
        #expect(sessions(life).filter { $0.trigger == .notification }.map(\.time) == ["03:00", "05:00"])
        #expect(life.player.life.diagnostics.map(\.rule).contains("notification.repeated"))
    }

    @Test("The digest is made with the nonce that the sessions came to, over several sessions")
    func nonces() throws {
        let life = try life("[{at: \"03:00\"}, {at: \"04:00\"}, {at: \"05:00\"}]")
        #expect(sessions(life).filter { $0.trigger == .notification }.map(\.time) == ["03:00", "04:00", "05:00"])
        let rules = life.player.life.diagnostics.map(\.rule)
        #expect(!rules.contains { $0.hasPrefix("authentication.") || $0.hasPrefix("notification.") })
    }

    @Test(
        "DM-NOTI-05: with UseNonceResync the special nonce counts, both sides prove themselves with it, and it is renewed"
    )
    func resynchronised() throws {
        let node = "./SyncML/DMAcc/\(DMAccount.name(providerID: "MS DM Server"))/Ext/Microsoft/UseNonceResync"
        let life = try life(
            "[{at: \"03:00\", mistake: lostNonce}, {at: \"04:00\"}]",
            "  sends:\n    - {at: \"02:00\", commands: [{replace: \(node), format: bool, data: \"true\", expect: 200}]}\n"
        )
        #expect(life.failures == [])
        #expect(sessions(life).filter { $0.trigger == .notification }.map(\.time) == ["03:00", "04:00"])
        #expect(life.player.life.diagnostics.map(\.rule).contains("notification.resynchronised"))
        let refused = life.events.contains { if case .credentials(_, _, 401, _) = $0.kind { true } else { false } }
        #expect(!refused)
    }

    @Test("A notification for a device that is off is taken once it is on (our choice)")
    func off() throws {
        let life = try life(
            "[{at: \"04:00\"}]", "machine: [{at: \"03:00\", do: powerOff}, {at: \"06:00\", do: powerOn}]\n")
        #expect(sessions(life).filter { $0.trigger == .notification }.map(\.time) == ["06:00"])
    }
}
