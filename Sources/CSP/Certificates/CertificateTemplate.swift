import SwiftASN1

/// The template that an enterprise authority of Windows made a certificate by: an extension with its name, or the newer
/// one with its object identifier.
enum CertificateTemplate {
    private static let name: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 311, 20, 2]
    private static let information: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 311, 21, 7]

    /// The name, else the object identifier; empty for a certificate without a template, and for one that is unreadable.
    static func text(in extensions: [CertificateExtension]) -> String {
        func value(_ identifier: ASN1ObjectIdentifier) -> ASN1Node? {
            extensions.first { $0.identifier == identifier }.flatMap { try? DER.parse($0.value) }
        }
        if let node = value(name), let text = try? ASN1BMPString(derEncoded: node) { return BMPText.text(text.bytes) }
        return value(information).flatMap { try? identifier($0) } ?? ""
    }

    /// CertificateTemplate is a sequence of the identifier and two version numbers.
    private static func identifier(_ node: ASN1Node) throws -> String {
        try DER.sequence(node, identifier: .sequence) { nodes in
            let identifier = try ASN1ObjectIdentifier(derEncoded: &nodes)
            while nodes.next() != nil {}
            return "\(identifier)"
        }
    }
}
