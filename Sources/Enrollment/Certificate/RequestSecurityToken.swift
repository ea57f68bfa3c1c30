import XMLStream

/// The request for a certificate (enrollment.md 7, 10.1, 10.3).
public struct RequestSecurityToken: Hashable, Sendable {
    public var tokenType: TextElement?
    public var requestType: TextElement?
    /// PKCS#10, or PKCS#7 round one in a renewal.
    public var binarySecurityToken: BinarySecurityToken?
    /// AdditionalContext, in document order; MAC comes once for each adapter.
    public var context: [ContextItem]
    public var unknown: [UnknownElement]
    public var place: Place

    /// The only token that enrolment knows.
    public static let deviceEnrollmentToken =
        "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken"

    public enum RequestType: String, Hashable, Sendable, CaseIterable {
        case issue = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue"
        case renew = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Renew"
        case recovery = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Recovery"
    }

    public init(
        tokenType: TextElement? = TextElement(deviceEnrollmentToken), requestType: TextElement?,
        binarySecurityToken: BinarySecurityToken?, context: [ContextItem], unknown: [UnknownElement] = [],
        place: Place = Place()
    ) {
        self.tokenType = tokenType
        self.requestType = requestType
        self.binarySecurityToken = binarySecurityToken
        self.context = context
        self.unknown = unknown
        self.place = place
    }

    public init(_ type: RequestType, _ token: BinarySecurityToken, context: [ContextItem]) {
        self.init(requestType: TextElement(type.rawValue), binarySecurityToken: token, context: context)
    }

    /// nil for another.
    public var type: RequestType? { requestType.flatMap { RequestType(rawValue: $0.value) } }

    /// The first value of a context item.
    public func value(of name: ContextItem.Name) -> String? { context.first { $0.name == name.rawValue }?.value }
}

extension RequestSecurityToken {
    init(_ element: Element) {
        let context = element["AdditionalContext"]?.all("ContextItem") ?? []
        self.init(
            tokenType: element.text("TokenType"), requestType: element.text("RequestType"),
            binarySecurityToken: element["BinarySecurityToken"].map { BinarySecurityToken($0) },
            context: context.map { ContextItem($0) },
            unknown: element.unknown(
                besides: ["TokenType", "RequestType", "BinarySecurityToken", "AdditionalContext"]),
            place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("wst:RequestSecurityToken")
        writer.leaf("wst:TokenType", tokenType)
        writer.leaf("wst:RequestType", requestType)
        binarySecurityToken?.write("wsse:BinarySecurityToken", &writer)
        writer.start("ac:AdditionalContext", namespace: Namespace.authorization)
        for item in context { item.write(&writer) }
        writer.end("ac:AdditionalContext")
        writer.unknown(unknown)
        writer.end("wst:RequestSecurityToken")
    }
}
