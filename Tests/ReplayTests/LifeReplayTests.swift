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
        let clean = Replayer(ReplayOptions(learns: true)).replay(Recording(records))
        let known = clean.differences.count
        for index in records.indices where records[index].direction == .toServer && index % 5 == 2 {
            let text = String(decoding: records[index].body, as: UTF8.self)
            guard let range = text.ranges(of: "<Cmd>Replace</Cmd><Data>200</Data>").last else { continue }
            var mutated = records
            mutated[index].body = Array(
                text.replacingCharacters(in: range, with: "<Cmd>Replace</Cmd><Data>405</Data>").utf8)
            let report = Replayer(ReplayOptions(learns: true)).replay(Recording(mutated))
            let found = report.differences.filter { $0.rule.id == "compare.status-code" }
            #expect(found.count == 1)
            #expect(found.first?.recorded.file == records[index].origin.file)
            #expect(report.differences.count - known <= 2)
        }
    }

    @Test("The recorded server played to our device as a live client gets the same answers")
    func asServer() throws {
        let records = try LifeCapture.records()
        let report = Replayer(ReplayOptions(learns: true)).playAsServer(Recording(records))
        #expect(report.differences.prefix(10).map(\.message) == [])
        #expect(report.fidelity.commands.percent == 100)
    }
}
