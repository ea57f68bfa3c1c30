import HTTPExchange
import NIOCore
import NIOSSL
import SwiftASN1
@_spi(DisableValidityCheck) import X509

/// Whether a server's certificate is good for the name that was asked for, and if not, which of the three things that
/// enrolment tells apart is wrong (enrollment.md 9.2: 0x8018000D for the date, 0x80180012 for trust and name).
///
/// A certificate with several faults is told by the gravest: trust, then date, then name.
struct ServerVerification: Sendable {
    let roots: CertificateStore
    /// As in the URL.
    let host: String
    let hostIsAddress: Bool

    /// - Parameter chain: as the server sent it, its own certificate first.
    /// - Returns: nil when all is well.
    func fault(of chain: [NIOSSLCertificate]) async -> ExchangeFault? {
        var parsed: [Certificate] = []
        for certificate in chain {
            guard let bytes = try? certificate.toDERBytes(), let readable = try? Certificate(derEncoded: bytes) else {
                return .certificateUnreadable(host)
            }
            parsed.append(readable)
        }
        guard let leaf = parsed.first else { return .certificateUnreadable(host) }
        let intermediates = CertificateStore(parsed.dropFirst())
        if await isValid(leaf, intermediates, checksDate: true, checksName: true) { return nil }
        guard await isValid(leaf, intermediates, checksDate: false, checksName: false) else {
            return .certificateUntrusted(host, issuer: "\(leaf.issuer)", selfSigned: leaf.issuer == leaf.subject)
        }
        guard await isValid(leaf, intermediates, checksDate: true, checksName: false) else {
            return .certificateOutOfDate(host, from: "\(leaf.notValidBefore)", to: "\(leaf.notValidAfter)")
        }
        return .certificateNameMismatch(host, names: Self.names(of: leaf))
    }

    private func isValid(
        _ leaf: Certificate, _ intermediates: CertificateStore, checksDate: Bool, checksName: Bool
    ) async -> Bool {
        let host = hostIsAddress ? nil : host
        let address = hostIsAddress ? self.host : nil
        var verifier = Verifier(rootCertificates: roots) {
            if checksDate { RFC5280Policy() } else { RFC5280Policy.withValidityCheckDisabled() }
            if checksName { ServerIdentityPolicy(serverHostname: host, serverIP: address) } else { NameIgnored() }
            ServerPurpose()
        }
        switch await verifier.validate(leaf: leaf, intermediates: intermediates) {
        case .validCertificate: return true
        case .couldNotValidate: return false
        }
    }

    /// At most eight, for the text of a fault.
    private static func names(of leaf: Certificate) -> [String] {
        guard let names = try? leaf.extensions.subjectAlternativeNames else { return [] }
        return names.prefix(8).compactMap { name in
            switch name {
            case .dnsName(let name): name
            case .ipAddress(let address):
                try? SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: 0).ipAddress
            case .directoryName, .ediPartyName, .otherName, .registeredID, .rfc822Name,
                .uniformResourceIdentifier, .x400Address:
                nil
            }
        }
    }
}

/// Stands in for the check of names. It has to claim the extension all the same, or a critical one would fail here.
private struct NameIgnored: VerifierPolicy {
    let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [.X509ExtensionID.subjectAlternativeName]

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult { .meetsPolicy }
}

/// A certificate that names purposes has to name that of a TLS server (RFC 5280, section 4.2.1.12).
private struct ServerPurpose: VerifierPolicy {
    let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [.X509ExtensionID.extendedKeyUsage]

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
        do {
            guard let usages = try chain.leaf.extensions.extendedKeyUsage else { return .meetsPolicy }
            return usages.contains(.serverAuth) || usages.contains(.any)
                ? .meetsPolicy : .failsToMeetPolicy(reason: "The certificate is not made for a TLS server.")
        } catch {
            return .failsToMeetPolicy(reason: "The purposes of the certificate cannot be read.")
        }
    }
}
