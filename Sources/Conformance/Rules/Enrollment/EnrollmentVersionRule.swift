import Enrollment

extension Rule {
    static let enrollmentVersion = Rule(
        "enrollment.version", .warning, "EnrollmentVersion is none of the known versions.",
        requirements: ["ENR-09"], reference: "enrollment.md 4.2, 4.3",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body,
                let version = response.enrollmentVersion, !version.isNil,
                !DiscoverResponse.versions.contains(version.value)
            else { return [] }
            return [
                Breach(
                    version.place, "EnrollmentVersion is \"\(version.value)\"",
                    hint: "write one of \(DiscoverResponse.versions.joined(separator: ", "))")
            ]
        })
}
