import CSP
import Capture
import Conformance
import DDF
import Enrollment
import LiveDevice
import SyncML

/// What the rules of `lint` say of what went over the wire, by requirement, and what they had to look at.
struct LintedRun: Sendable {
    private(set) var findings: [String: [Defect]] = [:]
    private(set) var seen: Set<Evidence> = []
    /// The requirements that any rule has.
    private let covered: Set<String>

    /// - Parameter entries: those that are linted, in order.
    init(_ entries: [Journal.Entry], release: WindowsRelease) {
        covered = Set(Rule.all.flatMap(\.requirements))
        let context = LintContext(schema: WindowsSchema(release: release))
        var lint = CaptureLint(Linter(context: context), name: "capture")
        // Of each record: its exchange, and whether the server wrote it.
        var places: [(exchange: Int, isAnswer: Bool)] = []
        var all: [LintFinding] = []
        for entry in entries {
            for record in entry.exchange.captured {
                places.append((entry.number, record.direction == .toClient))
                all += lint.add(record)
            }
            seen.formUnion(Evidence.shown(by: entry.exchange))
        }
        all += lint.finish()
        for finding in all where finding.severity != .note {
            let place = finding.record.flatMap { places.indices.contains($0 - 1) ? places[$0 - 1] : nil }
            // Our own messages are not the server's; what it never answered stands at the message that waits.
            if let place, !place.isAnswer, finding.rule != "session.unanswered" { continue }
            let defect = Defect(
                found: finding.message, expected: finding.hint, exchange: place?.exchange, line: finding.position?.line,
                isMild: finding.severity == .warning)
            for requirement in finding.requirements { findings[requirement, default: []].append(defect) }
        }
    }

    /// - Parameter evidence: what the requirement needs before it can be said to be met.
    func outcome(_ requirement: String, _ evidence: Evidence) -> Outcome {
        if let list = findings[requirement], let first = list.first {
            return .broken(list.first { !$0.isMild } ?? first)
        }
        guard covered.contains(requirement) else { return .notObserved("no rule of lint looks at it") }
        return seen.contains(evidence) ? .met : .notObserved(evidence.absence)
    }
}

extension Evidence {
    /// What one exchange shows.
    static func shown(by exchange: ExchangeRecord) -> Set<Evidence> {
        guard let response = exchange.response else { return [] }
        if let request = try? EnrollmentMessage(parsing: exchange.request.body) {
            return enrolment(request, try? EnrollmentMessage(parsing: response.body, tolerance: .missingBlank))
        }
        guard let request = try? Message(parsing: exchange.request.body) else { return [] }
        var seen: Set<Evidence> = [.message, .session]
        if request.alertsAreOfAbsentUser { seen.insert(.absentUser) }
        let sent = request.commands
        if sent.contains(where: { $0.alertCode == "1223" }) { seen.insert(.abort) }
        for case .results(let results) in sent {
            seen.insert(.results)
            if results.items.contains(where: \.moreData) { seen.insert(.chunkedResults) }
        }
        guard let answer = try? Message(parsing: response.body) else { return seen }
        if sent.contains(where: { $0.alertCode == "1224" }) { seen.insert(.clientAlert) }
        if sent.contains(where: { $0.alertCode == "1226" }) { seen.insert(.genericAlert) }
        if response.body.first.map({ $0 < 0x09 }) == true { seen.insert(.wbxml) }
        if answer.header?.respURI != nil { seen.insert(.respURI) }
        if answer.header?.cred != nil { seen.insert(.serverCredentials) }
        if !answer.isFinal || !request.isFinal { seen.insert(.nextMessage) }
        for command in answer.commands { seen.formUnion(command.evidence) }
        return seen
    }

    private static func enrolment(_ request: EnrollmentMessage, _ answer: EnrollmentMessage?) -> Set<Evidence> {
        var seen: Set<Evidence> = [.enrolmentAnswer]
        let isRenewal =
            if case .requestSecurityToken(let token) = request.body { token.type == .renew } else { false }
        switch answer?.body {
        case .discoverResponse(let response):
            seen.insert(.discoverResponse)
            if response.authPolicies.contains(where: { $0.value == AuthPolicy.federated.rawValue }) {
                seen.insert(.federatedPolicy)
            }
        case .getPoliciesResponse: seen.insert(.policies)
        case .requestSecurityTokenResponse: seen.insert(isRenewal ? .renewal : .token)
        case .fault:
            seen.insert(.fault)
            if isRenewal { seen.insert(.renewalRefusal) }
        case .discover, .getPolicies, .requestSecurityToken, .unknown, .empty, nil: break
        }
        return seen
    }
}

extension Message {
    /// Says that nobody, or somebody else, is signed in.
    fileprivate var alertsAreOfAbsentUser: Bool {
        commands.contains { command in
            guard case .alert(let alert) = command else { return false }
            return alert.items.contains { item in
                item.meta?.type?.hasSuffix("LoginStatus") == true && item.data?.content != "user"
            }
        }
    }
}

extension Command {
    fileprivate var alertCode: String? { if case .alert(let alert) = self { alert.data?.content } else { nil } }

    /// What one command of a server shows, with what a container holds.
    fileprivate var evidence: Set<Evidence> {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command):
            return command.items.contains(where: \.moreData) ? [.command, .largeObject] : [.command]
        case .exec: return [.command, .exec]
        case .atomic(let container):
            return container.commands.reduce(into: [.command, .atomic]) { $0.formUnion($1.evidence) }
        case .sequence(let container):
            return container.commands.reduce(into: [.command]) { $0.formUnion($1.evidence) }
        case .status(let status):
            guard let challenge = status.chal else { return [] }
            return challenge.meta.type == "syncml:auth-MAC" ? [.challenge, .mac] : [.challenge]
        case .alert: return alertCode == "1223" ? [.abort] : []
        case .results, .unknown: return []
        }
    }
}
