import DMTree

/// When the device renews the certificate of its enrolment by itself (ROBO): from some days before it ends, and after a
/// failure again every few days (enrollment.md 10.1). ROBOSupport does not turn it off on Windows 10 and 11.
public struct RenewalWindow: Hashable, Sendable, Codable {
    /// RenewPeriod when the server set none: days before the certificate ends.
    static let defaultPeriod = 42
    /// RetryInterval when the server set none, in days.
    private static let defaultRetry = 7

    /// Days before the end of the certificate, 1 to 1000.
    public var periodDays: Int
    /// Days between two attempts, 1 to `periodDays`.
    public var retryDays: Int

    /// What the server has set below `MY/WSTEP/Renew`.
    public init(in tree: DeviceTree) {
        func days(_ leaf: String) -> Int? { tree.value("\(CertificateRenewal.node)/\(leaf)").flatMap { Int($0) } }
        periodDays = days("RenewPeriod") ?? Self.defaultPeriod
        retryDays = min(days("RetryInterval") ?? Self.defaultRetry, periodDays)
    }
}
