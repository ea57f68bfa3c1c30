/// Plays a client against a server, and says of each requirement whether the server meets it.
public struct ConformanceRun: Sendable {
    public let bench: Bench
    public let checks: [Check]
    /// Whether experiments that misbehave are made.
    public let isIntrusive: Bool

    public init(_ bench: Bench, checks: [Check] = Check.all, isIntrusive: Bool = false) {
        self.bench = bench
        self.checks = checks
        self.isIntrusive = isIntrusive
    }

    /// - Parameter progress: gets what is tried next.
    public func run(progress: @Sendable (String) -> Void = { _ in }) async -> ConformanceResult {
        progress("the normal run")
        let course = await NormalRun(bench: bench).play()
        var probed: [String: Outcome] = [:]
        if !course.isUnreached, !course.isRefusedUser {
            for check in checks {
                guard let probe = check.probe, isIntrusive || !check.isIntrusive else { continue }
                progress("\(check.id): \(check.title)")
                probed[check.id] = await probe(bench.forExperiment(isLinted: check.isLinted), course)
            }
        }
        let entries = bench.journal.entries
        let linted = LintedRun(entries.filter(\.isLinted), release: bench.release)
        let results = checks.map { check in
            CheckResult(check, outcome(of: check, probed[check.id], linted, course))
        }
        return ConformanceResult(
            server: bench.subject.server.text, results: results, course: course, exchanges: entries)
    }

    private func outcome(
        of check: Check, _ probed: Outcome?, _ linted: LintedRun, _ course: Course
    ) -> Outcome {
        let experiment: Outcome
        if let probed {
            experiment = probed
        } else if course.isUnreached {
            experiment = .notObserved("the server was not reached")
        } else if course.isRefusedUser {
            experiment = .notObserved("the server refused the user's credentials")
        } else {
            experiment = .notObserved("this experiment misbehaves on purpose: --intrusive makes it")
        }
        switch check.observation {
        case .probe: return experiment
        case .lint(let evidence): return linted.outcome(check.id, evidence)
        case .lintAndProbe(let evidence, _):
            let rules = linted.outcome(check.id, evidence)
            if case .broken = experiment { return experiment }
            if case .broken = rules { return rules }
            if case .met = experiment { return .met }
            // The rules alone do not show that the experiment would end well.
            return experiment
        }
    }
}

extension Check {
    var probe: Probe? {
        switch observation {
        case .lint: nil
        case .probe(let probe), .lintAndProbe(_, let probe): probe
        }
    }

    /// Whether its exchanges are good for the rules: those of a client that keeps to the protocol.
    var isLinted: Bool { !isIntrusive && !["ENR-29", "SES-01", "SES-07", "DM-SESS-26", "DM-WIN-10"].contains(id) }
}

/// One check with what came of it.
public struct CheckResult: Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        case pass, fail, warn
        case notObserved = "not observed"
    }

    public let check: Check
    public let outcome: Outcome

    public init(_ check: Check, _ outcome: Outcome) {
        self.check = check
        self.outcome = outcome
    }

    public var verdict: Verdict {
        switch (outcome, check.level) {
        case (.met, _): .pass
        case (.notObserved, _): .notObserved
        case (.broken(let defect), .error): defect.isMild ? .warn : .fail
        case (.broken, .warning): .warn
        }
    }
}
