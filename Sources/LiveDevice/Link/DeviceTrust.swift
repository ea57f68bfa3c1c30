import HTTPExchange
import Identity
import Transport

/// Whom a device trusts in TLS: what the tester named, the system's roots when asked, and what a server provisioned in
/// `Root/System` (enrollment.md 8.1).
public struct DeviceTrust: Sendable {
    /// DER.
    public var roots: [[UInt8]]
    public var includesSystem: Bool
    /// No certificate is checked. Whoever sets it says so loudly.
    public var isInsecure: Bool
    public var limits: TransportLimits

    public init(
        roots: [[UInt8]] = [], includesSystem: Bool = false, isInsecure: Bool = false,
        limits: TransportLimits = TransportLimits()
    ) {
        self.roots = roots
        self.includesSystem = includesSystem
        self.isInsecure = isInsecure
        self.limits = limits
    }

    /// Makes transports that trust these roots.
    ///
    /// - Throws: `TransportSetupFault` for a root that cannot be read, or a system without a bundle.
    public func factory() throws(TransportSetupFault) -> DeviceTransport.Factory {
        var trusted = try TrustRoots(der: roots)
        if includesSystem { trusted = trusted.adding(try TrustRoots.system()) }
        let (roots, isInsecure, limits) = (trusted, isInsecure, limits)
        return { identity in
            var configuration = HTTPSTransport.Configuration(trustRoots: roots)
            configuration.insecure = isInsecure
            configuration.limits = limits
            if let identity {
                configuration.identity = try ClientIdentity(
                    derChain: [identity.certificate.der], privateKey: identity.key.pkcs8DER)
            }
            return HTTPSTransport(configuration)
        }
    }
}
