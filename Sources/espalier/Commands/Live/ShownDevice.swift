#if Live
import CSP
import Capture
import DeviceFile
import Notation

/// What `espalier device show` says of a device file. No secret stands in it.
struct ShownDevice: Encodable {
    struct Enrolment: Encodable {
        let number: Int
        let state: String
        let type: String
        let provider: String
        @OrNull var user: String?
        let discoveryURL: String
        @OrNull var authenticationURL: String?
        @OrNull var policyURL: String?
        @OrNull var enrolmentURL: String?
        @OrNull var acceptedRedirect: String?
        let enrolledAt: String
        @OrNull var endedAt: String?
    }

    struct Certificate: Encodable {
        let store: String
        let thumbprint: String
        /// nil for bytes that are no certificate.
        @OrNull var subject: String?
        @OrNull var issuer: String?
        @OrNull var validFrom: String?
        @OrNull var validUntil: String?
        let hasKey: Bool
    }

    struct Session: Encodable {
        @OrNull var number: Int?
        let trigger: String
        let startedAt: String
        let endedAt: String
        let messages: Int
        let outcome: String
        @OrNull var reason: String?
    }

    struct Due: Encodable {
        /// nil beyond any calendar.
        @OrNull var at: String?
        let what: String
    }

    let schemaVersion = 1
    let file: String
    let deviceID: String
    let hardwareID: String
    let macAddresses: [String]
    let name: String
    let windows: String
    let edition: String
    let createdAt: String
    let isEnrolled: Bool
    let enrolments: [Enrolment]
    let certificates: [Certificate]
    let trust: [Certificate]
    let nodes: Int
    let sessions: [Session]
    let next: [Due]
    let counters: [String: Int64]

    /// More of what is due says nothing to a reader.
    private static let mostDue = 10

    private enum CodingKeys: String, CodingKey {
        case schemaVersion, file, deviceID, hardwareID, macAddresses, name, windows, edition, createdAt, isEnrolled
        case enrolments, certificates, trust, nodes, sessions, next, counters
    }

    init(_ content: DeviceContent, sessions: [SessionRecord], file: String) {
        self.file = file
        deviceID = content.device.deviceID
        hardwareID = content.device.hardwareID
        macAddresses = content.device.macAddresses
        name = content.device.name
        windows = content.device.windows
        edition = content.device.edition
        createdAt = content.device.created.text
        isEnrolled = content.enrolment != nil
        enrolments = content.enrolments.map { Enrolment($0) }
        certificates = content.certificates.map {
            Certificate(
                $0.der, store: "\($0.store.rawValue)/\($0.location.rawValue)", thumbprint: $0.thumbprint,
                hasKey: $0.keyID != nil)
        }
        trust = content.trust.map { Certificate($0.der, store: "trust", thumbprint: $0.thumbprint, hasKey: false) }
        nodes = content.life?.nodes.count ?? 0
        self.sessions = sessions.map { Session($0) }
        next = (content.life?.agenda ?? []).prefix(Self.mostDue).map { Due($0, epoch: content.device.epoch) }
        counters = content.counters
    }
}

extension ShownDevice.Enrolment {
    init(_ record: EnrolmentRecord) {
        self.init(
            number: record.number, state: record.state.rawValue, type: record.kind.rawValue, provider: record.provider,
            user: record.user, discoveryURL: record.discoveryURL, authenticationURL: record.authenticationURL,
            policyURL: record.policyURL, enrolmentURL: record.enrolmentURL,
            acceptedRedirect: record.acceptedRedirect, enrolledAt: record.enrolled.text, endedAt: record.ended?.text)
    }
}

extension ShownDevice.Certificate {
    init(_ der: [UInt8], store: String, thumbprint: String, hasKey: Bool) {
        let facts = CertificateFacts(base64: Base64.encode(der))
        func text(_ seconds: Int) -> String { CaptureTime(microseconds: Int64(seconds) * 1_000_000).text }
        self.init(
            store: store, thumbprint: thumbprint, subject: facts?.subject, issuer: facts?.issuer,
            validFrom: facts.map { text($0.notBefore) }, validUntil: facts.map { text($0.notAfter) }, hasKey: hasKey)
    }
}

extension ShownDevice.Session {
    init(_ record: SessionRecord) {
        let (outcome, reason): (String, String?) =
            switch record.outcome {
            case .completed: ("completed", nil)
            case .broken(let reason): ("broken", reason)
            }
        self.init(
            number: record.number, trigger: record.trigger, startedAt: record.started.text,
            endedAt: record.ended.text, messages: record.messages, outcome: outcome, reason: reason)
    }
}

extension ShownDevice.Due {
    init(_ entry: SavedLife.AgendaEntry, epoch: Int64) {
        let (zero, isTooLate) = epoch.multipliedReportingOverflow(by: 1_000_000)
        let (since, isTooLong) = entry.due.multipliedReportingOverflow(by: 1_000)
        let (sum, isBeyond) = zero.addingReportingOverflow(since)
        let isKnown = !isTooLate && !isTooLong && !isBeyond
        self.init(at: isKnown ? CaptureTime(microseconds: sum).text : nil, what: entry.summary)
    }
}
#endif
