import XMLStream

/// The answer to a request for a certificate; one response is usual (enrollment.md 7.2).
public struct RequestSecurityTokenResponseCollection: Hashable, Sendable {
    public var responses: [RequestSecurityTokenResponse]
    public var place: Place

    public init(_ responses: [RequestSecurityTokenResponse], place: Place = Place()) {
        self.responses = responses
        self.place = place
    }

    /// The provisioning document of the first response.
    ///
    /// - Throws: when there is none, when it is no Base64, or no provisioning document. Positions of the latter are places in
    ///   the decoded document.
    public func provisioningDocument() throws(EnrollmentFault) -> ProvisioningDocument {
        try ProvisioningDocument(parsing: provisioningBytes())
    }

    /// The bytes of the provisioning document.
    public func provisioningBytes() throws(EnrollmentFault) -> [UInt8] {
        guard let token = responses.first?.requestedSecurityToken else {
            throw .tokenMissing(at: responses.first?.place ?? place)
        }
        guard let octets = token.octets else { throw .tokenNotBase64(at: token.place) }
        return octets
    }
}

/// One response.
public struct RequestSecurityTokenResponse: Hashable, Sendable {
    public var tokenType: TextElement?
    public var dispositionMessage: TextElement?
    /// RequestedSecurityToken/BinarySecurityToken.
    public var requestedSecurityToken: BinarySecurityToken?
    /// 0 is usual.
    public var requestID: TextElement?
    public var unknown: [UnknownElement]
    public var place: Place

    public init(
        tokenType: TextElement? = TextElement(RequestSecurityToken.deviceEnrollmentToken),
        dispositionMessage: TextElement? = nil, requestedSecurityToken: BinarySecurityToken?,
        requestID: TextElement? = "0", unknown: [UnknownElement] = [], place: Place = Place()
    ) {
        self.tokenType = tokenType
        self.dispositionMessage = dispositionMessage
        self.requestedSecurityToken = requestedSecurityToken
        self.requestID = requestID
        self.unknown = unknown
        self.place = place
    }
}

extension RequestSecurityTokenResponseCollection {
    init(_ element: Element) {
        self.init(
            element.all("RequestSecurityTokenResponse").map { RequestSecurityTokenResponse($0) }, place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("RequestSecurityTokenResponseCollection", namespace: Namespace.trust)
        for response in responses { response.write(&writer) }
        writer.end("RequestSecurityTokenResponseCollection")
    }
}

extension RequestSecurityTokenResponse {
    init(_ element: Element) {
        let token = element["RequestedSecurityToken"]?["BinarySecurityToken"]
        self.init(
            tokenType: element.text("TokenType"), dispositionMessage: element.text("DispositionMessage"),
            requestedSecurityToken: token.map { BinarySecurityToken($0) }, requestID: element.text("RequestID"),
            unknown: element.unknown(
                besides: ["TokenType", "DispositionMessage", "RequestedSecurityToken", "RequestID"]),
            place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("RequestSecurityTokenResponse")
        writer.leaf("TokenType", tokenType)
        writer.leaf("DispositionMessage", dispositionMessage, namespace: Namespace.enrollment)
        if let requestedSecurityToken {
            writer.start("RequestedSecurityToken")
            requestedSecurityToken.write("BinarySecurityToken", namespace: Namespace.security, &writer)
            writer.end("RequestedSecurityToken")
        }
        writer.leaf("RequestID", requestID, namespace: Namespace.enrollment)
        writer.unknown(unknown)
        writer.end("RequestSecurityTokenResponse")
    }
}
