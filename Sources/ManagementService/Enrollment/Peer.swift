/// What the transport knows of who sent a request.
public struct Peer: Hashable, Sendable {
    /// The thumbprint of its TLS client certificate, whose key it has; nil without one.
    public var thumbprint: String?
    /// In seconds since 1970; nil without a certificate.
    public var notAfter: Int64?

    public init(thumbprint: String? = nil, notAfter: Int64? = nil) {
        self.thumbprint = thumbprint
        self.notAfter = notAfter
    }

    /// A client that showed no certificate.
    public static let anonymous = Peer()
}
