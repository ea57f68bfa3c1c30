/// An instant of a capture: microseconds since 1970-01-01T00:00:00Z.
public struct CaptureTime: Hashable, Sendable, Comparable {
    public var microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public static func < (left: CaptureTime, right: CaptureTime) -> Bool { left.microseconds < right.microseconds }
}
