import Enrollment

extension Rule {
    static let enrollmentVersion = Rule(
        "enrollment.version", .warning, "EnrollmentVersion is none of the known versions.",
        requirements: ["ENR-09"], reference: "enrollment.md 4.2, 4.3",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            return response.versionDefect.map { [Breach($0)] } ?? []
        })
}
