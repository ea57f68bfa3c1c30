import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import Transport
import X509

/// A certificate authority for one test, with servers and clients whose certificates have the fault that is asked for.
struct TestAuthority {
    struct Issued {
        let certificate: [UInt8]
        let key: [UInt8]
        let keyPEM: String
    }

    private let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let root: Certificate

    init(_ name: String = "Orchard Test Root") throws {
        root = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSinceNow: -86_400), notValidAfter: Date(timeIntervalSinceNow: 86_400),
            issuer: try DistinguishedName { CommonName(name) }, subject: try DistinguishedName { CommonName(name) },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            }, issuerPrivateKey: key)
    }

    var trustRoots: TrustRoots {
        get throws { try TrustRoots(der: [try Self.der(root)]) }
    }

    var rootDER: [UInt8] {
        get throws { try Self.der(root) }
    }

    var rootPEM: String {
        get throws { try root.serializeAsPEM().pemString }
    }

    /// - Parameters:
    ///   - from: seconds from now.
    ///   - to: seconds from now.
    func issue(
        _ subject: String = "localhost", names: [GeneralName] = [.dnsName("localhost"), Self.loopback],
        from: TimeInterval = -3600, to: TimeInterval = 3600,
        purpose: [ExtendedKeyUsage.Usage] = [.serverAuth]
    ) throws -> Issued {
        let own = P256.Signing.PrivateKey()
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PrivateKey(own).publicKey,
            notValidBefore: Date(timeIntervalSinceNow: from), notValidAfter: Date(timeIntervalSinceNow: to),
            issuer: root.subject, subject: try DistinguishedName { CommonName(subject) },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                try ExtendedKeyUsage(purpose)
                SubjectAlternativeNames(names)
            }, issuerPrivateKey: key)
        return Issued(
            certificate: try Self.der(certificate), key: [UInt8](own.derRepresentation), keyPEM: own.pemRepresentation)
    }

    /// A certificate that only vouches for itself, as `openssl req -x509` makes one.
    static func selfSigned() throws -> Issued {
        let own = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("localhost") }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PrivateKey(own).publicKey,
            notValidBefore: Date(timeIntervalSinceNow: -3600), notValidAfter: Date(timeIntervalSinceNow: 3600),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                SubjectAlternativeNames([.dnsName("localhost")])
            }, issuerPrivateKey: Certificate.PrivateKey(own))
        return Issued(
            certificate: try der(certificate), key: [UInt8](own.derRepresentation), keyPEM: own.pemRepresentation)
    }

    static let loopback = GeneralName.ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))

    private static func der(_ certificate: Certificate) throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}

extension TestAuthority.Issued {
    /// A server with this certificate.
    ///
    /// - Parameters:
    ///   - clients: the DER of the roots of clients, whose certificate is demanded then.
    ///   - onServerName: is told the name of SNI, or that there was none.
    func server(
        lowest: TLSVersion = .tlsv12, highest: TLSVersion? = nil, clients: [[UInt8]]? = nil,
        onServerName: (@Sendable (String?) -> Void)? = nil
    ) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try NIOSSLCertificate(bytes: certificate, format: .der))],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: key, format: .der)))
        configuration.minimumTLSVersion = lowest
        configuration.maximumTLSVersion = highest
        if let onServerName {
            configuration.sslContextCallback = { values, promise in
                onServerName(values.serverHostname)
                promise.succeed(.noChanges)
            }
        }
        if let clients {
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates(
                try clients.map { try NIOSSLCertificate(bytes: $0, format: .der) })
        }
        return try NIOSSLContext(configuration: configuration)
    }

    var identity: ClientIdentity {
        get throws { try ClientIdentity(derChain: [certificate], privateKey: key) }
    }
}
