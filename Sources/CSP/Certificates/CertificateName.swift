import Notation
import SwiftASN1

/// The name of an issuer or subject in one line, as IssuedBy and IssuedTo give it.
///
/// The descriptions say "equivalent to the Issuer member of CERT_INFO" and no more. Our choice is the text form that
/// Windows has for such names: the parts in the order of the certificate, `CN=Orchard Root CA, O=Orchard, C=DE`, a value
/// with a special character in quotation marks, a type without a name as `OID.1.2.3`.
enum CertificateName {
    static func text(_ name: DistinguishedName) -> String {
        name.parts.map { part in
            part.attributes.map { "\(type($0.type))=\(value($0.value))" }.joined(separator: " + ")
        }
        .joined(separator: ", ")
    }

    private static let types: [ASN1ObjectIdentifier: String] = [
        [2, 5, 4, 3]: "CN", [2, 5, 4, 4]: "SN", [2, 5, 4, 5]: "SERIALNUMBER", [2, 5, 4, 6]: "C", [2, 5, 4, 7]: "L",
        [2, 5, 4, 8]: "S", [2, 5, 4, 9]: "STREET", [2, 5, 4, 10]: "O", [2, 5, 4, 11]: "OU", [2, 5, 4, 12]: "T",
        [2, 5, 4, 42]: "G", [2, 5, 4, 43]: "I", [1, 2, 840, 113_549, 1, 9, 1]: "E",
        [0, 9, 2342, 19_200_300, 100, 1, 25]: "DC",
    ]

    private static func type(_ type: ASN1ObjectIdentifier) -> String { types[type] ?? "OID.\(type)" }

    private static func value(_ node: ASN1Node) -> String {
        let text = plain(node)
        let isSpecial =
            text.isEmpty || text.first?.isWhitespace == true || text.last?.isWhitespace == true
            || text.contains { ",+=\"\n<>#;".contains($0) }
        guard isSpecial else { return text }
        return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// The text, or the bytes as `#…` of a value that is none.
    private static func plain(_ node: ASN1Node) -> String {
        string(node) ?? "#" + Hexadecimal.text(node.encodedBytes, .upper)
    }

    /// nil for other types than those of texts, and for a text with bytes that its type does not have.
    private static func string(_ node: ASN1Node) -> String? {
        switch node.identifier {
        case .utf8String: (try? ASN1UTF8String(derEncoded: node)).map { String($0) }
        case .printableString: (try? ASN1PrintableString(derEncoded: node)).map { String($0) }
        case .ia5String: (try? ASN1IA5String(derEncoded: node)).map { String($0) }
        case .bmpString: (try? ASN1BMPString(derEncoded: node)).map { BMPText.text($0.bytes) }
        case .teletexString:
            (try? ASN1TeletexString(derEncoded: node)).map { String(decoding: $0.bytes, as: UTF8.self) }
        default: nil
        }
    }
}
