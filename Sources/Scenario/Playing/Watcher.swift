import Device
import ESP
import ReferenceServer

/// Watches one expectation while a life is lived.
///
/// Between two steps nothing changes, so a claim is judged after each step, and again for the time up to the next one.
/// What lasts less than a step is seen in the step's events.
struct Watcher {
    private let expectation: Expectation
    private var verdict: Bool?
    private var found = ""
    private var evidence: ClaimEvidence

    init(_ expectation: Expectation) {
        self.expectation = expectation
        evidence = ClaimEvidence(claim: expectation.claim)
    }

    /// What a watcher has seen so far, for a life that is saved.
    struct Memory: Codable, Sendable {
        var verdict: Bool?
        var found: String
        var evidence: ClaimEvidence.Memory
    }

    var memory: Memory {
        get { Memory(verdict: verdict, found: found, evidence: evidence.memory) }
        set {
            verdict = newValue.verdict
            found = newValue.found
            evidence.memory = newValue.evidence
        }
    }

    var result: ExpectationResult {
        ExpectationResult(expectation: expectation, passed: verdict ?? false, found: verdict == true ? "" : found)
    }

    /// What a step brought.
    mutating func sees(_ events: [DeviceEvent], _ life: DeviceLife<some ManagementServer>) {
        guard isCounted(life.now) else { return }
        let isShown = evidence.note(events)
        guard verdict == nil else { return }
        // An event does not last: that there was one earlier says nothing of now.
        let holds = isShown || (!evidence.isEvent && evidence.holds(in: life))
        judge(from: life.now, to: life.now, holds: holds, life)
    }

    /// Time goes on to `time` and nothing happens before.
    mutating func passes(to time: DeviceTime, _ life: DeviceLife<some ManagementServer>) {
        guard verdict == nil, isCounted(time) else { return }
        let start = max(life.now, expectation.after ?? life.now)
        // How things stand at `time` itself is the step's to say.
        let end = DeviceTime(milliseconds: time.milliseconds - 1)
        guard start <= end else { return }
        judge(from: start, to: end, holds: !evidence.isEvent && evidence.holds(in: life), life)
    }

    /// The life is over.
    mutating func ends(_ life: DeviceLife<some ManagementServer>) {
        guard verdict == nil else { return }
        switch expectation.moment {
        case .never: verdict = true
        case .from(let instant) where life.now > instant.adding(seconds: 1) || evidence.isEvent: fail(life)
        case .at where evidence.isEvent: fail(life)
        case .at, .by, .from, .end:
            if evidence.holds(in: life) { verdict = true } else { fail(life) }
        }
    }

    private func isCounted(_ time: DeviceTime) -> Bool { expectation.after.map { time >= $0 } ?? true }

    /// Judges a stretch of time, both ends included, in which the claim holds or does not.
    private mutating func judge(
        from start: DeviceTime, to end: DeviceTime, holds: Bool, _ life: DeviceLife<some ManagementServer>
    ) {
        switch expectation.moment {
        case .at(let instant):
            let (opens, closes) = (instant.adding(seconds: -1), instant.adding(seconds: 1))
            if holds, start <= closes, end >= opens {
                verdict = true
            } else if end > closes {
                fail(life)
            }
        case .by(let instant):
            if holds, start <= instant { verdict = true } else if end > instant { fail(life) }
        case .from(let instant):
            let (opens, closes) = (instant.adding(seconds: -1), instant.adding(seconds: 1))
            if holds, start < opens {
                verdict = false
                found = "that already at \(start)"
            } else if holds, start <= closes {
                verdict = true
            } else if end > closes {
                fail(life)
            }
        case .never:
            guard holds else { return }
            verdict = false
            found = "it at \(start)"
        case .end: break
        }
    }

    private mutating func fail(_ life: DeviceLife<some ManagementServer>) {
        verdict = false
        found = evidence.actual(in: life)
    }
}
