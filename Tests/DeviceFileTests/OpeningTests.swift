import Foundation
import GRDB
import TestSupport
import Testing

@testable import DeviceFile

/// What a file has to be to be opened, and who may read it.
struct OpeningTests {
    private static func fault(_ path: String, _ access: DeviceFile.Access = .reading) -> DeviceFileFault? {
        do {
            try DeviceFile.open(path, for: access).close()
            return nil
        } catch { return error }
    }

    @Test("A new file, its journal and its lock are its owner's alone")
    func mode() throws {
        let place = try Workplace()
        let file = try DeviceFile.create(place.path, device: .sample)
        #expect(try place.mode() == 0o600)
        #expect(try place.mode(place.path + "-lock") == 0o600)
        try file.queue.write { db in
            try db.execute(sql: "INSERT INTO counter VALUES ('n', 1)")
            #expect(try place.mode(place.path + "-journal") == 0o600)
        }
        #expect(try place.names == ["device.espalier", "device.espalier-lock"])
        file.close()
        #expect(try place.names == ["device.espalier"])
        #expect(try DeviceFile.open(place.path, for: .reading).warnings.isEmpty)
    }

    @Test("What is acknowledged is synced: rollback journal, EXTRA, deleted bytes overwritten")
    func durability() throws {
        let place = try Workplace()
        let file = try DeviceFile.create(place.path, device: .sample)
        defer { file.close() }
        func pragma<Value: DatabaseValueConvertible>(_ name: String, _ type: Value.Type) throws -> Value? {
            try file.queue.read { db in try Value.fetchOne(db, sql: "PRAGMA \(name)") }
        }
        #expect(try pragma("journal_mode", String.self) == "delete")
        #expect(try pragma("synchronous", Int.self) == 3)
        #expect(try pragma("secure_delete", Int.self) == 1)
    }

    @Test("A file that others can read is opened with a warning that says what to do")
    func readableByOthers() throws {
        let place = try Workplace()
        try place.makeDevice()
        for (mode, isTold) in [(0o600, false), (0o400, false), (0o640, true), (0o604, true), (0o666, true)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
            let file = try DeviceFile.open(place.path, for: .reading)
            #expect(file.warnings.count == (isTold ? 1 : 0), "\(String(mode, radix: 8))")
            if let warning = file.warnings.first {
                #expect(warning.message.contains("(mode \(String(mode, radix: 8)))"))
                #expect(warning.hint == "chmod 600 \(place.path)")
            }
        }
    }

    @Test("No file, a folder, a pipe: a fault that says so, and nothing is made")
    func noFile() throws {
        let place = try Workplace()
        let fault = try #require(Self.fault(place.path))
        #expect(fault.code == .missing)
        #expect(fault.hint == "espalier enroll --device \(place.path) makes one")
        #expect(Self.fault(place.path, .playing)?.code == .missing)
        #expect(Self.fault(place.path + "/below")?.code == .missing)
        #expect(Self.fault(place.folder.url.path)?.code == .notAFile)
        #expect(mkfifo(place.path, 0o600) == 0)
        #expect(Self.fault(place.path)?.code == .notAFile)
        #expect(try place.names == ["device.espalier"])
    }

    @Test(
        "Another kind of file: what it is, and the file as it was",
        arguments: [
            ("", "an empty file"), (String(repeating: "\0", count: 4096), "a file of zero bytes"),
            ("{\"savedLifeVersion\":1}", "JSON"), ("<SyncML/>", "XML"),
            ("SQLite format 3\0", "a database that was cut off"),
            ("SQLite format 2", "another kind of file"), (String(repeating: "x", count: 9_000), "another kind of file"),
        ])
    func otherFile(text: String, what: String) throws {
        let place = try Workplace()
        try place.write(Array(text.utf8))
        for access in [DeviceFile.Access.reading, .playing] {
            let fault = try #require(Self.fault(place.path, access))
            #expect(fault.code == .notADeviceFile)
            #expect(fault.message == "this is no device file but \(what)")
        }
        #expect(try place.bytes() == Array(text.utf8))
        #expect(try place.names == ["device.espalier"])
    }

    @Test("A database of another program")
    func otherDatabase() throws {
        let place = try Workplace()
        let queue = try DatabaseQueue(path: place.path)
        try queue.write { db in try db.execute(sql: "CREATE TABLE device (id)") }
        try queue.close()
        let bytes = try place.bytes()
        #expect(Self.fault(place.path, .playing)?.message == "this is no device file but a database of another program")
        #expect(try place.bytes() == bytes)
    }

    @Test("A new device does not take the place of a file")
    func exists() throws {
        let place = try Workplace()
        try place.write([1, 2, 3])
        #expect(DeviceFileFault.Code.of { try place.makeDevice() } == .exists)
        #expect(try place.bytes() == [1, 2, 3])
        try FileManager.default.removeItem(atPath: place.path)
        try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: "nowhere")
        #expect(DeviceFileFault.Code.of { try place.makeDevice() } == .exists)
        #expect(try place.names == ["device.espalier"])
    }

    @Test("A folder that is not there or not ours; a draft that a killed process left")
    func folder() throws {
        let place = try Workplace()
        #expect(
            DeviceFileFault.Code.of {
                try DeviceFile.create(place.path + "/below/it", device: .sample).close()
            } == .unwritable)
        for ending in ["-new", "-new-journal", "-lock"] {
            try Data("left".utf8).write(to: URL(fileURLWithPath: place.path + ending))
        }
        try place.makeDevice()
        #expect(try place.names == ["device.espalier"])
    }

    @Test("The journal of a device whose file was removed does not get into a new one")
    func orphanedJournal() throws {
        let place = try Workplace()
        let old = try DeviceFile.create(place.path, device: .sample)
        let journal = place.path + "-journal"
        var bytes: [UInt8] = []
        try old.queue.write { db in
            try db.execute(sql: "INSERT INTO counter VALUES ('old', 1)")
            // More than the cache holds, so that the journal is synced and counts.
            try db.execute(sql: "PRAGMA cache_size = 1")
            try db.execute(sql: "UPDATE device SET scenario = hex(zeroblob(200000))")
            bytes = try place.bytes(journal)
        }
        old.close()
        #expect(bytes.starts(with: [0xD9, 0xD5, 0x05, 0xF9]))
        try FileManager.default.removeItem(atPath: place.path)
        try Data(bytes).write(to: URL(fileURLWithPath: journal))
        try place.makeDevice()
        #expect(try place.names == ["device.espalier"])
        let new = try DeviceFile.open(place.path, for: .playing)
        #expect(try new.content().device == .sample)
        new.close()
    }

    @Test("Not ours to read", .enabled(if: geteuid() != 0, "the superuser may read everything"))
    func unreadable() throws {
        let place = try Workplace()
        try place.makeDevice()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.path)
        #expect(Self.fault(place.path)?.code == .unreadable)
    }

    @Test("Two in one process: the second is told which process plays the device; waiting helps once it has ended")
    func lock() async throws {
        let place = try Workplace()
        try place.makeDevice()
        let first = try DeviceFile.open(place.path, for: .playing)
        let fault = try #require(Self.fault(place.path, .playing))
        #expect(fault.code == .inUse)
        #expect(fault.message == "process \(getpid()) plays this device")
        #expect(fault.hint == "wait for it to end, or end it: kill \(getpid())")
        #expect(Self.fault(place.path) == nil)

        // By another name of the same file.
        let link = place.path + ".link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place.path)
        #expect(Self.fault(link, .playing)?.code == .inUse)

        let path = place.path
        let waiting = Task.detached {
            let file = try DeviceFile.open(path, for: .playing, waiting: .seconds(30))
            file.close()
        }
        first.close()
        try await waiting.value
        #expect(Self.fault(place.path, .playing) == nil)
    }

    @Test("The wait for another process has an end")
    func waitingEnds() throws {
        let place = try Workplace()
        let first = try DeviceFile.create(place.path, device: .sample)
        defer { first.close() }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(
            DeviceFileFault.Code.of {
                try DeviceFile.open(place.path, for: .playing, waiting: .milliseconds(100)).close()
            } == .inUse)
        #expect(clock.now - start >= .milliseconds(100))
    }

    @Test("Nobody who only looks can write")
    func readingOnly() throws {
        let place = try Workplace()
        try place.makeDevice()
        let file = try DeviceFile.open(place.path, for: .reading)
        defer { file.close() }
        #expect(DeviceFileFault.Code.of { try file.save(DeviceChange(counters: ["n": 1])) } == .unwritable)
    }
}
