import Device
import ESP
import Scenario

/// How a life ended, or how it stands where it was stopped.
public struct TimelineEnding: Encodable, Sendable {
    public struct Expectation: Encodable, Sendable {
        /// In the scenario, from 1.
        public var line: Int
        public var text: String
        public var passed: Bool
        /// What was found instead; nil when it passed.
        public var found: String?

        public init(line: Int, text: String, passed: Bool, found: String? = nil) {
            self.line = line
            self.text = text
            self.passed = passed
            self.found = found
        }

        private enum Key: String, CodingKey { case line, text, passed, found }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(line, forKey: .line)
            try container.encode(text, forKey: .text)
            try container.encode(passed, forKey: .passed)
            try container.encode(found, forKey: .found)
        }
    }

    public var outcome: LifeOutcome
    /// Seconds of the device's time.
    public var endedAt: Double
    public var expectations: [Expectation]
    /// Why it ended badly.
    public var diagnostics: [TimelineDiagnostic]

    public init(
        outcome: LifeOutcome, endedAt: Double, expectations: [Expectation] = [],
        diagnostics: [TimelineDiagnostic] = []
    ) {
        self.outcome = outcome
        self.endedAt = endedAt
        self.expectations = expectations
        self.diagnostics = diagnostics
    }

    private enum Key: String, CodingKey { case outcome, endedAt, expectations, diagnostics }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(outcome.rawValue, forKey: .outcome)
        try container.encode(endedAt, forKey: .endedAt)
        try container.encode(expectations, forKey: .expectations)
        try container.encode(diagnostics, forKey: .diagnostics)
    }
}

extension DeviceTime {
    /// Seconds, as the JSON of a timeline counts.
    var timelineSeconds: Double { Double(milliseconds) / 1000 }
}
