import DMTree
import Enrollment
import Notation
import XMLStream

/// Something wrong with a provisioning document: as an error the reason why it was refused, in a list of findings
/// something that was taken all the same.
public struct ProvisioningFault: Error, Hashable, Sendable {
    /// The stable id; `docs/rules.md` lists them.
    public var rule: String
    public var severity: Advice.Severity
    /// What enrolment reports to the user (enrollment.md 8.5).
    public var error: HRESULT
    public var line: Int
    public var column: Int
    /// Bytes before the place.
    public var offset: Int
    public var message: String
    public var hint: String
    public var reference: String

    package init(
        rule: String, severity: Advice.Severity = .error, error: HRESULT = Self.w7Error, position: XMLPosition,
        message: String, hint: String, reference: String
    ) {
        self.rule = rule
        self.severity = severity
        self.error = error
        line = position.line
        column = position.column
        offset = position.offset
        self.message = message
        self.hint = hint
        self.reference = reference
    }

    package static let w7Error = HRESULT.w7Application

    /// In the provisioning document.
    public var position: XMLPosition { XMLPosition(line: line, column: column, offset: offset) }
}

extension HRESULT {
    /// The w7 APPLICATION could not be applied (enrollment.md 8.5).
    static let w7Application = ProvisioningPart.application.hresult
    /// Provisioning failed and nothing says where; what 25H2 shows without nonces (enrollment.md 8.2).
    static let provisioningUnattributed = ProvisioningPart.unknown.hresult
}
