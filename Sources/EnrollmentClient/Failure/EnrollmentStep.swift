/// The steps of an enrolment, in order (enrollment.md 1).
public enum EnrollmentStep: String, Hashable, Sendable, CaseIterable, Codable {
    case probe, discover, authenticate, getPolicies, requestSecurityToken, provision
}
