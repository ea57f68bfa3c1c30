import SwiftASN1

/// The key that a certificate speaks for (RFC 5280 section 4.1.2.7), of any algorithm.
struct SubjectPublicKeyInfo: DERParseable {
    let algorithm: AlgorithmIdentifier
    let subjectPublicKey: ASN1BitString

    init(derEncoded node: ASN1Node) throws {
        (algorithm, subjectPublicKey) = try DER.sequence(node, identifier: .sequence) { nodes in
            (try AlgorithmIdentifier(derEncoded: &nodes), try ASN1BitString(derEncoded: &nodes))
        }
    }
}
