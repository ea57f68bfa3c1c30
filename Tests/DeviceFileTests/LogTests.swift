import Capture
import Foundation
import GRDB
import TestSupport
import Testing

@testable import DeviceFile

/// The capture log.
struct LogTests {
    private static func log(_ file: DeviceFile) throws -> [LoggedMessage] {
        var log: [LoggedMessage] = []
        try file.forEachMessage { log.append($0) }
        return log
    }

    private static func text(_ message: LoggedMessage) -> String {
        String(decoding: message.record.body, as: UTF8.self)
    }

    @Test("Messages come back in order, byte for byte, with address, status, headers and timing")
    func roundTrip() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        var binary = LoggedMessage.sample("", .toClient)
        binary.record.body = [0, 1, 0xFF, 0x6A]
        var bare = LoggedMessage.sample("x")
        bare.record.time = nil
        bare.record.url = nil
        bare.record.headers = []
        bare.timing = [:]
        let messages = [LoggedMessage.sample("<SyncML/>"), binary, bare]
        var broken = SessionRecord.sample(2)
        broken.outcome = .broken(reason: "the server closed the connection")
        broken.number = nil
        broken.enrolment = nil
        try file.save(DeviceChange(sessions: [(.sample(1), messages), (broken, [])]))
        #expect(try Self.log(file) == messages)
        #expect(try file.sessions(last: 9) == [.sample(1), broken])
        #expect(try file.sessions(last: 1) == [broken])
    }

    @Test("The newest messages stay, by number and by size of their bodies")
    func retention() throws {
        let place = try Workplace()
        var device = DeviceRecord.sample
        device.retention = CaptureRetention(messages: 10, bytes: 100)
        try place.makeDevice(device)
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        for number in 1...30 {
            try file.save(DeviceChange(sessions: [(.sample(number), [.sample("\(number)a"), .sample("\(number)b")])]))
        }
        #expect(
            try Self.log(file).map(Self.text)
                == ["26a", "26b", "27a", "27b", "28a", "28b", "29a", "29b", "30a", "30b"])
        #expect(try file.sessions(last: 100).map(\.number) == Array(21...30))
        // 60 bytes beside the thirty of before; then one that is larger than all that may be kept.
        try file.save(DeviceChange(sessions: [(.sample(31), [.sample(String(repeating: "x", count: 80))])]))
        #expect(try Self.log(file).map(\.record.body.count) == [3, 3, 3, 3, 3, 3, 80])
        try file.save(DeviceChange(sessions: [(.sample(32), [.sample(String(repeating: "y", count: 101))])]))
        #expect(try Self.log(file).isEmpty)
        try file.save(DeviceChange(sessions: [(.sample(33), [.sample("z")])]))
        #expect(try Self.log(file).map(Self.text) == ["z"])
    }

    @Test("The standard limits: the last 1,000 messages and 64 MiB")
    func standard() {
        #expect(DeviceRecord.sample.retention == CaptureRetention(messages: 1_000, bytes: 67_108_864))
    }

    @Test("A reader that stops early gets its own error back")
    func ownError() throws {
        struct Enough: Error {}
        let place = try Workplace()
        try place.makeDevice(with: DeviceChange(sessions: [(.sample(1), [.sample("a"), .sample("b")])]))
        let file = try DeviceFile.open(place.path, for: .reading)
        var count = 0
        #expect(throws: Enough.self) {
            try file.forEachMessage { _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }

    @Test("A log of any size is read piece by piece, and the device saves meanwhile")
    func pieces() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        let large = String(repeating: "x", count: 700_000)
        let texts = (0..<250).map { $0.isMultiple(of: 60) ? "\($0) \(large)" : "\($0)" }
        try file.save(DeviceChange(sessions: [(.sample(1), texts.map { .sample($0) })]))
        let reader = try DeviceFile.open(place.path, for: .reading)
        defer { reader.close() }
        var read: [String] = []
        try reader.forEachMessage { message in
            read.append(Self.text(message))
            // While the reader is in the middle of the log.
            if read.count == 3 { try file.save(DeviceChange(counters: ["n": 1])) }
        }
        #expect(read == texts)
        #expect(try reader.content().counters == ["n": 1])
    }

    @Test("A save that fails leaves all as it was: life, keys and log together")
    func wholeOrNothing() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .playing)
        defer { file.close() }
        try file.save(DeviceChange(counters: ["n": 1], sessions: [(.sample(1), [.sample("a")])]))
        let before = try file.content()
        let twice = TrustedRoot(thumbprint: "AB", der: [1])
        let change = DeviceChange(
            keys: [], trust: [twice, twice], counters: ["n": 2], sessions: [(.sample(2), [.sample("b")])])
        #expect(throws: DeviceFileFault.self) { try file.save(change) }
        #expect(try file.content() == before)
        #expect(try Self.log(file).map(Self.text) == ["a"])
        try file.save(DeviceChange(counters: ["n": 3]))
        #expect(try file.content().counters == ["n": 3])
    }
}
