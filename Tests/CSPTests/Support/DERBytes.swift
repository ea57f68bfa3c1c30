import Foundation

/// DER put together by hand, so that a test can write what no library would.
enum DERBytes {
    /// A value with its tag and its length in the shortest form.
    static func value(_ tag: UInt8, _ content: [UInt8]...) -> [UInt8] { value(tag, parts: content) }

    static func value(_ tag: UInt8, parts: [[UInt8]]) -> [UInt8] {
        let content = parts.flatMap { $0 }
        return [tag] + length(content.count) + content
    }

    static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, parts: parts) }

    static func text(_ tag: UInt8, _ text: String) -> [UInt8] { value(tag, Array(text.utf8)) }

    /// An object identifier whose arcs behind the first two are below 2^28.
    static func identifier(_ arcs: [Int]) -> [UInt8] {
        let content = [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2)
        return value(
            0x06,
            content.flatMap { arc in
                let groups = [21, 14, 7, 0].map { UInt8(arc >> $0 & 0x7F) }.drop { $0 == 0 }
                let digits = groups.isEmpty ? [0] : Array(groups)
                return digits.dropLast().map { $0 | 0x80 } + digits.suffix(1)
            })
    }

    private static func length(_ count: Int) -> [UInt8] {
        switch count {
        case ..<0x80: [UInt8(count)]
        case ..<0x100: [0x81, UInt8(count)]
        default: [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
        }
    }
}

/// The pieces of a certificate, each to be replaced by a wrong one. The defaults make a good certificate of version 3.
struct CertificatePieces {
    /// With its explicit tag; empty for version 1.
    var version = DERBytes.value(0xA0, [0x02, 0x01, 0x02])
    var serialNumber: [UInt8] = [0x02, 0x01, 0x07]
    var signature = CertificatePieces.ecdsa
    var issuer = CertificatePieces.name("Orchard")
    var validity = CertificatePieces.validity("260101000000Z", "350101000000Z")
    var subject = CertificatePieces.name("Pear")
    /// A P-256 key.
    var key = Array(
        Data(
            base64Encoded: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaM9vrwtj4PkzQD89g5PZJ3ckU9lERKRElZduY/Ozm"
                + "L91XQX3ELm0Xrx2qFtJp+Y44QcZdjGMuyHRPD/yvzoGNQ==")!)
    var uniqueIdentifiers: [UInt8] = []
    /// With their explicit tag.
    var extensions: [UInt8] = []
    var outerAlgorithm = CertificatePieces.ecdsa
    /// Two numbers, as an ECDSA signature has them.
    var signatureValue = DERBytes.value(0x03, [0x00] + DERBytes.sequence([0x02, 0x01, 0x01], [0x02, 0x01, 0x01]))
    /// More fields, behind the last one.
    var more: [UInt8] = []

    static let ecdsa = DERBytes.sequence(DERBytes.identifier([1, 2, 840, 10045, 4, 3, 2]))

    var bytes: [UInt8] {
        let tbsCertificate = DERBytes.sequence(
            version, serialNumber, signature, issuer, validity, subject, key, uniqueIdentifiers, extensions)
        return DERBytes.sequence(tbsCertificate, outerAlgorithm, signatureValue, more)
    }

    static func name(_ commonName: String) -> [UInt8] {
        name([attribute([2, 5, 4, 3], DERBytes.text(0x0C, commonName))])
    }

    /// - Parameter parts: attributes, each a part of its own.
    static func name(_ parts: [[UInt8]]) -> [UInt8] {
        DERBytes.value(0x30, parts: parts.map { DERBytes.value(0x31, $0) })
    }

    static func attribute(_ type: [Int], _ value: [UInt8]) -> [UInt8] {
        DERBytes.sequence(DERBytes.identifier(type), value)
    }

    /// Instants as UTCTime.
    static func validity(_ notBefore: String, _ notAfter: String) -> [UInt8] {
        DERBytes.sequence(DERBytes.text(0x17, notBefore), DERBytes.text(0x17, notAfter))
    }

    /// - Parameter list: extensions.
    static func extensions(_ list: [UInt8]...) -> [UInt8] {
        DERBytes.value(0xA3, DERBytes.value(0x30, parts: list))
    }

    static func `extension`(_ identifier: [Int], critical: [UInt8] = [], _ value: [UInt8]) -> [UInt8] {
        DERBytes.sequence(DERBytes.identifier(identifier), critical, DERBytes.value(0x04, value))
    }
}
