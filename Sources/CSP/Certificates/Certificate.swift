import SwiftASN1

/// An X.509 certificate as it is encoded (RFC 5280 section 4.1): what it says, not whether it is right. The signature
/// is not checked and the key is not looked into, so certificates of any algorithm are read.
struct Certificate: DERParseable {
    let tbsCertificate: TBSCertificate
    let signatureAlgorithm: AlgorithmIdentifier
    let signature: ASN1BitString

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            Certificate(
                tbsCertificate: try TBSCertificate(derEncoded: &nodes),
                signatureAlgorithm: try AlgorithmIdentifier(derEncoded: &nodes),
                signature: try ASN1BitString(derEncoded: &nodes))
        }
    }

    private init(tbsCertificate: TBSCertificate, signatureAlgorithm: AlgorithmIdentifier, signature: ASN1BitString) {
        self.tbsCertificate = tbsCertificate
        self.signatureAlgorithm = signatureAlgorithm
        self.signature = signature
    }
}
