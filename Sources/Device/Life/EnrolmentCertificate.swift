import CSP
import ESP

/// The certificate that the device was enrolled with, over time (enrollment.md 10.1).
struct EnrolmentCertificate: Hashable, Sendable, Codable {
    /// When it ends (NotAfter).
    var ends: DeviceTime
    /// What the server wanted after the last session; nil before the first.
    var window: RenewalWindow?
    /// The last attempt of the device's own to renew this certificate; nil before the first.
    var lastAttempt: DeviceTime?
    /// Attempts that failed, RenewNow's included.
    var failures = 0
    /// A renewal has succeeded.
    var wasRenewed = false
    /// It has ended, and was not renewed.
    var hasEnded = false

    private static let secondsOfDay: Int64 = 86_400

    init(ends: DeviceTime) { self.ends = ends }

    /// When the device tries next. A window that is open already, because the certificate is shorter than RenewPeriod or
    /// was issued in the past, is due at once (enrollment.md 10.2); after an attempt, whatever came of it, not before the
    /// interval is over, or such a certificate would be renewed without end (our choice: the references speak of failed
    /// attempts only).
    ///
    /// - Returns: nil when the certificate ends before, for then it is never renewed automatically.
    func nextAttempt(now: DeviceTime) -> DeviceTime? {
        guard let window, !hasEnded else { return nil }
        let opens = ends.adding(seconds: -Int64(window.periodDays) * Self.secondsOfDay)
        let due =
            lastAttempt.map { max(opens, $0.adding(seconds: Int64(window.retryDays) * Self.secondsOfDay)) } ?? opens
        let next = max(due, now)
        return next < ends ? next : nil
    }

    /// Another certificate takes its place.
    mutating func renew(until end: DeviceTime) {
        ends = end
        wasRenewed = true
        hasEnded = false
    }
}
