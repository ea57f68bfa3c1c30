import XMLStream

/// `ds:Signature` of certificate authentication (enrollment.md 6.1): what it says, not whether it is right.
public struct XMLSignature: Hashable, Sendable {
    public var canonicalizationMethod: String?
    public var signatureMethod: String?
    public var references: [Reference]
    /// Base64.
    public var signatureValue: String?
    /// KeyInfo/SecurityTokenReference/Reference.
    public var keyURI: String?
    public var keyValueType: String?

    /// One `ds:Reference`.
    public struct Reference: Hashable, Sendable {
        /// The empty text for the whole message.
        public var uri: String?
        /// Algorithms, in order.
        public var transforms: [String]
        public var digestMethod: String?
        /// Base64.
        public var digestValue: String?

        public init(
            uri: String? = "", transforms: [String] = [XMLSignature.enveloped], digestMethod: String? = sha256,
            digestValue: String?
        ) {
            self.uri = uri
            self.transforms = transforms
            self.digestMethod = digestMethod
            self.digestValue = digestValue
        }

        public static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    }

    public static let exclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#"
    public static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
    public static let rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    public static let x509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509"

    public init(
        canonicalizationMethod: String? = exclusiveC14n, signatureMethod: String? = rsaSHA256,
        references: [Reference], signatureValue: String?, keyURI: String?, keyValueType: String? = x509
    ) {
        self.canonicalizationMethod = canonicalizationMethod
        self.signatureMethod = signatureMethod
        self.references = references
        self.signatureValue = signatureValue
        self.keyURI = keyURI
        self.keyValueType = keyValueType
    }
}

extension XMLSignature {
    init(_ element: Element) {
        let info = element["SignedInfo"]
        let key = element["KeyInfo"]?["SecurityTokenReference"]?["Reference"]
        self.init(
            canonicalizationMethod: info?["CanonicalizationMethod"]?.attribute("Algorithm"),
            signatureMethod: info?["SignatureMethod"]?.attribute("Algorithm"),
            references: info?.all("Reference").map { Reference($0) } ?? [],
            signatureValue: element["SignatureValue"]?.trimmedText, keyURI: key?.attribute("URI"),
            keyValueType: key?.attribute(anyPrefix: "ValueType"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("ds:Signature")
        writer.attribute("xmlns:ds", Namespace.signature)
        writer.start("ds:SignedInfo")
        writer.algorithm("ds:CanonicalizationMethod", canonicalizationMethod)
        writer.algorithm("ds:SignatureMethod", signatureMethod)
        for reference in references { reference.write(&writer) }
        writer.end("ds:SignedInfo")
        writer.leaf("ds:SignatureValue", signatureValue.map { TextElement($0) })
        if keyURI != nil || keyValueType != nil {
            writer.start("ds:KeyInfo")
            writer.start("wsse:SecurityTokenReference")
            writer.start("wsse:Reference")
            if let keyURI { writer.attribute("URI", keyURI) }
            if let keyValueType { writer.attribute("ValueType", keyValueType) }
            writer.end("wsse:Reference")
            writer.end("wsse:SecurityTokenReference")
            writer.end("ds:KeyInfo")
        }
        writer.end("ds:Signature")
    }
}

extension XMLSignature.Reference {
    init(_ element: Element) {
        self.init(
            uri: element.attribute("URI"),
            transforms: element["Transforms"]?.all("Transform").compactMap { $0.attribute("Algorithm") } ?? [],
            digestMethod: element["DigestMethod"]?.attribute("Algorithm"),
            digestValue: element["DigestValue"]?.trimmedText)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("ds:Reference")
        if let uri { writer.attribute("URI", uri) }
        if !transforms.isEmpty {
            writer.start("ds:Transforms")
            for transform in transforms { writer.algorithm("ds:Transform", transform) }
            writer.end("ds:Transforms")
        }
        writer.algorithm("ds:DigestMethod", digestMethod)
        writer.leaf("ds:DigestValue", digestValue.map { TextElement($0) })
        writer.end("ds:Reference")
    }
}

extension XMLWriter {
    fileprivate mutating func algorithm(_ name: String, _ algorithm: String?) {
        guard let algorithm else { return }
        start(name)
        attribute("Algorithm", algorithm)
        end(name)
    }
}
