import Notation
import SwiftASN1

/// The first and last seconds of a certificate, counted from 1970-01-01T00:00:00Z (RFC 5280 section 4.1.2.5).
public struct Validity: Hashable, Sendable {
    public var notBefore: Int64
    public var notAfter: Int64

    public init(notBefore: Int64, notAfter: Int64) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// Days from one instant on, which may lie in the past.
    public init(from notBefore: Int64, days: Int64) {
        self.init(notBefore: notBefore, notAfter: notBefore + days * 86_400)
    }

    public func contains(_ instant: Int64) -> Bool { notBefore <= instant && instant <= notAfter }
}

extension Validity {
    init(_ node: DERNode) throws(IdentityFault) {
        var fields = try node.fields()
        notBefore = try Self.seconds(fields.next("notBefore"))
        notAfter = try Self.seconds(fields.next("notAfter"))
        try fields.end()
    }

    /// UTCTime for the years 1950 to 2049, or GeneralizedTime.
    static func seconds(_ node: DERNode) throws(IdentityFault) -> Int64 {
        if node.node.identifier == .utcTime {
            let time = try node.decode(UTCTime.self)
            return seconds(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
        }
        let time = try node.decode(GeneralizedTime.self)
        return seconds(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    }

    private static func seconds(
        _ year: Int, _ month: Int, _ day: Int, _ hours: Int, _ minutes: Int, _ seconds: Int
    ) -> Int64 {
        let date = CivilDate(year: Int64(year), month: Int64(month), day: Int64(day))
        return date.daysSince1970 * 86_400 + Int64(hours * 3_600 + minutes * 60 + seconds)
    }

    /// Writes UTCTime for the years 1950 to 2049, GeneralizedTime for others (RFC 5280 section 4.1.2.5).
    static func write(_ instant: Int64, _ serializer: inout DER.Serializer) throws {
        let (days, second) = instant.quotientAndRemainder(flooring: 86_400)
        let date = CivilDate(daysSince1970: days)
        let (year, month, day) = (Int(date.year), Int(date.month), Int(date.day))
        let (hours, minutes, seconds) = (Int(second / 3_600), Int(second / 60 % 60), Int(second % 60))
        if (1950...2049).contains(year) {
            try serializer.serialize(
                UTCTime(year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds))
        } else {
            try serializer.serialize(
                GeneralizedTime(
                    year: year, month: month, day: day, hours: hours, minutes: minutes, seconds: seconds,
                    fractionalSeconds: 0))
        }
    }

    /// An instant as text for a person, `2026-11-27T19:00:00Z`.
    public static func text(_ instant: Int64) -> String {
        let (days, second) = instant.quotientAndRemainder(flooring: 86_400)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = CivilDate(daysSince1970: days).text
        return "\(date)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}
