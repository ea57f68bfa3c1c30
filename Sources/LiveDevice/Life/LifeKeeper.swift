import Capture
import Device
import DeviceFile
import Identity
import Synchronization

/// Puts a life into its file, with the sessions, messages, keys and certificates that a step brought, in one transaction.
public final class LifeKeeper: Sendable {
    private let file: DeviceFile
    private let state: Mutex<State>

    private struct State {
        var enrolment: EnrolmentRecord
        var held: HeldRecords
        /// What a renewal changed since the last save.
        var isRenewed = false
    }

    /// Keys and certificates as the file has them.
    public struct HeldRecords: Sendable {
        public var keys: [KeyRecord]
        public var certificates: [CertificateRecord]

        public init(keys: [KeyRecord], certificates: [CertificateRecord]) {
            self.keys = keys
            self.certificates = certificates
        }
    }

    public init(file: DeviceFile, enrolment: EnrolmentRecord, held: HeldRecords) {
        self.file = file
        state = Mutex(State(enrolment: enrolment, held: held))
    }

    /// Keys and certificates as they stand.
    var held: HeldRecords { state.withLock { $0.held } }

    /// A renewal brought these in place of what was there; they are saved with the step that it belongs to.
    func renewed(_ held: HeldRecords) {
        state.withLock { state in
            state.held = held
            state.enrolment.state = .enrolled
            state.isRenewed = true
        }
    }

    /// A renewal failed: EnrollmentState 3, while management goes on (enrollment.md 10.1).
    func renewalFailed() {
        state.withLock { state in
            state.enrolment.state = .renewalFailed
            state.isRenewed = true
        }
    }

    /// Saves what a step left.
    ///
    /// - Returns: the sessions of the step.
    func keep(
        _ life: DeviceLife<RemoteServer>, _ link: ServerLink, _ events: [DeviceEvent], _ exchanges: [ExchangeRecord],
        started: Int64, ended: Int64
    ) throws(DeviceFileFault) -> [SessionRecord] {
        let memory = link.memory
        var change = DeviceChange(life: SavedLife(of: life), counters: ["MS-CV": Int64(memory.vector.count)])
        let hasLeft = events.contains { $0.kind == .unenrolled }
        let records = state.withLock { state in
            if hasLeft {
                // Account, certificate and key go; the identity of the hardware stays (enrollment.md 13).
                state.enrolment.state = .ended
                state.enrolment.ended = CaptureTime(microseconds: ended * 1000)
                state.held = HeldRecords(keys: [], certificates: [])
            }
            if hasLeft || state.isRenewed {
                change.enrolment = state.enrolment
                change.keys = state.held.keys
                change.certificates = state.held.certificates
                state.isRenewed = false
            }
            return Self.sessions(events, state.enrolment.number, started, ended, count: exchanges.count)
        }
        let messages = exchanges.flatMap { exchange in
            exchange.captured.map { LoggedMessage($0, timing: exchange.timing.byName) }
        }
        // What one step sent belongs to its session; a renewal has no session of its own, and a step with several is
        // told by SessionID in the messages themselves.
        if let first = records.first {
            change.sessions = [(first, messages)] + records.dropFirst().map { ($0, []) }
        } else if !messages.isEmpty {
            let exchange = SessionRecord(
                enrolment: nil, number: nil, trigger: "certificate", started: CaptureTime(microseconds: started * 1000),
                ended: CaptureTime(microseconds: ended * 1000), messages: messages.count, outcome: .completed)
            change.sessions = [(exchange, messages)]
        }
        try file.save(change)
        return records
    }

    private static func sessions(
        _ events: [DeviceEvent], _ enrolment: Int, _ started: Int64, _ ended: Int64, count: Int
    ) -> [SessionRecord] {
        var records: [SessionRecord] = []
        for event in events {
            switch event.kind {
            case .sessionStarted(let number, let trigger):
                records.append(
                    SessionRecord(
                        enrolment: enrolment, number: number, trigger: trigger.rawValue,
                        started: CaptureTime(microseconds: started * 1000),
                        ended: CaptureTime(microseconds: ended * 1000), messages: 0, outcome: .completed))
            case .messageSent, .messageReceived:
                if !records.isEmpty { records[records.count - 1].messages += 1 }
            case .sessionBroken(_, let reason):
                if !records.isEmpty { records[records.count - 1].outcome = .broken(reason: reason) }
            case .sessionEnded(_, let end):
                if !records.isEmpty, let why = end.complaint {
                    records[records.count - 1].outcome = .broken(reason: why)
                }
            default: break
            }
        }
        return records
    }
}
