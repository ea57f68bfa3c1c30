import SwiftASN1

/// A Name: the issuer or subject of a certificate (RFC 5280 section 4.1.2.4), as a sequence of relative distinguished
/// names. Two names are equal when their values are encoded alike.
struct DistinguishedName: DERParseable, Hashable {
    let parts: [RelativeDistinguishedName]

    init(derEncoded node: ASN1Node) throws {
        parts = try DER.sequence(of: RelativeDistinguishedName.self, identifier: .sequence, rootNode: node)
    }
}

/// One part of a name: mostly one attribute, several for a part that has more than one value.
struct RelativeDistinguishedName: DERParseable, Hashable {
    let attributes: [AttributeTypeAndValue]

    init(derEncoded node: ASN1Node) throws {
        attributes = try DER.set(of: AttributeTypeAndValue.self, identifier: .set, rootNode: node)
    }
}

struct AttributeTypeAndValue: DERParseable, Hashable {
    let type: ASN1ObjectIdentifier
    let value: ASN1Node

    init(derEncoded node: ASN1Node) throws {
        (type, value) = try DER.sequence(node, identifier: .sequence) { nodes in
            let type = try ASN1ObjectIdentifier(derEncoded: &nodes)
            guard let value = nodes.next() else {
                throw ASN1Error.invalidASN1Object(reason: "an attribute of a name has no value")
            }
            return (type, value)
        }
    }

    static func == (left: Self, right: Self) -> Bool {
        left.type == right.type && left.value.encodedBytes == right.value.encodedBytes
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(value.encodedBytes)
    }
}
