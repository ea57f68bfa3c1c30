import Capture
import Identity

/// The server's own authority, which is made once and stands in the store, and the certificate of its TLS, which is made at
/// every start.
struct ServerAuthority: Sendable {
    let authority: CertificateAuthority
    let certificate: Certificate
    /// A secret.
    let key: SigningKey

    private static let certificateKey = "authority.certificate"
    private static let privateKey = "authority.key"
    private static let day: Int64 = 86_400

    /// - Parameter names: host names and addresses that the certificate is for.
    init(
        names: [String], name: String, _ records: any ServerRecords, _ randomness: Randomness, now: CaptureTime
    ) throws(StoreFault) {
        do throws(KeyFault) {
            if let certificate = try Self.stored(Self.certificateKey, records),
                let key = try Self.stored(Self.privateKey, records)
            {
                authority = try CertificateAuthority(certificatePEM: certificate, privateKeyPEM: key)
            } else {
                authority = try CertificateAuthority(
                    name: "\(name) test root", key: .p256(),
                    validity: Validity(from: now.seconds - Self.day, days: 3_650),
                    serialNumber: randomness.serialNumber())
            }
            key = .p256()
            certificate = try authority.serverCertificate(
                for: key.publicKey, names: names, validity: Validity(from: now.seconds - Self.day, days: 397),
                serialNumber: randomness.serialNumber())
        } catch {
            throw StoreFault(.unusable, message: "the authority of the store is not usable: \(error)", hint: error.hint)
        }
        try records.setValue(Self.certificateKey, Array(authority.certificate.pem.utf8))
        try records.setValue(Self.privateKey, Array(authority.key.pem.utf8))
    }

    private static func stored(_ key: String, _ records: any ServerRecords) throws(KeyFault) -> String? {
        guard let octets = try? records.value(key) else { return nil }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension Randomness {
    func serialNumber() -> [UInt8] { SerialNumber.from(bytes(16)) }
}
