import SwiftASN1

extension DER.Serializer {
    /// The bytes that a closure writes.
    static func bytes(_ write: (inout DER.Serializer) throws -> Void) rethrows -> [UInt8] {
        var serializer = DER.Serializer()
        try write(&serializer)
        return serializer.serializedBytes
    }

    mutating func sequence(_ write: (inout DER.Serializer) throws -> Void) rethrows {
        try appendConstructedNode(identifier: .sequence, write)
    }

    mutating func set(_ write: (inout DER.Serializer) throws -> Void) rethrows {
        try appendConstructedNode(identifier: .set, write)
    }

    mutating func primitive(_ identifier: ASN1Identifier, _ content: some Sequence<UInt8>) {
        appendPrimitiveNode(identifier: identifier) { $0.append(contentsOf: content) }
    }

    mutating func octets(_ content: some Sequence<UInt8>) { primitive(.octetString, content) }
    mutating func bits(_ content: [UInt8]) { primitive(.bitString, [0] + content) }
    mutating func null() { primitive(.null, []) }
    mutating func integer(_ number: UInt8) { primitive(.integer, [number & 0x7f]) }

    /// A tag of the context, round whatever stands inside.
    mutating func tagged(_ number: UInt, _ write: (inout DER.Serializer) throws -> Void) rethrows {
        try appendConstructedNode(
            identifier: ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific), write)
    }
}

extension ASN1Identifier {
    static func context(_ number: UInt) -> ASN1Identifier {
        ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
    }
}
