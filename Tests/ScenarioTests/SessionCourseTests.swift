import DMSession
import Device
import Foundation
import SyncML
import Testing

@testable import Scenario

/// Sessions that are moved, given up, broken or drawn out (oma-dm.md 1.5, 2.6; windows-csp.md 3.6).
struct SessionCourseTests {
    private static let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"
    private static let sends = """
        server:
          sends:
            - at: "03:00"
              commands: [{replace: \(camera), format: int, data: "0"}]

        """

    /// The messages of the sessions that began at an instant.
    private func messages(_ life: PlayedLife, at time: String) throws -> [(isClient: Bool, message: Message)] {
        try life.player.life.messages.filter { $0.time.description == time }
            .map { ($0.direction == .client, try Message(parsing: $0.bytes)) }
    }

    private func alerts(_ message: Message) -> [String] {
        message.commands.compactMap { if case .alert(let alert) = $0 { alert.data?.content } else { nil } }
    }

    @Test("DM-HDR-10: what follows a RespURI goes there, in this session only")
    func redirected() throws {
        let life = try PlayedLife(
            yaml: "server:\n  respURI: [{at: \"03:00\", address: \"https://b.test/dm\"}]\n  sends:\n"
                + "    - {at: \"02:00\", commands: [{get: ./DevInfo/Man}]}\n"
                + "    - {at: \"03:00\", commands: [{get: ./DevInfo/Man}]}\n")
        func targets(_ time: String) throws -> [String?] {
            try messages(life, at: time).filter(\.isClient).map { $0.message.header?.target?.locURI }
        }
        let own = "https://mdm.example.test/dm"
        #expect(try Set(targets("02:00")) == [own])
        #expect(try targets("03:00").first == own)
        #expect(try Set(targets("03:00").dropFirst()) == ["https://b.test/dm"])
        #expect(!life.events.contains { $0.name == "sessionBroken" })
    }

    @Test("DM-AUTH-12, DM-SESS-21, DM-SESS-22: package 1 with credentials goes to the RespURI of the challenge")
    func challengedElsewhere() throws {
        let life = try PlayedLife(
            yaml: "server: {authentication: {type: md5}, respURI: [{address: \"https://b.test/dm\"}]}")
        let sent = try messages(life, at: "00:00").filter(\.isClient).map(\.message)
        #expect(
            sent.prefix(2).map { $0.header?.target?.locURI } == ["https://mdm.example.test/dm", "https://b.test/dm"])
        #expect(sent.prefix(2).map { $0.header?.sessionID } == ["1", "1"])
        #expect(sent.prefix(2).map { $0.header?.cred == nil } == [true, false])
        #expect(alerts(sent[1]).first == "1201")
        #expect(sent[1].commands.contains { $0.name == "Replace" })
    }

    @Test("A RespURI that is not absolute is not followed and is said; the server hears no more of the session")
    func nowhere() throws {
        var player = ScenarioPlayer(try ScenarioReader.read("server: {respURI: [{address: /dm/2}]}"))
        let events = player.step() ?? []
        #expect(events.contains { $0.name == "sessionBroken" } && !events.contains { $0.name == "redirected" })
        #expect(player.life.diagnostics.contains { $0.rule == "session.resp-uri" })
    }

    @Test("DM-SESS-23, DM-SESS-29: the user gives up: Alert 1223 with Final, nothing is executed, and it comes again")
    func aborted() throws {
        let life = try PlayedLife(
            yaml: Self.sends + "    - {at: \"04:00\", commands: [{get: ./DevInfo/DmV, expect: 200}]}\n"
                + "sessions: [{at: \"03:00\", do: abort, after: 0}]\n")
        let session = try messages(life, at: "03:00")
        #expect(session.map(\.isClient) == [true, false, true, false])
        #expect(alerts(session[2].message) == ["1223"] && session[2].message.isFinal)
        #expect(session[2].message.commands.map(\.name) == ["Status", "Alert"])
        #expect(session[3].message.commands.allSatisfy { $0.name == "Status" })
        #expect(life.failures == [])
        let executed = life.events.filter {
            if case .commandAnswered(let outcome) = $0.kind { outcome.target == Self.camera } else { false }
        }
        #expect(executed.map(\.time.description) == ["04:00"])
    }

    @Test("An abort later in a session: what was answered is not sent again")
    func abortedLater() throws {
        let life = try PlayedLife(
            yaml: Self.sends + "    - {at: \"04:00\", commands: [{get: ./DevInfo/DmV, expect: 200}]}\n"
                + "sessions: [{at: \"03:00\", do: abort, by: device}]\n")
        #expect(life.events.contains { if case .sessionAborted(_, .device) = $0.kind { true } else { false } })
        let executed = life.events.filter {
            if case .commandAnswered(let outcome) = $0.kind { outcome.target == Self.camera } else { false }
        }
        #expect(executed.map(\.time.description) == ["03:00"])
        #expect(life.failures == [])
    }

    @Test("DM-SESS-26: a connection that drops leaves the next session clean")
    func dropped() throws {
        let life = try PlayedLife(
            yaml: Self.sends + "    - {at: \"04:00\", commands: [{get: ./DevInfo/DmV, expect: 200}]}\n"
                + "sessions: [{at: \"03:00\", do: disconnect}]\n")
        #expect(try messages(life, at: "03:00").map(\.isClient) == [true, false])
        let next = try messages(life, at: "04:00").filter(\.isClient).map(\.message)
        #expect(next.first?.header?.msgID == "1" && alerts(next[0]).first == "1201")
        #expect(life.failures == [])
    }

    @Test("A connection that drops before package 1 keeps what it would have told")
    func droppedAtFirst() throws {
        let life = try PlayedLife(yaml: "sessions: [{at: 0, do: disconnect, after: 0}]")
        #expect(try messages(life, at: "00:00").isEmpty)
        #expect(try !messages(life, at: "01:00").isEmpty)
        #expect(life.player.life.outcome == .succeeded)
    }

    @Test("3.6: a slow device sends the keep-alive alert alone, then the answer that it held back")
    func slow() throws {
        let node = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EnableOmaDmKeepAliveMessage"
        func life(_ isOn: Bool) throws -> PlayedLife {
            try PlayedLife(
                yaml: "server:\n  sends:\n"
                    + "    - {at: \"02:00\", commands: [{replace: \(node), format: bool, data: \"\(isOn)\"}]}\n"
                    + "    - {at: \"03:00\", commands: [{get: ./DevInfo/DmV, expect: 200, returns: \"1.3\"}]}\n"
                    + "sessions: [{at: \"03:00\", do: slow, keepAlives: 2}]\n")
        }
        let on = try life(true)
        let sent = try messages(on, at: "03:00").filter(\.isClient).map(\.message)
        let names = sent.map { $0.commands.map(\.name) }
        #expect(names.dropFirst().prefix(2) == [["Alert"], ["Alert"]])
        #expect(names.last?.first == "Status" && names.last?.last == "Results")
        #expect(sent.map { $0.header?.msgID } == ["1", "2", "3", "4"])
        #expect(on.failures == [])
        let off = try life(false)
        #expect(try messages(off, at: "03:00").filter(\.isClient).count == 2)
        #expect(!off.events.contains { $0.name == "keptAlive" } && off.failures == [])
    }

    @Test("Two users with the same package: each has an installation of his own, and its job")
    func packageOfTwoUsers() throws {
        let life = try ScenarioFiles.play("package-of-two-users").player.life
        let own = life.installations.filter { $0.scope == .user }
        #expect(own.count == 2 && Set(own.map(\.uri)).count == 1)
        #expect(own.map(\.user) == life.script.users.map(\.sid))
        #expect(own.map(\.state) == [.completed, .completed])
        #expect(life.appState("Reader") == .completed)
    }
}
