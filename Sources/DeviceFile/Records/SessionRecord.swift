import Capture

/// A session that is over, or the exchanges of an enrolment.
public struct SessionRecord: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case completed
        /// - Parameter reason: one sentence, without secrets.
        case broken(reason: String)
    }

    /// The enrolment that it belongs to; nil before the first.
    public var enrolment: Int?
    /// SessionID; nil for what is no session of OMA-DM.
    public var number: Int?
    /// Why it began: `SessionTrigger`, or what the exchange was for.
    public var trigger: String
    public var started: CaptureTime
    public var ended: CaptureTime
    /// Messages in both directions.
    public var messages: Int
    public var outcome: Outcome

    public init(
        enrolment: Int? = nil, number: Int?, trigger: String, started: CaptureTime, ended: CaptureTime, messages: Int,
        outcome: Outcome
    ) {
        self.enrolment = enrolment
        self.number = number
        self.trigger = trigger
        self.started = started
        self.ended = ended
        self.messages = messages
        self.outcome = outcome
    }
}

/// One body of the capture log, as it went over the wire. Secrets stand in it.
public struct LoggedMessage: Hashable, Sendable {
    public var record: CaptureRecord
    /// Nanoseconds that each phase of the exchange took, by its name; empty when they were not measured.
    public var timing: [String: Int64]

    public init(_ record: CaptureRecord, timing: [String: Int64] = [:]) {
        self.record = record
        self.timing = timing
    }
}

extension LoggedMessage: CustomStringConvertible {
    public var description: String { "\(record.direction.rawValue), \(record.body.count) bytes" }
}
