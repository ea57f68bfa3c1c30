import Foundation
import GRDB
import TestSupport
import Testing

@testable import DeviceFile
@testable import DeviceFileExerciser

/// A device file against processes that end at any moment, and against two at once.
@Suite(.serialized)
struct KillTests {
    private static func start(_ path: String, _ arguments: [String] = []) throws -> (Process, Pipe, Pipe) {
        let program = try #require(Tool.built("DeviceFileExerciser"), "the exerciser is not built beside the tests")
        let process = Process()
        process.executableURL = program
        process.arguments = [path] + arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, errors)
    }

    @Test(
        "Killed 200 times at random moments: the file is whole, and holds the last acknowledged session or the one after"
    )
    func kill() throws {
        let place = try Workplace()
        try place.makeDevice(ExercisedState.device)
        var random = SystemRandomNumberGenerator()
        var number = 0
        var advanced = 0
        var unacknowledged = 0
        for round in 0..<200 {
            let (process, output, errors) = try Self.start(place.path)
            var printed = Data()
            // One in four dies while it opens the file, which may have to be mended; one at any time from then on; two once
            // they have saved something, however slow the disk is.
            let lines = [0, 1, 2, 2][round % 4]
            while printed.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { break }
                printed += more
            }
            usleep(UInt32.random(in: 0..<30_000, using: &random))
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            printed += output.fileHandleForReading.readDataToEndOfFile()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            #expect(process.terminationReason == .uncaughtSignal, "\(process.terminationStatus) \(said)")
            // A line that was cut off counts: it was printed after the save.
            let numbers = String(decoding: printed, as: UTF8.self).split(separator: "\n")
            let acknowledged = numbers.last.flatMap { Int($0) } ?? number

            let file = try DeviceFile.open(place.path, for: .playing)
            let check = try file.queue.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") }
            #expect(check == "ok")
            let found = try #require(
                try ExercisedState.number(in: file), "round \(round): the file holds parts of two sessions")
            #expect(found == acknowledged || found == acknowledged + 1, "round \(round)")
            if found > number { advanced += 1 }
            if found == acknowledged + 1 { unacknowledged += 1 }
            number = found
            file.close()
        }
        #expect(advanced >= 100, "the processes were killed before they did anything")
        print("killed 200 times: \(number) sessions, \(unacknowledged) saved and not yet acknowledged")
        // A journal that had no content yet when its process died says nothing; the next save removes it.
        let left = Set(try place.names)
        #expect(left.isSubset(of: ["device.espalier", "device.espalier-journal"]))
    }

    @Test("Killed 40 times while it makes a file: there is none, or a whole one")
    func killMaking() throws {
        let place = try Workplace()
        var random = SystemRandomNumberGenerator()
        var whole = 0
        for round in 0..<40 {
            let (process, output, _) = try Self.start(place.path, ["create"])
            _ = output.fileHandleForReading.availableData
            // The file is there for some milliseconds, and then made again.
            usleep(UInt32.random(in: round.isMultiple(of: 2) ? 0..<1_000 : 0..<30_000, using: &random))
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            guard FileManager.default.fileExists(atPath: place.path) else { continue }
            let file = try DeviceFile.open(place.path, for: .playing)
            #expect(try ExercisedState.number(in: file) == 1, "round \(round)")
            #expect(try place.mode() == 0o600)
            file.close()
            whole += 1
        }
        #expect(whole > 0)
    }

    @Test("A second process says which one plays the device, and what to do; a lock ends with its process")
    func twoProcesses() throws {
        let place = try Workplace()
        try place.makeDevice(ExercisedState.device)
        let (first, output, _) = try Self.start(place.path)
        _ = output.fileHandleForReading.availableData
        let (second, _, errors) = try Self.start(place.path, ["1"])
        second.waitUntilExit()
        #expect(second.terminationStatus == 2)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said == "inUse: process \(first.processIdentifier) plays this device\n")
        // Who only looks is not shut out, and sees whole sessions.
        let reader = try DeviceFile.open(place.path, for: .reading)
        #expect(throws: Never.self) { try reader.content() }
        reader.close()
        Foundation.kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        let third = try DeviceFile.open(place.path, for: .playing)
        #expect(try ExercisedState.number(in: third) != nil)
        third.close()
    }

    @Test("A second process that may wait goes on once the first has ended")
    func waiting() throws {
        let place = try Workplace()
        try place.makeDevice(ExercisedState.device)
        let (first, output, _) = try Self.start(place.path, ["30"])
        _ = output.fileHandleForReading.availableData
        let second = try DeviceFile.open(place.path, for: .playing, waiting: .seconds(30))
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        #expect(try ExercisedState.number(in: second) == 30)
        second.close()
        #expect(try place.names == ["device.espalier"])
    }
}
