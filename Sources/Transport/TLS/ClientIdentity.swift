import NIOSSL

/// The certificate and key that a device shows when a server asks for them (enrollment.md 14.3, TLS).
public struct ClientIdentity: Sendable {
    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// - Parameters:
    ///   - chain: DER, the device's own certificate first; at least one.
    ///   - privateKey: DER as PKCS#8, PKCS#1 or SEC 1.
    public init(derChain chain: [[UInt8]], privateKey: [UInt8]) throws(TransportSetupFault) {
        var parsed: [NIOSSLCertificate] = []
        for (index, bytes) in chain.enumerated() {
            guard let certificate = try? NIOSSLCertificate(bytes: bytes, format: .der) else {
                throw TransportSetupFault(
                    .certificateUnreadable, message: "Certificate \(index + 1) of the client's chain cannot be read.")
            }
            parsed.append(certificate)
        }
        guard let own = parsed.first else {
            throw TransportSetupFault(.certificateUnreadable, message: "The client's chain has no certificate.")
        }
        guard let key = try? NIOSSLPrivateKey(bytes: privateKey, format: .der) else {
            throw TransportSetupFault(.privateKeyUnreadable, message: "The client's private key cannot be read.")
        }
        self.chain = parsed
        self.key = key
        try Self.check(own, belongsTo: key)
    }

    /// - Parameters:
    ///   - certificates: PEM, the device's own certificate first.
    ///   - privateKey: PEM, not encrypted.
    public init(pemChain certificates: String, privateKey: String) throws(TransportSetupFault) {
        try self.init(
            derChain: try PEMText.certificates(in: certificates, origin: "the client's chain"),
            privateKey: try PEMText.privateKey(in: privateKey, origin: "the client's key"))
    }

    /// A context is made for nothing else than the check that BoringSSL makes then.
    private static func check(
        _ certificate: NIOSSLCertificate, belongsTo key: NIOSSLPrivateKey
    ) throws(TransportSetupFault) {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates([])
        configuration.certificateChain = [.certificate(certificate)]
        configuration.privateKey = .privateKey(key)
        do { _ = try NIOSSLContext(configuration: configuration) } catch {
            throw TransportSetupFault(
                .keyMismatch, message: "The client's private key does not belong to its certificate.",
                hint: "The certificate of the device comes first in its chain.")
        }
    }
}

extension ClientIdentity: CustomStringConvertible {
    public var description: String { "client certificate and key (secret)" }
}
