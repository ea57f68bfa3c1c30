import SwiftASN1

/// What a key is for or a signature was made by (RFC 5280 section 4.1.1.2). The parameters are not looked into.
struct AlgorithmIdentifier: DERParseable {
    let algorithm: ASN1ObjectIdentifier
    let parameters: ASN1Node?

    init(derEncoded node: ASN1Node) throws {
        (algorithm, parameters) = try DER.sequence(node, identifier: .sequence) { nodes in
            (try ASN1ObjectIdentifier(derEncoded: &nodes), nodes.next())
        }
    }
}
