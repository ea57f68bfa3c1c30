import CSP
import Capture
import DMTree
import Device
import DeviceFile
import ESP
import EnrollmentClient

/// A device file of a device that has just been enrolled.
public struct DeviceEnrolling: Sendable {
    public var record: DeviceRecord
    public var device: FreshDevice
    public var enrolled: EnrolledDevice
    /// The name with which the user enrolled.
    public var user: String?
    public var kind: EnrolmentRecord.Kind
    /// Milliseconds since 1970: the device's time zero.
    public var instant: Int64
    /// What the tester trusts, DER with thumbprints.
    public var trust: [TrustedRoot]
    /// Used where Discover did not say it.
    public var discoveryURL: String

    public init(
        record: DeviceRecord, device: FreshDevice, enrolled: EnrolledDevice, user: String?, kind: EnrolmentRecord.Kind,
        instant: Int64, trust: [TrustedRoot], discoveryURL: String
    ) {
        self.record = record
        self.device = device
        self.enrolled = enrolled
        self.user = user
        self.kind = kind
        self.instant = instant
        self.trust = trust
        self.discoveryURL = discoveryURL
    }

    /// Everything that the file has to hold so that the device lives on from here.
    ///
    /// - Parameter number: how many enrolments the device has with this one.
    public func change(number: Int) -> DeviceChange {
        let provider = enrolled.provisioned.providerID
        var device = device
        device.providerID = provider
        var record = record
        record.epoch = instant / 1000
        let script = LifeScript.live(
            device,
            LifeScript.LiveCircumstances(
                isJoined: kind == .device, user: user, epoch: record.epoch, nonceSeed: []))
        var life = DeviceLife(script, server: NoServer(), tree: enrolled.provisioned.tree)
        life.setCertificate(
            ends: .seconds(enrolled.identity.certificate.validity.notAfter - record.epoch))
        life.begin(enrolled.provisioned.effects)
        let time = CaptureTime(microseconds: instant * 1000)
        let enrolment = EnrolmentRecord(
            number: number, kind: kind, provider: provider, user: user,
            discoveryURL: enrolled.enrolled.discoveryService?.text ?? discoveryURL,
            enrolmentURL: enrolled.enrolled.enrollmentService.text,
            acceptedRedirect: enrolled.enrolled.acceptedRedirect?.description, enrolled: time)
        let messages = enrolled.exchanges.flatMap { exchange in
            exchange.captured.map { LoggedMessage($0, timing: exchange.timing.byName) }
        }
        let session = SessionRecord(
            enrolment: number, number: nil, trigger: "enrolment",
            started: CaptureTime(microseconds: (enrolled.exchanges.first?.sent ?? instant) * 1000), ended: time,
            messages: messages.count, outcome: .completed)
        return DeviceChange(
            device: record, enrolment: enrolment, life: SavedLife(of: life), keys: enrolled.held.keys,
            certificates: enrolled.held.certificates, trust: trust, counters: ["MS-CV": 0],
            sessions: [(session, messages)])
    }
}

/// The server of a life that is only written down.
private struct NoServer: ManagementServer {
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? { nil }
}
