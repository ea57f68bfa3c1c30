/// An instant of a device's life: whole milliseconds since the life began.
///
/// The clock is wall time as the device sees it: downloads, reboots and idle all count (esp-behaviour.md 4.4).
public struct DeviceTime: Comparable, Hashable, Sendable, Codable {
    /// Milliseconds since the life began; negative values lie before it.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant at which the life began.
    public static let zero = DeviceTime(milliseconds: 0)

    /// The instant `seconds` after the life began.
    public static func seconds(_ seconds: Int64) -> DeviceTime { DeviceTime(milliseconds: seconds * 1000) }

    public static func < (left: DeviceTime, right: DeviceTime) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant `seconds` later. A length that no clock can hold, which a server may send, leads to the last instant
    /// there is.
    public func adding(seconds: Int64) -> DeviceTime {
        let (length, isTooLong) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, isTooLate) = milliseconds.addingReportingOverflow(length)
        guard !isTooLong, !isTooLate else { return DeviceTime(milliseconds: seconds < 0 ? .min : .max) }
        return DeviceTime(milliseconds: sum)
    }

    /// The instant `minutes` later.
    public func adding(minutes: Int64) -> DeviceTime {
        let (seconds, isTooLong) = minutes.multipliedReportingOverflow(by: 60)
        return isTooLong ? DeviceTime(milliseconds: minutes < 0 ? .min : .max) : adding(seconds: seconds)
    }

    /// Whole seconds from `earlier` to this instant, cut off towards zero.
    public func seconds(since earlier: DeviceTime) -> Int64 { (milliseconds - earlier.milliseconds) / 1000 }
}

extension DeviceTime: CustomStringConvertible {
    /// `mm:ss`, with three more digits when the instant is not a whole second. Minutes go beyond 59.
    public var description: String {
        let total = milliseconds.magnitude
        func pad(_ number: UInt64, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let clock = "\(pad(total / 60_000, to: 2)):\(pad(total / 1000 % 60, to: 2))"
        return (milliseconds < 0 ? "-" : "") + clock + (total % 1000 == 0 ? "" : ".\(pad(total % 1000, to: 3))")
    }
}
