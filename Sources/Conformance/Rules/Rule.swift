import Capture
import SyncML

/// One thing that a message, a command or a session can have wrong: a value with a stable id and one pure check.
///
/// Each rule is a constant in a file of its own below `Rules/`; `Rule.all` lists them, and `espalier lint --list` and
/// docs/rules.md are made from that list.
public struct Rule: Sendable, Identifiable {
    public typealias Severity = Finding.Severity

    /// Stable, such as `header.version`; scripts and baselines rely on it.
    public let id: String
    /// An error is what a Windows client answers with a failure or drops; a warning breaks the standard and Windows takes
    /// it; a note is worth knowing.
    public let severity: Severity
    /// What is wrong when the rule is broken, in one plain sentence.
    public let summary: String
    /// The requirements that the rule checks, such as `DM-HDR-01` or `SES-05`; empty when it has no row of its own.
    public let requirements: [String]
    /// Where the rule comes from, such as "oma-dm.md 7, DM-HDR-01".
    public let reference: String
    public let check: Check

    /// What a rule looks at.
    public enum Check: Sendable {
        /// Told by the parser while it reads (`ParseRule`).
        case reading
        /// One message, or one fragment of it.
        case message(@Sendable (LintedMessage) -> [Breach])
        /// One command with one address; a container comes before its children.
        case command(@Sendable (LintedCommand) -> [Breach])
        /// One request or response of device management, with what HTTP said.
        case record(@Sendable (CaptureRecord) -> [Breach])
        /// One SOAP message of the enrolment, with what it answers.
        case enrollment(@Sendable (LintedEnrollment) -> [Breach])
        /// What HTTP said round the answer to a request of the enrolment.
        case enrollmentRecord(@Sendable (LintedEnrollmentRecord) -> [Breach])
        /// One provisioning document of the enrolment.
        case provisioning(@Sendable (LintedProvisioning) -> [Breach])
        /// All messages of a session, when it is over.
        case session(@Sendable (LintedSession) -> [Breach])
        /// All sessions of one device, at the end of the capture.
        case device(@Sendable (LintedDevice) -> [Breach])
    }

    public init(
        _ id: String, _ severity: Severity, _ summary: String, requirements: [String] = [], reference: String,
        check: Check
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.requirements = requirements
        self.reference = reference
        self.check = check
    }
}

extension Rule.Check {
    /// What the rule looks at, in one word.
    public var subject: String {
        switch self {
        case .reading: "document"
        case .message: "message"
        case .command: "command"
        case .record, .enrollmentRecord: "http"
        case .enrollment: "enrollment"
        case .provisioning: "provisioning"
        case .session: "session"
        case .device: "device"
        }
    }
}
