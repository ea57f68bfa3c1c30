import Enrollment
import XMLStream

/// Something in an answer that Windows takes, and the protocol does not have.
public struct AnswerRemark: Hashable, Sendable {
    /// Of enrollment.md 16, such as `ENR-05`.
    public var requirement: String
    public var step: EnrollmentStep
    public var message: String
    public var hint: String
    public var position: XMLPosition?

    public init(
        _ requirement: String, at step: EnrollmentStep, message: String, hint: String, position: XMLPosition? = nil
    ) {
        self.requirement = requirement
        self.step = step
        self.message = message
        self.hint = hint
        self.position = position
    }
}
