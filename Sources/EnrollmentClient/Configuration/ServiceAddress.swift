import HTTPExchange

/// The address of a service: where a request goes, and how it is written in `a:To`.
///
/// The two differ: a name is in lower case where it is resolved, and in the header of the message it keeps its capitals and
/// an explicit port (enrollment.md 3, observed).
public struct ServiceAddress: Hashable, Sendable {
    public var url: HTTPURL
    /// As `a:To` has it.
    public var text: String

    public init(url: HTTPURL, text: String) {
        self.url = url
        self.text = text
    }

    /// nil for anything that is no absolute `http` or `https` address.
    public init?(_ text: String) {
        guard let url = HTTPURL(text) else { return nil }
        self.init(url: url, text: text)
    }

    /// What Windows makes of an e-mail address: `EnterpriseEnrollment.` and the part behind the `@` (enrollment.md 3).
    ///
    /// - Returns: nil for an address without a domain.
    public init?(emailAddress: String) {
        guard let at = emailAddress.lastIndex(of: "@") else { return nil }
        let domain = emailAddress[emailAddress.index(after: at)...]
        guard domain.contains("."), !domain.contains(":"), !domain.contains("/") else { return nil }
        let host = "EnterpriseEnrollment.\(domain)"
        guard let url = HTTPURL("https://\(host)\(Self.discoveryPath)") else { return nil }
        self.init(url: url, text: "https://\(host):443\(Self.discoveryPath)")
    }

    /// The path of every discovery service (enrollment.md 3).
    public static let discoveryPath = "/EnrollmentServer/Discovery.svc"
}
