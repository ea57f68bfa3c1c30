import Capture
import Foundation
import Testing

@testable import Replay

/// What `espalier run` saves is replayed with nothing that differs.
struct LifeReplayTests {
    @Test("A life of ours replays with every command and every result equal")
    func roundTrip() throws {
        let records = try LifeCapture.records()
        let report = Replayer(ReplayOptions(learns: true)).replay(Recording(records))
        #expect(report.differences.prefix(10).map(\.message) == [])
        #expect(report.fidelity.commands.percent == 100)
        #expect(report.fidelity.results.percent == 100)
        #expect(report.fidelity.alerts.percent == 100)
        #expect(report.isReadable)
        #expect(report.fidelity.commands.all > 50)
    }

    @Test("Without --learn no status of a command that writes differs")
    func writes() throws {
        let report = Replayer().replay(Recording(try LifeCapture.records()))
        let writes = report.differences.filter { $0.kind == .status && $0.command != "Get" }
        #expect(writes.prefix(10).map(\.message) == [])
    }

    @Test("A Status of a life that was changed is found, once and in its place")
    func mutation() throws {
        let records = try LifeCapture.records()
        var count = 0
        for index in records.indices where records[index].direction == .toServer && count < 12 {
            let text = String(decoding: records[index].body, as: UTF8.self)
            guard let range = text.ranges(of: "<Cmd>Replace</Cmd><Data>200</Data>").last else { continue }
            count += 1
            var mutated = records
            mutated[index].body = Array(
                text.replacingCharacters(in: range, with: "<Cmd>Replace</Cmd><Data>405</Data>").utf8)
            let report = Replayer(ReplayOptions(learns: true)).replay(Recording(mutated))
            #expect(report.differences.map(\.rule.id) == ["compare.status-code"])
            #expect(report.differences.first?.recorded.file == records[index].origin.file)
            #expect(report.differences.first?.recorded.text == "405")
        }
        #expect(count >= 3)
    }

    @Test("A command of a life's client that was dropped is found, once")
    func dropped() throws {
        let records = try LifeCapture.records()
        var count = 0
        for index in records.indices where records[index].direction == .toServer && count < 12 {
            let text = String(decoding: records[index].body, as: UTF8.self)
            let statuses = text.ranges(
                of: /<Status><CmdID>\d+<\/CmdID><MsgRef>\d+<\/MsgRef><CmdRef>[1-9]\d*<\/CmdRef>.*?<\/Status>/)
            guard let range = statuses.first else { continue }
            count += 1
            var mutated = records
            mutated[index].body = Array(text.replacingCharacters(in: range, with: "").utf8)
            let report = Replayer(ReplayOptions(learns: true)).replay(Recording(mutated))
            #expect(report.differences.map(\.rule.id) == ["compare.status-extra"])
        }
        #expect(count >= 3)
    }

    @Test("The recorded server played to our device as a live client gets the same answers")
    func asServer() throws {
        let records = try LifeCapture.records()
        let report = Replayer(ReplayOptions(learns: true)).playAsServer(Recording(records))
        #expect(report.differences.prefix(10).map(\.message) == [])
        #expect(report.fidelity.commands.percent == 100)
    }
}
