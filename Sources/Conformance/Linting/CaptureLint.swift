import Capture
import Enrollment
import SyncML

/// Lints a capture as it streams: findings of a message come with the message, those of a session when it is over, those of
/// a device at the end. What is kept is bounded by `SessionCollector.Limits` and `LintedDevice`.
public struct CaptureLint: Sendable {
    /// Devices whose sessions are remembered to the end of the capture.
    public static let mostDevices = 1_000

    private let linter: Linter
    private let name: String
    private var collector: SessionCollector
    private var devices: [String: LintedDevice] = [:]
    private var order: [String] = []
    private var count = 0
    /// The message of the record that came last; nil when it held none.
    public private(set) var latest: LintedMessage?
    /// True when the last request was of device management, so that the response is its answer.
    private var awaitsAnswer = false
    /// The request of the enrolment that waits for its answer.
    private var enrollmentRequest: EnrollmentMessage?

    /// - Parameter name: what findings without a file of their own name as their file.
    public init(_ linter: Linter, name: String, limits: SessionCollector.Limits = .standard) {
        self.linter = linter
        self.name = name
        collector = SessionCollector(limits: limits)
    }

    /// Takes what a reader found next.
    public mutating func add(_ element: CaptureElement) -> [LintFinding] {
        switch element {
        case .header: []
        case .fault(let fault): [LintFinding(fault)]
        case .record(let record): add(record)
        }
    }

    /// Takes the next record.
    public mutating func add(_ record: CaptureRecord) -> [LintFinding] {
        count += 1
        latest = nil
        let file = record.origin.file.isEmpty ? name : record.origin.file
        let kind = record.body.isEmpty ? nil : DocumentKind(record.body)
        var findings: [LintFinding] = []
        let isManagement = kind.map(\.isMessage) ?? false || record.hasContentTypeOfMessages
        let isAnswer = record.direction == .toClient && awaitsAnswer
        if isManagement || isAnswer { findings += linter.findings(in: record, number: count, file: file) }
        if record.direction == .toServer { awaitsAnswer = isManagement }
        let document = kind.flatMap { EnrollmentDocument($0, record.body) }
        if record.direction == .toClient, let request = enrollmentRequest {
            let linted = LintedEnrollmentRecord(record, request: request, message: document?.message)
            findings += linter.findings(in: linted, file: file).map { $0.inRecord(count) }
        }
        defer { enrollmentRequest = record.direction == .toServer ? document?.request : nil }
        switch kind {
        case .message(let message):
            var linted = LintedMessage(
                message, sender: LintedMessage.Sender(record.direction), record: record, recordNumber: count,
                context: linter.context)
            let closed = collector.add(&linted)
            latest = linted
            findings += linter.findings(in: linted, file: file)
            findings += closed.flatMap { close($0) }
        case .soap, .provisioning, .dataSynchronisation, .deviceDescription, .deviceInformation, .other, .refused:
            if let document {
                findings += linter.findings(
                    in: document, request: record.direction == .toClient ? enrollmentRequest : nil,
                    time: record.time.map { Int($0.microseconds / 1_000_000) }, file: file
                ).map { $0.inRecord(count) }
            } else if let kind, isManagement || !isAnswer || kind.isReadable {
                findings += linter.findings(of: kind, file).map { $0.inRecord(count) }
            }
        case nil: break
        }
        return findings
    }

    /// Takes the end of the capture.
    public mutating func finish() -> [LintFinding] {
        var findings = collector.finish().flatMap { close($0) }
        for id in order {
            guard let device = devices[id] else { continue }
            findings += linter.findings(in: device, file: name)
            if device.hasForgotten {
                findings.append(
                    LintFinding(
                        CaptureFault(
                            code: .tooLarge, origin: CaptureOrigin(file: name),
                            message:
                                "more than \(LintedDevice.mostCommands) commands were refused; not all were followed")))
            }
        }
        return findings
    }

    private mutating func close(_ session: LintedSession) -> [LintFinding] {
        let id = session.deviceID
        if devices[id] == nil {
            if devices.count < Self.mostDevices {
                devices[id] = LintedDevice(id: id)
                order.append(id)
            } else if order.count == Self.mostDevices {
                // Once: the devices from here on are not followed over sessions.
                order.append("")
                return linter.findings(in: session, file: name) + [
                    LintFinding(
                        CaptureFault(
                            code: .tooLarge, origin: CaptureOrigin(file: name),
                            message:
                                "more than \(Self.mostDevices) devices; the rest is not followed from session to session"
                        ))
                ]
            }
        }
        devices[id]?.add(session)
        return linter.findings(in: session, file: name)
    }
}

extension LintFinding {
    fileprivate func inRecord(_ number: Int) -> LintFinding {
        var copy = self
        copy.record = number
        return copy
    }
}

extension DocumentKind {
    var isMessage: Bool { if case .message = self { true } else { false } }
}

extension CaptureRecord {
    /// The media type of the body in lower case, without parameters; nil when no header says it.
    var mediaType: String? {
        header("Content-Type").map { value in
            let type = value.prefix { $0 != ";" }
            return type.filter { !$0.isWhitespace }.lowercased()
        }
    }

    var hasContentTypeOfMessages: Bool { mediaType.map { Self.messageTypes.contains($0) } ?? false }

    /// oma-dm.md 1.1, MIME.
    static let messageTypes: Set<String> = ["application/vnd.syncml.dm+xml", "application/vnd.syncml.dm+wbxml"]
}
