import SwiftASN1
import X509

/// The certificates at which a server's chain may end. Always explicit: nothing is trusted that was not named here
/// (design.md 9, TLS).
public struct TrustRoots: Sendable {
    private let certificates: [Certificate]
    let store: CertificateStore

    private init(_ certificates: [Certificate]) {
        self.certificates = certificates
        store = CertificateStore(certificates)
    }

    /// How many certificates.
    public var count: Int { certificates.count }

    /// No root: every server is refused.
    public static let none = TrustRoots([])

    /// - Parameter certificates: DER, one certificate each.
    public init(der certificates: [[UInt8]]) throws(TransportSetupFault) {
        var parsed: [Certificate] = []
        for (index, bytes) in certificates.enumerated() {
            parsed.append(try Self.parse(bytes, index + 1, of: "the trust roots"))
        }
        self.init(parsed)
    }

    /// - Parameters:
    ///   - text: PEM with at least one certificate; other kinds of blocks are passed over.
    ///   - origin: where it is from, for the text of a fault.
    public init(pem text: String, origin: String = "the trust roots") throws(TransportSetupFault) {
        var parsed: [Certificate] = []
        for (index, bytes) in try PEMText.certificates(in: text, origin: origin).enumerated() {
            parsed.append(try Self.parse(bytes, index + 1, of: origin))
        }
        self.init(parsed)
    }

    public init(pemFile path: String) throws(TransportSetupFault) {
        try self.init(pem: try PEMText.read(path), origin: path)
    }

    /// The roots of the operating system, from the bundle that is read once, at the first call.
    ///
    /// A root of the bundle that cannot be read is left out: it cannot vouch for a server, and the others can.
    public static func system() throws(TransportSetupFault) -> TrustRoots { try systemRoots.get() }

    private static let systemRoots: Result<TrustRoots, TransportSetupFault> = {
        for path in ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"] {
            guard let text = try? PEMText.read(path),
                let bundle = try? PEMText.certificates(in: text, origin: path)
            else { continue }
            return .success(TrustRoots(bundle.compactMap { try? Certificate(derEncoded: $0) }))
        }
        return .failure(
            TransportSetupFault(
                .noSystemRoots, message: "This system has no bundle of trust roots that espalier knows of.",
                hint: "Install the package ca-certificates, or name the roots in a PEM file."))
    }()

    /// These roots and the others.
    public func adding(_ other: TrustRoots) -> TrustRoots { TrustRoots(certificates + other.certificates) }

    private static func parse(
        _ bytes: [UInt8], _ number: Int, of origin: String
    ) throws(TransportSetupFault) -> Certificate {
        do { return try Certificate(derEncoded: bytes) } catch {
            throw TransportSetupFault(
                .certificateUnreadable, message: "Certificate \(number) of \(origin) cannot be read: \(error).")
        }
    }
}
