import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The checks of a certificate that somebody issued (enrollment.md 8.1): whose key it holds, whether it is valid now, what
/// it is for, and whether it chains to a root.
public enum CertificateChain {
    /// What a certificate is asked for. One without an extended key usage serves for all.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        case client, server
    }

    /// Goes through the checks in this order: key, validity, usage, chain. Dates and signatures of the issuers are
    /// checked as RFC 5280 says; revocation is not.
    ///
    /// - Parameters:
    ///   - leaf: the certificate that is judged.
    ///   - intermediates: those that may stand between; the order does not matter, and others do no harm.
    ///   - roots: those that are trusted.
    ///   - now: in seconds since 1970.
    ///   - requestKey: the key of the request that the certificate answers; nil when there was none.
    /// - Returns: the chain from the leaf to a root.
    /// - Throws: the first check that failed.
    @discardableResult
    public static func verify(
        leaf: Certificate, intermediates: [Certificate], roots: [Certificate], now: Int64,
        purpose: Purpose = .client, requestKey: PublicKey? = nil
    ) async throws(IdentityFault) -> [Certificate] {
        if let requestKey, requestKey != leaf.publicKey { throw .keyMismatch }
        try checkValidity(leaf, "Certificate", now)
        let mayServe =
            switch purpose {
            case .client: leaf.allowsClientAuthentication
            case .server: leaf.allowsServerAuthentication
            }
        guard mayServe else { throw .usage(purpose, found: leaf.extendedKeyUsages) }

        guard let certificate = strict(leaf) else { throw .notVerifiable(leaf) }
        let instant = Date(timeIntervalSince1970: TimeInterval(now))
        var verifier = Verifier(rootCertificates: CertificateStore(roots.compactMap(strict))) {
            RFC5280Policy(fixedExpiryValidationTime: instant)
            UsageWasChecked()
        }
        let result = await verifier.validate(
            leaf: certificate, intermediates: CertificateStore(intermediates.compactMap(strict)))
        switch result {
        case .validCertificate(let chain):
            return try lenient(Array(chain))
        case .couldNotValidate(let failures):
            guard let failure = failures.first else { throw .chainIncomplete(leaf) }
            for issuer in try lenient(Array(failure.chain)).dropFirst() {
                try checkValidity(issuer, "Certificate of the issuer \(issuer.subject)", now)
            }
            throw .chainRefused("\(failure.policyFailureReason)")
        }
    }

    private static func lenient(_ certificates: [X509.Certificate]) throws(IdentityFault) -> [Certificate] {
        var read: [Certificate] = []
        for certificate in certificates {
            guard let der = try? DER.Serializer.bytes({ try $0.serialize(certificate) }) else { continue }
            read.append(try Certificate(der: der))
        }
        return read
    }

    /// A critical extended key usage does not stop the verifier: it was judged before.
    private struct UsageWasChecked: VerifierPolicy, Sendable {
        let verifyingCriticalExtensions = [ObjectIdentifiers.extendedKeyUsage]

        func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult { .meetsPolicy }
    }

    /// nil for a certificate that the verifier does not read: it takes no part in a chain.
    private static func strict(_ certificate: Certificate) -> X509.Certificate? {
        try? X509.Certificate(derEncoded: certificate.der)
    }

    private static func checkValidity(
        _ certificate: Certificate, _ place: String, _ now: Int64
    ) throws(IdentityFault) {
        let validity = certificate.validity
        if now < validity.notBefore {
            throw IdentityFault(
                .notYetValid, at: "\(place).validity.notBefore",
                message: "it begins at \(Validity.text(validity.notBefore)), and now is \(Validity.text(now))",
                hint: "set the clocks right, or issue with an earlier NotBefore")
        }
        if now > validity.notAfter {
            throw IdentityFault(
                .expired, at: "\(place).validity.notAfter",
                message: "it ended at \(Validity.text(validity.notAfter)), and now is \(Validity.text(now))",
                hint: "issue a new certificate")
        }
    }
}

extension IdentityFault {
    fileprivate static let keyMismatch = IdentityFault(
        .keyMismatch, at: "Certificate.subjectPublicKeyInfo",
        message: "the certificate holds another public key than the request",
        hint: "issue it for the key of the PKCS#10 that was sent")

    fileprivate static func usage(_ purpose: CertificateChain.Purpose, found: [String]?) -> IdentityFault {
        let wanted =
            switch purpose {
            case .client: "clientAuth (1.3.6.1.5.5.7.3.2)"
            case .server: "serverAuth (1.3.6.1.5.5.7.3.1)"
            }
        let found = found.map { $0.joined(separator: ", ") } ?? "what cannot be read"
        return IdentityFault(
            .usage, at: "Certificate.extensions.extKeyUsage",
            message: "the extended key usage has \(found), without \(wanted)",
            hint: "add it, or leave the extension out")
    }

    fileprivate static func chainIncomplete(_ leaf: Certificate) -> IdentityFault {
        IdentityFault(
            .chainIncomplete, at: "Certificate.issuer",
            message: "no way leads from \(leaf.subject) over \(leaf.issuer) to a trusted root",
            hint: "supply the root below Root/System, and what stands between below CA/System")
    }

    fileprivate static func chainRefused(_ reason: String) -> IdentityFault {
        IdentityFault(
            .chainRefused, at: "Certificate", message: "the chain breaks a rule of RFC 5280: \(reason)")
    }

    fileprivate static func notVerifiable(_ leaf: Certificate) -> IdentityFault {
        IdentityFault(
            .algorithm, at: "Certificate",
            message:
                "its key or signature (\(leaf.signatureAlgorithm.objectIdentifier)) is of a kind that is not verified",
            hint: "use RSA of at least 2048 bits, or a NIST curve, with SHA-2")
    }
}
