import XMLStream

/// A SOAP message of MS-MDE2, either side: a header and one of the known bodies (enrollment.md 4 to 9).
public struct EnrollmentMessage: Hashable, Sendable {
    public enum Body: Hashable, Sendable {
        case discover(Discover)
        case discoverResponse(DiscoverResponse)
        case getPolicies(GetPolicies)
        case getPoliciesResponse(GetPoliciesResponse)
        case requestSecurityToken(RequestSecurityToken)
        case requestSecurityTokenResponse(RequestSecurityTokenResponseCollection)
        case fault(SOAPFault)
        /// An element that is none of the enrolment.
        case unknown(UnknownElement)
        /// A Body without an element.
        case empty
    }

    public var header: MessageHeader
    public var body: Body
    /// What was tolerated on the way, in document order. A message compares without them.
    public var remarks: Remarks

    public init(header: MessageHeader, body: Body) {
        self.header = header
        self.body = body
        remarks = Remarks()
    }

    /// Deviations; all lists are equal, so that a message compares by its content.
    public struct Remarks: Hashable, Sendable {
        public var list: [EnrollmentRemark] = []

        public static func == (left: Remarks, right: Remarks) -> Bool { true }
        public func hash(into hasher: inout Hasher) {}
    }
}

/// Something in a document that is not as it should be, and that reading survived.
public struct EnrollmentRemark: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// What the XML parser tells.
        case xml(XMLRemark.Code)
        /// The Envelope is in a namespace that is not that of SOAP 1.2; nil for none.
        case soapNamespace(String?)
        /// A name that differs from the right one in the case of letters.
        case nameCase(found: String, expected: String)
        /// `<algorithmOIDReferencexsi:nil="true"/>`: the blank before the attribute is missing (enrollment.md 6.2). Only
        /// with `Tolerance.missingBlank`.
        case missingBlank(element: String)
    }

    public var code: Code
    public var position: XMLPosition

    public init(_ code: Code, at position: XMLPosition) {
        self.code = code
        self.position = position
    }
}

extension EnrollmentMessage.Body {
    /// The Action that the header of such a body has (enrollment.md 4.1, 4.2, 6, 7, 7.2); nil where none is laid down.
    public var action: String? {
        switch self {
        case .discover: "\(Namespace.discovery)/IDiscoveryService/Discover"
        case .discoverResponse: "\(Namespace.discovery)/IDiscoveryService/DiscoverResponse"
        case .getPolicies: "\(Namespace.policy)/IPolicy/GetPolicies"
        case .getPoliciesResponse: "\(Namespace.policy)/IPolicy/GetPoliciesResponse"
        case .requestSecurityToken: "\(Namespace.enrollment)/RST/wstep"
        case .requestSecurityTokenResponse: "\(Namespace.enrollment)/RSTRC/wstep"
        case .fault, .unknown, .empty: nil
        }
    }

    /// True for what a device sends.
    public var isRequest: Bool {
        switch self {
        case .discover, .getPolicies, .requestSecurityToken: true
        case .discoverResponse, .getPoliciesResponse, .requestSecurityTokenResponse, .fault, .unknown, .empty: false
        }
    }
}
