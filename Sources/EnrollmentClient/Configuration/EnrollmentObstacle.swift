/// What a tester puts in the way of an enrolment, as policy and the platform do on real devices (enrollment.md 9.2).
public enum EnrollmentObstacle: String, Hashable, Sendable, CaseIterable {
    /// A policy forbids it: 0x80180026.
    case managementBlocked
    /// The platform is in the wrong state, has no licence, or fails in another way: 0x8018001B, 1C and 1D.
    case platformWrongState, platformLicense, platformUnknown
}
