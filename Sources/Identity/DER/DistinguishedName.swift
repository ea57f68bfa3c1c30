import Notation
import SwiftASN1

/// The name of a subject or issuer (RFC 5280 section 4.1.2.4), read without its rules of spelling: Windows writes
/// characters that the type of the string forbids (enrollment.md 2.1).
public struct DistinguishedName: Hashable, Sendable {
    /// As it is encoded.
    public let der: [UInt8]
    /// In order; those of one set stand side by side.
    public let attributes: [Attribute]

    public struct Attribute: Hashable, Sendable {
        /// In dotted decimals.
        public var type: String
        public var form: Form
        /// The content of the string.
        public var octets: [UInt8]
        /// True when it stands in one set with the one before.
        public var joinsPrevious: Bool
    }

    /// The string types of a value.
    public enum Form: Hashable, Sendable {
        case printable, utf8, ia5, teletex, bmp
        /// The bytes are those of the whole value.
        case other
    }
}

extension DistinguishedName {
    /// One common name.
    ///
    /// - Parameter octets: any, whether or not the type allows them.
    public init(commonName octets: [UInt8], form: Form) {
        let bytes = DER.Serializer.bytes { serializer in
            serializer.sequence { serializer in
                serializer.set { serializer in
                    serializer.sequence { serializer in
                        // The content of 2.5.4.3, which needs no writer that can fail.
                        serializer.primitive(.objectIdentifier, [0x55, 0x04, 0x03])
                        serializer.primitive(form.identifier, octets)
                    }
                }
            }
        }
        der = bytes
        attributes = [
            Attribute(type: "\(ObjectIdentifiers.commonName)", form: form, octets: octets, joinsPrevious: false)
        ]
    }

    /// One common name as a UTF8String.
    public init(commonName text: String) { self.init(commonName: Array(text.utf8), form: .utf8) }

    init(_ node: DERNode) throws(IdentityFault) {
        var attributes: [Attribute] = []
        for part in try node.elements() {
            for (index, element) in try part.elements(.set).enumerated() {
                var fields = try element.fields()
                let type = try fields.next("type").decode(ASN1ObjectIdentifier.self)
                let value = try fields.next("value")
                let form = Form(value.node.identifier)
                let content = form == .other ? nil : value.content
                attributes.append(
                    Attribute(
                        type: "\(type)", form: content == nil ? .other : form, octets: content ?? value.bytes,
                        joinsPrevious: index > 0))
            }
        }
        der = node.bytes
        self.attributes = attributes
    }

    /// The text of the first common name, without the NUL that Windows' own ends with; nil without one.
    public var commonName: String? {
        attributes.first { $0.type == "2.5.4.3" }.map { attribute in
            String(attribute.text.prefix { $0 != "\0" })
        }
    }

    /// In one line and in the order of the name: `CN=Orchard Root CA, O=Orchard`. Characters that end a line or show
    /// nothing are written as `\u{…}`.
    public var text: String {
        var text = ""
        for attribute in attributes {
            if !text.isEmpty { text += attribute.joinsPrevious ? " + " : ", " }
            text += "\(Self.names[attribute.type] ?? "OID.\(attribute.type)")=\(attribute.visibleText)"
        }
        return text
    }

    private static let names = [
        "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "SERIALNUMBER", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "S",
        "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "T", "1.2.840.113549.1.9.1": "E",
        "0.9.2342.19200300.100.1.25": "DC",
    ]
}

extension DistinguishedName: CustomStringConvertible {
    public var description: String { text }
}

extension DistinguishedName.Attribute {
    /// What the string says, NUL and all; bytes that are no text in it as U+FFFD.
    public var text: String {
        switch form {
        case .printable, .utf8, .ia5, .teletex: String(decoding: octets, as: UTF8.self)
        case .bmp:
            String(
                decoding: stride(from: 0, to: octets.count - 1, by: 2).map {
                    UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
                }, as: UTF16.self)
        case .other: "#" + Hexadecimal.text(octets, .upper)
        }
    }

    fileprivate var visibleText: String {
        var visible = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }
}

extension DistinguishedName.Form {
    init(_ identifier: ASN1Identifier) {
        switch identifier {
        case .printableString: self = .printable
        case .utf8String: self = .utf8
        case .ia5String: self = .ia5
        case .teletexString: self = .teletex
        case .bmpString: self = .bmp
        default: self = .other
        }
    }

    fileprivate var identifier: ASN1Identifier {
        switch self {
        case .printable: .printableString
        case .utf8, .other: .utf8String
        case .ia5: .ia5String
        case .teletex: .teletexString
        case .bmp: .bmpString
        }
    }
}
