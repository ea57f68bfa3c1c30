import Foundation
import GRDB
import TestSupport
import Testing

@testable import DeviceFile

/// Files of other versions.
struct SchemaTests {
    /// A version that may come.
    private static let second = Schema(versions: [
        .first,
        Schema.Version(number: 2) { db in
            try db.execute(sql: "ALTER TABLE device ADD COLUMN note TEXT")
            try db.execute(sql: "UPDATE device SET note = 'was ' || name")
        },
    ])

    private struct Failure: Error {}

    private static let failing = Schema(versions: [
        .first,
        Schema.Version(number: 2) { db in
            try db.execute(sql: "ALTER TABLE device ADD COLUMN note TEXT")
            throw Failure()
        },
    ])

    private static func facts(_ place: Workplace) throws -> (application: Int?, version: Int?, columns: [String]) {
        let queue = try DatabaseQueue(path: place.path)
        defer { try? queue.close() }
        return try queue.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA application_id"), try Int.fetchOne(db, sql: "PRAGMA user_version"),
                try db.columns(in: "device").map(\.name)
            )
        }
    }

    @Test("A file says which program and which version made it")
    func marks() throws {
        let place = try Workplace()
        try place.makeDevice()
        let facts = try Self.facts(place)
        #expect(facts.application == 0x4573_706C)
        #expect(facts.version == 1)
        #expect(try Array(place.bytes()[68..<72]) == Array("Espl".utf8))
    }

    @Test(
        "A file of an older version becomes one of the present version, with all that it held",
        arguments: [true, false])
    func migrates(isPlayed: Bool) throws {
        let place = try Workplace()
        try place.makeDevice(
            with: DeviceChange(
                keys: [KeyRecord(id: "K", pkcs8: SecretBytes([1]), created: .init(microseconds: 0))],
                counters: ["n": 7], sessions: [(.sample(1), [.sample("<SyncML/>")])]))
        let file = try DeviceFile.open(
            place.path, for: isPlayed ? .playing : .reading, waiting: .zero, schema: Self.second)
        let content = try file.content()
        #expect(content.device == .sample)
        #expect(content.counters == ["n": 7])
        #expect(content.keys.map(\.id) == ["K"])
        #expect(try file.sessions(last: 9) == [.sample(1)])
        #expect(try file.version() == 2)
        let note = try file.queue.read { db in try String.fetchOne(db, sql: "SELECT note FROM device") }
        #expect(note == "was DESKTOP-28FGAI6")
        file.close()
        #expect(try Self.facts(place).version == 2)
        #expect(try place.names == ["device.espalier"])
        // Once is enough.
        let again = try DeviceFile.open(place.path, for: .playing, waiting: .zero, schema: Self.second)
        #expect(try again.version() == 2)
        again.close()
    }

    @Test("A file from before the first version, with its mark and without tables, becomes one of the present version")
    func versionZero() throws {
        let place = try Workplace()
        let queue = try DatabaseQueue(path: place.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try queue.close()
        let file = try DeviceFile.open(place.path, for: .playing)
        try file.save(DeviceChange(device: .sample))
        #expect(try file.content().device == .sample)
        #expect(try file.version() == 1)
        file.close()
    }

    @Test("While the device is played, an older file cannot be brought to the present version")
    func migratesLater() throws {
        let place = try Workplace()
        let playing = try DeviceFile.create(place.path, device: .sample)
        #expect(
            DeviceFileFault.Code.of {
                try DeviceFile.open(place.path, for: .reading, waiting: .zero, schema: Self.second).close()
            } == .inUse)
        playing.close()
    }

    @Test("A later version is refused, and the file stays as it is")
    func newer() throws {
        let place = try Workplace()
        try DeviceFile.create(place.path, device: .sample, with: DeviceChange(), schema: Self.second).close()
        let bytes = try place.bytes()
        for access in [DeviceFile.Access.reading, .playing] {
            do {
                try DeviceFile.open(place.path, for: access).close()
                Issue.record("a newer file was opened")
            } catch {
                #expect(error.code == .newer)
                #expect(error.message == "a later Espalier made the file (version 2; this one knows 1)")
            }
        }
        #expect(try place.bytes() == bytes)
        #expect(try place.names == ["device.espalier"])
    }

    @Test("A change of version that fails leaves the version before")
    func failing() throws {
        let place = try Workplace()
        try place.makeDevice()
        #expect(
            DeviceFileFault.Code.of {
                try DeviceFile.open(place.path, for: .playing, waiting: .zero, schema: Self.failing).close()
            } != nil)
        let facts = try Self.facts(place)
        #expect(facts.version == 1)
        #expect(!facts.columns.contains("note"))
        let file = try DeviceFile.open(place.path, for: .playing)
        #expect(try file.content().device == .sample)
        file.close()
    }
}
