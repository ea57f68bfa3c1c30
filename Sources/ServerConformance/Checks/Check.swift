/// One requirement that a server can be held to from outside, and how it is seen (enrollment.md 16, oma-dm.md 7).
public struct Check: Sendable, Identifiable {
    /// What it means when the requirement is not met.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// The run fails.
        case error = "E"
        case warning = "W"
    }

    public enum Group: String, Hashable, Sendable, CaseIterable {
        case enrolment, sessions, renewal
        /// The rows of oma-dm.md 7 for servers and for both sides.
        case messages
        /// Ours, from issue 6: a client that misbehaves is refused, and the server lives on.
        case robustness
    }

    /// An experiment of its own.
    public typealias Probe = @Sendable (Bench, Course) async -> Outcome

    public enum Observation: Sendable {
        /// The rules of `lint` look at what went over the wire; they have seen nothing before the evidence was there.
        case lint(Evidence)
        case probe(Probe)
        /// Both have to find it good.
        case lintAndProbe(Evidence, Probe)
    }

    /// Stable: that of the reference, or `ALIVE-nn` of ours.
    public let id: String
    public let level: Level
    public let group: Group
    /// What is wanted, in half a sentence.
    public let title: String
    public let reference: String
    /// Misbehaves on purpose, so that it needs `--intrusive`.
    public let isIntrusive: Bool
    public let observation: Observation

    public init(
        _ id: String, _ level: Level, _ group: Group, _ title: String, reference: String, isIntrusive: Bool = false,
        _ observation: Observation
    ) {
        self.id = id
        self.level = level
        self.group = group
        self.title = title
        self.reference = reference
        self.isIntrusive = isIntrusive
        self.observation = observation
    }

    /// All, in the order in which they are reported. Probes run in this order, too: what ends a device stands last.
    public static let all: [Check] = enrolment + sessions + renewal + messages + robustness
}

/// What came of a check.
public enum Outcome: Hashable, Sendable {
    case met
    case broken(Defect)
    case notObserved(String)

    static func broken(_ found: String, expected: String, exchange: Int?) -> Outcome {
        .broken(Defect(found: found, expected: expected, exchange: exchange))
    }
}

/// What a server did otherwise, and where.
public struct Defect: Hashable, Sendable {
    /// Half a sentence.
    public var found: String
    public var expected: String
    /// The number of the exchange in the capture, from 1; nil where it is not one of them.
    public var exchange: Int?
    /// The line in the body of the answer, from 1.
    public var line: Int?
    /// Breaks the standard, and Windows takes it: a warning whatever the level of the check.
    public var isMild: Bool

    public init(found: String, expected: String, exchange: Int? = nil, line: Int? = nil, isMild: Bool = false) {
        self.isMild = isMild
        self.found = found
        self.expected = expected
        self.exchange = exchange
        self.line = line
    }

    /// One sentence: what was found, what was expected, and where.
    public var sentence: String {
        let place = exchange.map { number in " (exchange \(number)\(line.map { ", line \($0)" } ?? ""))" } ?? ""
        return "\(found)\(place)" + (expected.isEmpty ? "" : "; expected: \(expected)")
    }
}
