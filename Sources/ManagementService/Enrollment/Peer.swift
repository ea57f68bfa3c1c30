/// What the transport knows of who sent a request.
public struct Peer: Hashable, Sendable {
    /// The thumbprint of its TLS client certificate, whose key it has; nil without one.
    public var thumbprint: String?

    public init(thumbprint: String? = nil) { self.thumbprint = thumbprint }

    /// A client that showed no certificate.
    public static let anonymous = Peer()
}
