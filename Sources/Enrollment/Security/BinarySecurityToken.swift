import Notation
import XMLStream

/// `wsse:BinarySecurityToken`: a credential, a certificate request or a provisioning document, by its ValueType.
public struct BinarySecurityToken: Hashable, Sendable {
    public var valueType: String?
    public var encodingType: String?
    /// `u:Id`.
    public var id: String?
    /// Base64, without white space at both ends.
    public var text: String
    public var place: Place

    public init(
        valueType: String?, encodingType: String? = Self.base64Binary, id: String? = nil, text: String,
        place: Place = Place()
    ) {
        self.valueType = valueType
        self.encodingType = encodingType
        self.id = id
        self.text = text
        self.place = place
    }

    /// A token of bytes.
    public init(_ valueType: ValueType, octets: [UInt8]) {
        self.init(valueType: valueType.rawValue, text: Base64.encode(octets))
    }

    public static let base64Binary = "\(Namespace.security)#base64binary"

    /// What a token is (enrollment.md 6.1, 7, 7.2, 10.1).
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        /// The `wresult` of the browser leg.
        case userToken =
            "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken"
        /// Of Entra.
        case jwt = "urn:ietf:params:oauth:token-type:jwt"
        case x509v3 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
        case pkcs10 = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10"
        /// What the specification gives for a renewal.
        case pkcs7 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#PKCS7"
        /// What servers are also seen to use for it.
        case pkcs7OfEnrollment = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS7"
        case provisioningDocument =
            "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc"
    }

    /// nil for another.
    public var type: ValueType? { valueType.flatMap { ValueType(rawValue: $0) } }

    /// What the text stands for, white space passed over; nil when it is no Base64.
    public var octets: [UInt8]? { Base64.decode(text) }
}

extension BinarySecurityToken: CustomStringConvertible {
    /// Without the text, which may be a credential.
    public var description: String {
        "BinarySecurityToken \(valueType ?? "without ValueType"), \(text.utf8.count) bytes"
    }
}

extension BinarySecurityToken {
    init(_ element: Element) {
        self.init(
            valueType: element.attribute(anyPrefix: "ValueType"),
            encodingType: element.attribute(anyPrefix: "EncodingType"), id: element.attribute(anyPrefix: "Id"),
            text: element.trimmedText, place: element.place)
    }

    /// - Parameter namespace: declared on the tag as the default namespace.
    func write(_ name: String, namespace: String? = nil, _ writer: inout XMLWriter) {
        writer.start(name, namespace: namespace)
        if let valueType { writer.attribute("ValueType", valueType) }
        if let encodingType { writer.attribute("EncodingType", encodingType) }
        if let id { writer.attribute("u:Id", id) }
        writer.text(text)
        writer.end(name)
    }
}
