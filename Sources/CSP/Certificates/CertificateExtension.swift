import SwiftASN1

/// An extension of a certificate of version 3 (RFC 5280 section 4.2).
struct CertificateExtension: DERParseable {
    let identifier: ASN1ObjectIdentifier
    let isCritical: Bool
    /// The DER of what the identifier stands for.
    let value: ArraySlice<UInt8>

    init(derEncoded node: ASN1Node) throws {
        (identifier, isCritical, value) = try DER.sequence(node, identifier: .sequence) { nodes in
            let identifier = try ASN1ObjectIdentifier(derEncoded: &nodes)
            let isCritical = try DER.decodeDefault(&nodes, defaultValue: false)
            return (identifier, isCritical, try ASN1OctetString(derEncoded: &nodes).bytes)
        }
    }
}
