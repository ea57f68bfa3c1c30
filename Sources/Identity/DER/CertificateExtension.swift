import SwiftASN1

/// An extension of a certificate, or one that a request asks for (RFC 5280 section 4.2).
public struct CertificateExtension: Hashable, Sendable {
    /// In dotted decimals.
    public var identifier: String
    public var isCritical: Bool
    /// The content of extnValue: DER by the standard, and in Windows' own requests sometimes bare text
    /// (enrollment.md 2.1).
    public var value: [UInt8]

    public init(identifier: String, isCritical: Bool = false, value: [UInt8]) {
        self.identifier = identifier
        self.isCritical = isCritical
        self.value = value
    }
}

extension CertificateExtension {
    init(_ node: DERNode) throws(IdentityFault) {
        var fields = try node.fields()
        let identifier = try fields.next("extnID").decode(ASN1ObjectIdentifier.self)
        let critical = try fields.next("critical", if: .boolean)?.decode(Bool.self)
        self.init(
            identifier: "\(identifier)", isCritical: critical ?? false,
            value: try fields.next("extnValue").octets())
        try fields.end()
    }

    func write(_ serializer: inout DER.Serializer) throws {
        try serializer.sequence { serializer in
            try serializer.serialize(try ASN1ObjectIdentifier(dotRepresentation: identifier))
            if isCritical { try serializer.serialize(true) }
            serializer.octets(value)
        }
    }

    /// The identifiers of an extended key usage, in dotted decimals; nil for another extension, or an unreadable one.
    var usages: [String]? {
        guard identifier == "\(ObjectIdentifiers.extendedKeyUsage)",
            let elements = try? DERNode.parse(value, "extKeyUsage", limit: value.count).elements()
        else { return nil }
        let usages = elements.compactMap { try? $0.decode(ASN1ObjectIdentifier.self) }
        return usages.count == elements.count ? usages.map { "\($0)" } : nil
    }

    static func extendedKeyUsage(_ identifiers: [ASN1ObjectIdentifier]) throws -> [UInt8] {
        try DER.Serializer.bytes { serializer in
            try serializer.serializeSequenceOf(identifiers)
        }
    }
}
