import Capture
import Device
import ESP
import Foundation
import Scenario
import TestSupport
import Testing

@testable import DeviceFile

/// A device file in a folder of its own.
struct Workplace {
    let folder: TemporaryFolder
    var path: String { folder.url.appendingPathComponent("device.espalier").path }

    init() throws { folder = try TemporaryFolder() }

    /// A new device, played by nobody.
    func makeDevice(_ device: DeviceRecord = .sample, with change: DeviceChange = DeviceChange()) throws {
        try DeviceFile.create(path, device: device, with: change).close()
    }

    func bytes(_ name: String? = nil) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: name ?? path)))
    }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    func mode(_ name: String? = nil) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: name ?? path)[.posixPermissions] as? Int
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
    }
}

extension DeviceRecord {
    static let sample = DeviceRecord(
        deviceID: "7F3A0000000000000000000000000001", hardwareID: String(repeating: "ab", count: 32),
        macAddresses: ["00-15-5D-00-00-01", "00-15-5D-00-00-01"], name: "DESKTOP-28FGAI6", windows: "11-25h2",
        edition: "enterprise", epoch: 1_795_800_000, created: CaptureTime(microseconds: 1_795_800_000_000_000))
}

/// A server that gives no answer.
struct Silence: ManagementServer {
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }
}

extension SessionRecord {
    static func sample(_ number: Int) -> SessionRecord {
        SessionRecord(
            enrolment: 1, number: number, trigger: "push",
            started: CaptureTime(microseconds: Int64(number) * 1_000_000),
            ended: CaptureTime(microseconds: Int64(number) * 1_000_000 + 5), messages: 2, outcome: .completed)
    }
}

extension LoggedMessage {
    static func sample(_ text: String, _ direction: CaptureRecord.Direction = .toServer) -> LoggedMessage {
        LoggedMessage(
            CaptureRecord(
                direction: direction, time: CaptureTime(microseconds: 1_795_800_000_123_456),
                url: "https://mdm.example.test/dm", method: direction == .toServer ? "POST" : nil,
                status: direction == .toClient ? 200 : nil,
                headers: [HTTPField("Content-Type", "application/vnd.syncml.dm+xml"), HTTPField("X", "a\u{0}b")],
                body: Array(text.utf8)),
            timing: ["sending": 12_345, "waiting": 6])
    }
}

extension DeviceFileFault.Code {
    /// The code of the fault that a call ends in; nil when it does not.
    static func of(_ body: () throws -> Void) -> DeviceFileFault.Code? {
        do { try body() } catch let fault as DeviceFileFault { return fault.code } catch {}
        return nil
    }
}
