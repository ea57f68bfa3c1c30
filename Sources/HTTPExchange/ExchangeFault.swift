/// Why there is no response: the network's or the peer's doing, with the phase in which it happened and what to do.
public struct ExchangeFault: Error, Hashable, Sendable {
    /// The kinds of failure. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The name has no address.
        case nameNotFound
        /// Nobody listens, or there is no way.
        case connectionRefused
        /// The connection broke before the response was whole.
        case connectionLost
        /// A phase, or the whole exchange, took longer than allowed.
        case timeout
        /// The server's certificate does not chain to a trusted root, or is not made for a server.
        case certificateUntrusted
        /// It is made for another name.
        case certificateNameMismatch
        /// Its time is over, or has not begun.
        case certificateOutOfDate
        /// TLS failed in another way: no common version, no client certificate where one is demanded.
        case tlsFailed
        /// The header or body is longer than allowed, or the decompressed body is.
        case responseTooLarge
        /// What came is no HTTP.
        case malformedResponse
        /// A Content-Encoding that was not offered, or one that does not decompress.
        case contentEncoding
        /// Ours: the exchange was stopped.
        case cancelled
    }

    public var code: Code
    public var phase: ExchangePhase
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(_ code: Code, in phase: ExchangePhase, message: String, hint: String = "") {
        self.code = code
        self.phase = phase
        self.message = message
        self.hint = hint
    }

    /// Whether another attempt may help (CONNRETRYFREQ counts these: connection-level errors, enrollment.md 8.2).
    public var isOfConnection: Bool {
        switch code {
        case .nameNotFound, .connectionRefused, .connectionLost, .timeout: true
        case .certificateUntrusted, .certificateNameMismatch, .certificateOutOfDate, .tlsFailed, .responseTooLarge,
            .malformedResponse, .contentEncoding, .cancelled:
            false
        }
    }
}

extension ExchangeFault: CustomStringConvertible {
    public var description: String { "\(phase.rawValue): \(message)" }
}

/// The phases of an exchange, in order.
public enum ExchangePhase: String, Hashable, Sendable, CaseIterable, Codable {
    case resolving, connecting, handshake, sending, waiting, receiving
}

/// What each phase took, in nanoseconds; a phase that did not happen is not there (a reused connection neither resolves,
/// connects nor shakes hands).
public struct ExchangeTiming: Hashable, Sendable {
    public var nanoseconds: [ExchangePhase: Int64]

    public init(nanoseconds: [ExchangePhase: Int64] = [:]) { self.nanoseconds = nanoseconds }

    public var total: Int64 { nanoseconds.values.reduce(0, +) }
    public var reusedConnection: Bool { nanoseconds[.connecting] == nil }
}
