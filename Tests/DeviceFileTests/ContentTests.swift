import Capture
import Foundation
import TestSupport
import Testing

@testable import DeviceFile

/// What is put into a device file comes back from it.
struct ContentTests {
    private static let enrolment = EnrolmentRecord(
        number: 1, kind: .device, provider: "MS DM Server", user: "ada@example.test",
        discoveryURL: "https://mdm.example.test/discovery", policyURL: "https://mdm.example.test/policy",
        enrolmentURL: "https://mdm.example.test/enrol", acceptedRedirect: "https://eu.example.test/discovery",
        enrolled: CaptureTime(microseconds: 7))
    private static let key = KeyRecord(
        id: "K1", pkcs8: SecretBytes([1, 2, 0, 255]), created: CaptureTime(microseconds: 8))
    private static let certificate = CertificateRecord(
        store: .my, location: .system, thumbprint: String(repeating: "AB", count: 20), der: [0x30, 0], keyID: "K1")

    private static var change: DeviceChange {
        DeviceChange(
            enrolment: enrolment, keys: [key], certificates: [certificate],
            trust: [TrustedRoot(thumbprint: String(repeating: "CD", count: 20), der: [0x30, 1])],
            counters: ["sessions": 3])
    }

    @Test("enrollment.md 2: the identity of a device, and all that an enrolment leaves, come back as they were")
    func roundTrip() throws {
        let place = try Workplace()
        try place.makeDevice(with: Self.change)
        let content = try DeviceFile.open(place.path, for: .reading).content()
        #expect(content.device == .sample)
        #expect(content.enrolments == [Self.enrolment])
        #expect(content.enrolment == Self.enrolment)
        #expect(content.keys == [Self.key])
        #expect(content.certificates == [Self.certificate])
        #expect(content.trust == Self.change.trust)
        #expect(content.counters == ["sessions": 3])
        #expect(content.life == nil)
    }

    @Test("enrollment.md 13: leaving management keeps the identity; keys are gone from the bytes of the file, too")
    func cleanup() throws {
        let place = try Workplace()
        var change = Self.change
        let secret = Array("0123456789-private-key-9876543210".utf8)
        change.keys = [
            KeyRecord(id: "K1", pkcs8: SecretBytes(secret), created: CaptureTime(microseconds: 0))
        ]
        try place.makeDevice(with: change)
        #expect(try Data(place.bytes()).range(of: Data(secret)) != nil)
        let file = try DeviceFile.open(place.path, for: .playing)
        var ended = Self.enrolment
        ended.state = .ended
        ended.ended = CaptureTime(microseconds: 99)
        try file.save(DeviceChange(enrolment: ended, keys: [], certificates: []))
        let content = try file.content()
        #expect(content.device == .sample)
        #expect(content.enrolment == nil)
        #expect(content.enrolments == [ended])
        #expect(content.keys.isEmpty && content.certificates.isEmpty)
        #expect(content.trust == Self.change.trust)
        file.close()
        #expect(try Data(place.bytes()).range(of: Data(secret)) == nil)
    }

    @Test("A second enrolment stands beside the first")
    func enrolments() throws {
        let place = try Workplace()
        try place.makeDevice(with: Self.change)
        let file = try DeviceFile.open(place.path, for: .playing)
        var second = Self.enrolment
        second.number = 2
        second.kind = .full
        second.user = nil
        try file.save(DeviceChange(enrolment: second))
        #expect(try file.content().enrolments == [Self.enrolment, second])
        #expect(try file.content().enrolment == second)
    }

    @Test("Nothing that a device file holds stands in a description: bodies, keys, scenarios")
    func descriptions() {
        var device = DeviceRecord.sample
        device.scenario = "server: {authentication: {secret: Sr7-secret-01}}"
        let message = LoggedMessage.sample("Sr7-secret-01")
        let key = KeyRecord(
            id: "K", pkcs8: SecretBytes(Array("Sr7-secret-01".utf8)), created: CaptureTime(microseconds: 0))
        var dumped = ""
        dump(key, to: &dumped)
        let texts = [
            "\(device)", "\(message)", "\(key)", String(reflecting: key), String(reflecting: message), dumped,
        ]
        for text in texts {
            #expect(!text.contains("Sr7-secret-01"))
            // The bytes as numbers.
            #expect(!text.contains("83, 114, 55"))
        }
    }
}
