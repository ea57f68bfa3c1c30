/// How fast a life's clock runs beside the real one.
public enum PlaySpeed: Hashable, Sendable {
    /// So many times as fast. Above 0 and at most `PlaySpeed.highest`.
    case times(Double)
    /// As fast as it can.
    case unlimited

    public static let highest = 1_000_000.0

    /// nil for a factor that is not above 0, or beyond the highest.
    public init?(factor: Double) {
        guard factor > 0, factor <= Self.highest else { return nil }
        self = .times(factor)
    }

    /// nil where there is none.
    var factor: Double? {
        switch self {
        case .times(let factor): factor
        case .unlimited: nil
        }
    }
}
