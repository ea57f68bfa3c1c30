import Notation

/// The rules by which a counter line shows its progress and ends (ESP-511 to ESP-516).
struct SubcategoryMonitor {
    let line: TrackedLine
    /// Whether the phase timer T1m has run out.
    let isExpired: Bool
    /// ESP-513 and U-20.
    let choices: Choices

    /// What a line does next.
    enum Verdict: Hashable {
        case running(LineText)
        case ended(SubcategoryState, LineText)
    }

    func verdict(on reading: LineReading) -> Verdict {
        if let failure = reading.failures.first {
            // ESP-516: a failed app ends the line at once, even while other apps go on. ESP-517: the first failure
            // wins.
            let generic: HRESULT? =
                line == .apps && choices.genericAppFailure == .whenNoCode ? .genericAppFailure : nil
            return .ended(.failed, (failure.code ?? generic).map(LineText.hex) ?? .error)
        }
        guard let expected = reading.expected else { return isExpired ? unfinished : .running(.identifying) }
        if expected == 0 { return .ended(.succeeded, .noSetupNeeded) }
        let progress = LineText.progress(current: reading.current, expected: expected, line.verb)
        if reading.current == expected { return .ended(.succeeded, progress) }
        if isExpired { return unfinished }
        return reading.isBlockedByReboot ? .ended(.rebootRequiredAndTryAgain, .rebootRequired) : .running(progress)
    }

    private var unfinished: Verdict { .ended(.failed, choices.unfinishedText == .code ? .hex(.timeout) : .error) }
}
