import Capture
import Conformance
import LiveDevice

/// What a run found: the one value that every form of report is written from.
public struct ConformanceResult: Sendable {
    public let server: String
    public let results: [CheckResult]
    public let course: Course
    public let exchanges: [Journal.Entry]

    public init(server: String, results: [CheckResult], course: Course, exchanges: [Journal.Entry]) {
        self.server = server
        self.results = results
        self.course = course
        self.exchanges = exchanges
    }

    public func count(_ verdict: CheckResult.Verdict) -> Int { results.count { $0.verdict == verdict } }

    public func result(_ id: String) -> CheckResult? { results.first { $0.check.id == id } }

    /// The one sentence for a run that could not see the rest; nil when it could.
    public var trouble: String? {
        if course.isUnreached { return "The server was not reached: \(course.failure?.message ?? "no answer")." }
        if course.isRefusedUser {
            return "The server refused the user's credentials, so nothing behind the enrolment could be observed."
        }
        return course.failure.map { "The enrolment failed, and what needs an enrolled device was not observed: \($0)." }
    }

    /// 0: nothing fails; 1: a check fails, or the user was refused; 3: the server was not reached.
    public var exitStatus: Int32 {
        if course.isUnreached { return 3 }
        if course.failure != nil { return 1 }
        return count(.fail) == 0 ? 0 : 1
    }

    /// What went over the wire, as JSON Lines. It holds secrets.
    public var capture: [UInt8] {
        let writer = JSONLinesWriter()
        return exchanges.flatMap { $0.exchange.captured }.reduce(
            into: writer.header(CaptureHeader(source: "espalier"))
        ) { $0 += writer.record($1) }
    }
}
