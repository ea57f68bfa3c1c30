import DDF
import DMTree

/// Which Windows has a CSP, where its description is of the first version and cannot say so.
struct CSPAvailability: Sendable {
    /// Lower-case name of the CSP.
    var csp: String
    var firstBuild: Int
    /// Editions that came to the CSP with a later build.
    var laterEditions: [WindowsEdition: Int] = [:]
    var reference: String

    static let rows = [
        CSPAvailability(
            csp: "enrollmentstatustracking", firstBuild: 18362, laterEditions: [.se: 22000],
            reference: "windows-csp.md 2: since 1903; Windows SE on Windows 11 only")
    ]

    /// Why a release does not have a CSP; nil when it has it, or nothing is known.
    static func absence(of csp: String, on release: WindowsRelease) -> Absence? {
        guard let row = rows.first(where: { $0.csp == csp }) else { return nil }
        if release.build < row.firstBuild { return .build([WindowsVersion(build: row.firstBuild)]) }
        if let first = row.laterEditions[release.edition], release.build < first {
            return .edition(
                WindowsEdition.allCases.filter { row.laterEditions[$0].map { release.build >= $0 } ?? true })
        }
        return nil
    }
}
