import SwiftASN1
import X509

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A root that issues certificates: that of the reference server, and of tests. Serial numbers and instants come from
/// the caller.
public struct CertificateAuthority: Sendable {
    public let certificate: Certificate
    /// A secret.
    public let key: SigningKey

    /// Makes a root that signs itself.
    ///
    /// - Parameters:
    ///   - name: its common name.
    ///   - serialNumber: see `SerialNumber`.
    /// - Throws: `KeyFault` with `signing` or `value`.
    public init(
        name: String, key: SigningKey, validity: Validity, serialNumber: [UInt8]
    ) throws(KeyFault) {
        let subject = DistinguishedName(commonName: name)
        certificate = try Self.issue(
            to: key.publicKey, subject, validity, serialNumber, issuer: subject, issuerKey: key
        ) { keys in
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            Critical(KeyUsage(digitalSignature: true, keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(hash: keys.subject)
        }
        self.key = key
    }

    /// A root from where it was stored.
    ///
    /// - Throws: `KeyFault` with `unreadable`, also when key and certificate do not belong together.
    public init(certificatePEM: String, privateKeyPEM: String) throws(KeyFault) {
        let key = try SigningKey(pem: privateKeyPEM)
        guard let certificate = try? Certificate(pem: certificatePEM), certificate.publicKey == key.publicKey else {
            throw .unreadable("a root and its key")
        }
        self.certificate = certificate
        self.key = key
    }

    /// Issues a certificate that authenticates a device to a server: EKU clientAuth.
    ///
    /// - Parameters:
    ///   - publicKey: that of the request.
    ///   - subject: the server's choice; that of the request, or `DistinguishedName(commonName: deviceID)`.
    ///   - validity: NotBefore may lie in the past (enrollment.md 10.2).
    /// - Throws: `KeyFault` with `value` for a key that no certificate is issued for.
    public func clientCertificate(
        for publicKey: PublicKey, subject: DistinguishedName, validity: Validity, serialNumber: [UInt8]
    ) throws(KeyFault) -> Certificate {
        try issue(to: publicKey, subject, validity, serialNumber) { keys in
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true, keyEncipherment: true))
            try ExtendedKeyUsage([.clientAuth])
            SubjectKeyIdentifier(hash: keys.subject)
            AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: keys.issuer).keyIdentifier)
        }
    }

    /// Issues a certificate for a server: EKU serverAuth, the names as subject alternative names, and the first as the
    /// common name.
    ///
    /// - Parameter names: host names, and IPv4 and IPv6 addresses as text; at least one.
    /// - Throws: `KeyFault` with `value`.
    public func serverCertificate(
        for publicKey: PublicKey, names: [String] = ["localhost", "127.0.0.1", "::1"], validity: Validity,
        serialNumber: [UInt8]
    ) throws(KeyFault) -> Certificate {
        guard let first = names.first else {
            throw KeyFault(
                .value, message: "a server's certificate needs a name", hint: "give a host name or an address")
        }
        let alternatives = names.map { name in
            IPAddress.octets(name).map { GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...])) }
                ?? GeneralName.dnsName(name)
        }
        return try issue(to: publicKey, DistinguishedName(commonName: first), validity, serialNumber) { keys in
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true, keyEncipherment: true))
            try ExtendedKeyUsage([.serverAuth])
            SubjectAlternativeNames(alternatives)
            SubjectKeyIdentifier(hash: keys.subject)
            AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: keys.issuer).keyIdentifier)
        }
    }

    /// Issues an intermediate authority.
    ///
    /// - Throws: `KeyFault` with `signing` or `value`.
    public func intermediate(
        name: String, key: SigningKey, validity: Validity, serialNumber: [UInt8]
    ) throws(KeyFault) -> CertificateAuthority {
        let certificate = try issue(
            to: key.publicKey, DistinguishedName(commonName: name), validity, serialNumber
        ) { keys in
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
            Critical(KeyUsage(digitalSignature: true, keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(hash: keys.subject)
            AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: keys.issuer).keyIdentifier)
        }
        return CertificateAuthority(certificate: certificate, key: key)
    }

    private init(certificate: Certificate, key: SigningKey) {
        self.certificate = certificate
        self.key = key
    }
}

extension CertificateAuthority: CustomStringConvertible {
    public var description: String { "authority \(certificate.subject)" }
}

extension CertificateAuthority {
    fileprivate struct Keys {
        let subject: X509.Certificate.PublicKey
        let issuer: X509.Certificate.PublicKey
    }

    private func issue(
        to publicKey: PublicKey, _ subject: DistinguishedName, _ validity: Validity, _ serialNumber: [UInt8],
        @ExtensionsBuilder _ extensions: (Keys) throws -> Result<X509.Certificate.Extensions, any Error>
    ) throws(KeyFault) -> Certificate {
        try Self.issue(
            to: publicKey, subject, validity, serialNumber, issuer: certificate.subject, issuerKey: key, extensions)
    }

    private static func issue(
        to publicKey: PublicKey, _ subject: DistinguishedName, _ validity: Validity, _ serialNumber: [UInt8],
        issuer: DistinguishedName, issuerKey: SigningKey,
        @ExtensionsBuilder _ extensions: (Keys) throws -> Result<X509.Certificate.Extensions, any Error>
    ) throws(KeyFault) -> Certificate {
        guard let subjectKey = publicKey.forCertificates else {
            throw KeyFault(
                .value, message: "no certificate is issued for \(publicKey)", hint: "use RSA of 2048 bits")
        }
        let issuerKey = issuerKey.forCertificates
        do {
            let keys = Keys(subject: subjectKey, issuer: issuerKey.publicKey)
            let issued = try X509.Certificate(
                version: .v3, serialNumber: X509.Certificate.SerialNumber(bytes: serialNumber), publicKey: subjectKey,
                notValidBefore: Date(timeIntervalSince1970: TimeInterval(validity.notBefore)),
                notValidAfter: Date(timeIntervalSince1970: TimeInterval(validity.notAfter)),
                issuer: X509.DistinguishedName(derEncoded: DER.parse(issuer.der)),
                subject: X509.DistinguishedName(derEncoded: DER.parse(subject.der)),
                extensions: extensions(keys).get(), issuerPrivateKey: issuerKey)
            return try Certificate(der: DER.Serializer.bytes { try $0.serialize(issued) })
        } catch {
            throw KeyFault(.signing, message: "no certificate could be made for \(subject)")
        }
    }
}
