import Foundation
import GRDB
import ReferenceServer
import TestSupport
import Testing

@testable import DeviceFile
@testable import Scenario

/// Files that are broken: a clear fault, no crash, and the file as it was.
struct DamageTests {
    /// A device with a life, a log and everything else.
    private static func makeWhole() throws -> (place: Workplace, bytes: [UInt8]) {
        let place = try Workplace()
        var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text))
        for _ in 0..<40 { _ = player.step() }
        try place.makeDevice(
            with: DeviceChange(
                enrolment: EnrolmentRecord(
                    number: 1, kind: .device, provider: "P", discoveryURL: "https://x", enrolled: .init(microseconds: 0)
                ),
                life: SavedLife(player.life.saved),
                keys: [KeyRecord(id: "K", pkcs8: SecretBytes([1, 2, 3]), created: .init(microseconds: 0))],
                certificates: [CertificateRecord(store: .my, location: .user, thumbprint: "AB", der: [0x30])],
                trust: [TrustedRoot(thumbprint: "CD", der: [0x30])], counters: ["n": 1],
                sessions: (1...20).map {
                    (.sample($0), [.sample("<SyncML/>"), .sample("<SyncML></SyncML>", .toClient)])
                }
            ))
        return (place, try place.bytes())
    }

    /// Reads all there is.
    ///
    /// - Returns: the fault that it ended in; nil when all could be read.
    private static func readAll(_ path: String, _ access: DeviceFile.Access) -> DeviceFileFault? {
        do {
            let file = try DeviceFile.open(path, for: access)
            defer { file.close() }
            _ = try file.content()
            _ = try file.life(of: ReferenceServer.self)
            _ = try file.sessions(last: 100)
            try file.forEachMessage { _ in }
            return nil
        } catch let fault as DeviceFileFault { return fault } catch {
            Issue.record("another error: \(type(of: error))")
            return nil
        }
    }

    @Test("Cut off at many places: a fault, and the file as it was")
    func truncated() throws {
        let (place, bytes) = try Self.makeWhole()
        #expect(Self.readAll(place.path, .playing) == nil)
        #expect(try place.bytes() == bytes)
        var lengths = Array(0..<110) + Array(stride(from: 128, to: bytes.count, by: 1_997))
        lengths += [bytes.count - 1, bytes.count - 511]
        lengths += stride(from: 4_096, to: bytes.count, by: 4_096).flatMap { [$0 - 1, $0, $0 + 1] }
        for length in lengths {
            let cut = Array(bytes[..<length])
            try place.write(cut)
            for access in [DeviceFile.Access.reading, .playing] {
                let fault = try #require(Self.readAll(place.path, access), "\(length) bytes were read as a whole file")
                #expect(fault.code == .notADeviceFile || fault.code == .damaged, "\(length): \(fault)")
                #expect(!fault.message.isEmpty && !fault.hint.isEmpty)
            }
            #expect(try place.bytes() == cut, "\(length)")
        }
    }

    @Test("Bytes changed at random: read or refused, never a crash, and the file as it was", arguments: [1, 8, 64])
    func flipped(count: Int) throws {
        let (place, bytes) = try Self.makeWhole()
        var random = Seeded(seed: UInt64(count))
        var faults: [DeviceFileFault.Code: Int] = [:]
        for round in 0..<150 {
            var broken = bytes
            for _ in 0..<count {
                // Half of them where the structure of the database stands.
                let range = round.isMultiple(of: 2) ? 0..<bytes.count : 0..<min(8_192, bytes.count)
                broken[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            try place.write(broken)
            for access in [DeviceFile.Access.reading, .playing] {
                guard let fault = Self.readAll(place.path, access) else { continue }
                faults[fault.code, default: 0] += 1
                #expect([.damaged, .notADeviceFile, .newer, .otherForm].contains(fault.code), "\(fault)")
            }
            #expect(try place.bytes() == broken, "\(count), \(round)")
        }
        if count == 64 { #expect(faults.values.reduce(0, +) > 50) }
    }

    @Test("Rows that no Espalier writes are a damaged file, not a crash")
    func rows() throws {
        let (place, _) = try Self.makeWhole()
        for damage in [
            "UPDATE enrolment SET state = 'lost'", "UPDATE certificate SET store = 'Other'", "DELETE FROM device",
            "UPDATE session SET outcome = 'perhaps'", "UPDATE message SET headers = '{'",
            "UPDATE message SET headers = '[[1]]'", "UPDATE message SET timing = '{\"a\":\"b\"}'",
            "UPDATE message SET direction = ''", "DROP TABLE node", "ALTER TABLE message DROP COLUMN body",
            "UPDATE node SET value = 7", "ALTER TABLE device RENAME COLUMN name TO title",
        ] {
            let bytes = try place.bytes()
            let queue = try DatabaseQueue(path: place.path)
            try queue.write { db in try db.execute(sql: damage) }
            try queue.close()
            #expect(Self.readAll(place.path, .reading)?.code == .damaged, "\(damage)")
            try place.write(bytes)
        }
    }

    @Test("A full disk: a fault, and the file holds what was saved before")
    func fullDisk() throws {
        let place = try Workplace()
        let folder = place.folder.url.appendingPathComponent("small").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard geteuid() == 0, Self.run("mount", ["-t", "tmpfs", "-o", "size=400k", "tmpfs", folder]) == 0 else {
            print("skipped: a small disk needs the right to mount one")
            return
        }
        defer { _ = Self.run("umount", [folder]) }
        let path = folder + "/device.espalier"
        let file = try DeviceFile.create(path, device: .sample)
        var saved = 0
        var fault: DeviceFileFault?
        while fault == nil, saved < 1_000 {
            do {
                let body = String(repeating: "x", count: 5_000)
                try file.save(
                    DeviceChange(counters: ["n": Int64(saved + 1)], sessions: [(.sample(saved + 1), [.sample(body)])]))
                saved += 1
            } catch { fault = error }
        }
        #expect(fault?.code == .diskFull)
        #expect(saved > 5)
        #expect(try file.content().counters == ["n": Int64(saved)])
        file.close()
        let again = try DeviceFile.open(path, for: .playing)
        #expect(try again.sessions(last: 1_000).count == saved)
        #expect(try again.queue.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") } == "ok")
        again.close()
        #expect(
            DeviceFileFault.Code.of {
                try Data(count: 1 << 20).write(to: URL(fileURLWithPath: folder + "/rest"))
            } == nil)
        let code = DeviceFileFault.Code.of { try DeviceFile.create(folder + "/second", device: .sample).close() }
        #expect(code == .diskFull || code == .unwritable || code == .ioFailed)
        #expect(!FileManager.default.fileExists(atPath: folder + "/second"))
    }

    private static func run(_ program: String, _ arguments: [String]) -> Int32? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// The same numbers in every run, so that a failure can be looked at again.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
