/// The attempts to reach one address within one poll (enrollment.md 8.2 and 15, windows-csp.md 3.6): after the first come
/// CONNRETRYFREQ more, each after a back-off that doubles from INITIALBACKOFFTIME up to MAXBACKOFFTIME.
///
/// Counts faults of the connection alone (`ExchangeFault.isOfConnection`): who gets an answer, or a certificate that is not
/// to be trusted, gets the same one again. Knows no clock: it says how long to wait.
public struct ConnectionRetries: Hashable, Sendable {
    /// What to do after an attempt that failed.
    public enum NextStep: Hashable, Sendable {
        /// Then try again.
        case wait(milliseconds: Int64)
        /// The next address, or the next poll.
        case giveUp
    }

    private enum State: Hashable, Sendable {
        /// How many retries have been given out.
        case trying(retries: Int)
        case givenUp
    }

    /// More than a server can want; it would keep a device at one message for ever.
    public static let mostRetries = 1000

    private let retries: Int
    private let initialBackOff: Int64
    private let maxBackOff: Int64
    private var state = State.trying(retries: 0)

    /// - Parameters:
    ///   - attempts: CONNRETRYFREQ, the attempts after the first; less than 0 is none.
    ///   - initialBackOff: INITIALBACKOFFTIME in milliseconds.
    ///   - maxBackOff: MAXBACKOFFTIME in milliseconds.
    public init(attempts: Int = 3, initialBackOff: Int64 = 16_000, maxBackOff: Int64 = 86_400_000) {
        retries = min(max(0, attempts), Self.mostRetries)
        self.initialBackOff = max(0, initialBackOff)
        self.maxBackOff = max(0, maxBackOff)
    }

    /// An attempt failed for the connection's sake.
    public mutating func failed() -> NextStep {
        switch state {
        case .givenUp: return .giveUp
        case .trying(let given) where given < retries:
            state = .trying(retries: given + 1)
            return .wait(milliseconds: backOff(before: given))
        case .trying:
            state = .givenUp
            return .giveUp
        }
    }

    /// min(MAXBACKOFFTIME, INITIALBACKOFFTIME * 2^k), k from 0.
    private func backOff(before retry: Int) -> Int64 {
        var result = min(initialBackOff, maxBackOff)
        for _ in 0..<retry {
            // The doubled value would be larger than any limit.
            guard result > 0, result <= maxBackOff / 2 else { return result == 0 ? 0 : maxBackOff }
            result *= 2
        }
        return result
    }
}
