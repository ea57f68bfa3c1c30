import Device
import SyncML
import Testing

@testable import Scenario

/// Every message that the client sends in whole lives, held against the requirements of oma-dm.md 7 that a trace shows.
@Suite struct TraceTests {
    /// Lives with several phases, restarts, failures, breaks and users.
    static let lives = ["sc-01", "sc-04", "sc-07", "sc-09", "sc-12"]

    /// One session: what client and server sent, in order.
    struct Session {
        var client: [Message] = []
        var server: [Message] = []
    }

    static func sessions(_ name: String) throws -> [Session] {
        var sessions: [Int: Session] = [:]
        for saved in try ScenarioFiles.play(name).player.life.messages {
            let message = try Message(parsing: saved.bytes)
            switch saved.direction {
            case .client: sessions[saved.session, default: Session()].client.append(message)
            case .server: sessions[saved.session, default: Session()].server.append(message)
            }
        }
        return sessions.sorted { $0.key < $1.key }.map(\.value)
    }

    static func clientMessages(_ name: String) throws -> [Message] { try sessions(name).flatMap(\.client) }

    @Test(
        "DM-MSG-01 to DM-MSG-08, DM-MSG-12, DM-WIN-13: what we send reads back without a finding", arguments: lives)
    func noFinding(life: String) throws {
        let messages = try Self.clientMessages(life)
        #expect(messages.count > 5)
        #expect(messages.flatMap { $0.findings.map(\.rule) } == [])
    }

    @Test("DM-HDR-01, DM-HDR-02, DM-HDR-08: versions, Target and Source of every message", arguments: lives)
    func header(life: String) throws {
        for message in try Self.clientMessages(life) {
            let header = try #require(message.header)
            #expect(header.verDTD == "1.2" && header.verProto == "DM/1.2")
            #expect(header.target?.locURI.hasPrefix("https://") == true)
            #expect(header.source?.locURI.isEmpty == false)
        }
    }

    @Test("DM-HDR-05, DM-HDR-06: one SessionID for each session, MsgIDs 1, 2, 3 …", arguments: lives)
    func identifiers(life: String) throws {
        for session in try Self.sessions(life) {
            #expect(Set(session.client.compactMap(\.header?.sessionID)).count == 1)
            #expect(session.client.compactMap(\.header?.msgID) == (1...session.client.count).map { String($0) })
        }
    }

    @Test("DM-HDR-13: sessions that follow each other have other SessionIDs", arguments: lives)
    func sessionIDs(life: String) throws {
        let ids = try Self.sessions(life).compactMap { $0.client.first?.header?.sessionID }
        #expect(Set(ids).count == ids.count)
    }

    @Test(
        "DM-SESS-01 to DM-SESS-05, DM-WIN-14: package 1 has Alert 1201, DevInfo in Source, and Final", arguments: lives)
    func packageOne(life: String) throws {
        for session in try Self.sessions(life) {
            let first = try #require(session.client.first)
            guard case .alert(let alert) = try #require(first.commands.first) else {
                Issue.record("no alert first")
                continue
            }
            #expect(alert.data?.content == "1201")
            let replaces = first.commands.compactMap { if case .replace(let replace) = $0 { replace } else { nil } }
            #expect(replaces.count == 1)
            let addresses = replaces.flatMap(\.items).compactMap { $0.source?.locURI }
            #expect(addresses == ["DevId", "Man", "Mod", "DmV", "Lang"].map { "./DevInfo/" + $0 })
            #expect(first.isFinal)
            #expect(first.header?.source?.locURI == replaces.first?.items.first?.data?.content)
        }
    }

    @Test("DM-SESS-09, DM-SESS-10: no message holds a Status for the SyncHdr alone", arguments: lives)
    func noLoneStatus(life: String) throws {
        for message in try Self.clientMessages(life) { #expect(message.commands.count > 1) }
    }

    @Test("DM-SESS-11, DM-STAT-02, DM-STAT-03: one Status for each command of the server, in order", arguments: lives)
    func statuses(life: String) throws {
        for session in try Self.sessions(life) {
            for (request, answer) in zip(session.server, session.client.dropFirst()) {
                let statuses = answer.commands.compactMap {
                    if case .status(let status) = $0 { status } else { nil }
                }
                var references: [String] = []
                for status in statuses where references.last != status.cmdRef { references.append(status.cmdRef) }
                #expect(references == ["0"] + Self.commandIDs(request.commands))
            }
        }
    }

    /// CmdIDs of what is answered, containers before their children.
    private static func commandIDs(_ commands: [Command]) -> [String] {
        commands.flatMap { command -> [String] in
            switch command {
            case .status, .results: return []
            case .atomic(let container), .sequence(let container):
                return [container.cmdID ?? ""] + commandIDs(container.commands)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .unknown: return [command.cmdID ?? ""]
            }
        }
    }

    @Test("DM-STAT-01: the first Status answers the SyncHdr of the message before", arguments: lives)
    func headerStatus(life: String) throws {
        for session in try Self.sessions(life) {
            for (request, answer) in zip(session.server, session.client.dropFirst()) {
                guard case .status(let status) = try #require(answer.commands.first) else {
                    Issue.record("no Status first")
                    continue
                }
                #expect(status.cmdRef == "0" && status.cmd == "SyncHdr")
                #expect(status.msgRef == request.header?.msgID)
            }
        }
    }

    @Test("DM-SESS-12, DM-SESS-13, DM-SESS-20: packages of one message with Final, and only what a client may send")
    func contents() throws {
        for message in try Self.lives.flatMap(Self.clientMessages) {
            #expect(message.isFinal)
            for command in message.commands {
                switch command {
                case .status, .results, .alert: break
                case .replace(let replace):
                    #expect(replace.items.allSatisfy { $0.source?.locURI.hasPrefix("./DevInfo/") == true })
                case .add, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown:
                    Issue.record("\(command.name) from a client")
                }
            }
        }
    }

    @Test("DM-STAT-04, DM-STAT-10: CmdIDs differ and are not 0; every code is one of the table")
    func codes() throws {
        for message in try Self.lives.flatMap(Self.clientMessages) {
            let ids = message.commands.compactMap(\.cmdID)
            #expect(ids.count == message.commands.count && Set(ids).count == ids.count && !ids.contains("0"))
            for case .status(let status) in message.commands {
                let code = try #require(StatusCode(status.data?.content ?? ""))
                #expect(code.name != nil, "\(code)")
            }
        }
    }

    @Test("DM-ALRT-04, DM-ALRT-05, DM-ALRT-15: codes and Items of the alerts we send")
    func alerts() throws {
        var seen: Set<String> = []
        for message in try Self.lives.flatMap(Self.clientMessages) {
            for case .alert(let alert) in message.commands {
                let code = try #require(alert.data?.content)
                #expect(["1200", "1201", "1222", "1223", "1224", "1225", "1226"].contains(code))
                seen.insert(code)
                guard code == "1224" || code == "1226" else { continue }
                #expect(!alert.items.isEmpty)
                for item in alert.items { #expect(item.meta?.type != nil && item.data != nil) }
                if code == "1226" { #expect(alert.items.allSatisfy { $0.meta?.format != nil }) }
            }
        }
        #expect(seen.isSuperset(of: ["1201", "1224"]))
    }

    @Test("DM-ALRT-16: alerts about the client stand in package 1")
    func events() throws {
        let first = try Self.lives.flatMap(Self.sessions).compactMap(\.client.first)
        #expect(first.allSatisfy { $0.alertData("com.microsoft/MDM/LoginStatus") != nil })
    }
}
