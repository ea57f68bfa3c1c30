/// A result for programs; docs/conformance-server.md says what each key means.
public struct ConformanceDocument: Encodable, Sendable {
    public struct Summary: Encodable, Sendable {
        var pass, fail, warn, notObserved: Int
        var exitStatus: Int32
    }

    public struct Entry: Encodable, Sendable {
        var id: String
        var level: String
        var group: String
        var title: String
        var reference: String
        var intrusive: Bool
        /// `pass`, `fail`, `warn` or `notObserved`.
        var verdict: String
        /// Why it was not observed.
        var reason: String?
        var found: String?
        var expected: String?
        /// The number of the exchange in the capture, from 1.
        var exchange: Int?
        /// In the body of the answer, from 1.
        var line: Int?
    }

    public let schemaVersion = 1
    public let server: String
    public let exchanges: Int
    /// Why the run could not see all; nil when it could.
    public let trouble: String?
    public let complaints: [String]
    public let summary: Summary
    public let checks: [Entry]

    public init(_ result: ConformanceResult) {
        server = result.server
        exchanges = result.exchanges.count
        trouble = result.trouble
        complaints = result.course.complaints
        summary = Summary(
            pass: result.count(.pass), fail: result.count(.fail), warn: result.count(.warn),
            notObserved: result.count(.notObserved), exitStatus: result.exitStatus)
        checks = result.results.map { Entry($0) }
    }
}

extension ConformanceDocument.Entry {
    init(_ result: CheckResult) {
        let check = result.check
        id = check.id
        level = check.level.rawValue
        group = check.group.rawValue
        title = check.title
        reference = check.reference
        intrusive = check.isIntrusive
        verdict = result.verdict == .notObserved ? "notObserved" : result.verdict.rawValue
        switch result.outcome {
        case .met: break
        case .notObserved(let why): reason = why
        case .broken(let defect):
            found = defect.found
            expected = defect.expected
            exchange = defect.exchange
            line = defect.line
        }
    }
}
