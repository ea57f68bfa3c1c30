import XMLStream

extension EnrollmentMessage {
    /// How much of XML's rules a reader forgives.
    public enum Tolerance: Hashable, Sendable {
        case none
        /// An element of XCEP that runs into its `xsi:nil`, as a published server writes and Windows was seen to accept
        /// (enrollment.md 6.2). Places behind it in its line are off by the blank that was put in.
        case missingBlank
    }

    /// Reads a message. Prefixes, unknown elements, the order of children and the case of names are not looked at.
    ///
    /// - Throws: when the bytes are no XML or no SOAP envelope with a body. What is missing inside is nil.
    public init(
        parsing bytes: [UInt8], tolerance: Tolerance = .none, limits: XMLLimits = .enrollment
    ) throws(EnrollmentFault) {
        var remarks: [EnrollmentRemark] = []
        let tape: XMLTape
        do throws(XMLError) { tape = try XMLTape(parsing: bytes, limits: limits) } catch {
            guard tolerance == .missingBlank, error.code == .notWellFormed, let repair = MissingBlank(repairing: bytes)
            else { throw EnrollmentFault(error) }
            do throws(XMLError) { tape = try XMLTape(parsing: repair.bytes, limits: limits) } catch {
                throw EnrollmentFault(error)
            }
            remarks += repair.found.map {
                EnrollmentRemark(.missingBlank(element: $0.element), at: tape.position(at: $0.offset))
            }
        }
        var cursor = XMLCursor(tape)
        let position = cursor.position
        let envelope = Element(&cursor)
        guard envelope.name.lowercased() == "envelope" else {
            throw .wrongRoot(envelope.name, expected: "Envelope", at: position)
        }
        guard let body = envelope["Body"] else { throw .bodyMissing(at: envelope.place) }
        header = MessageHeader(envelope["Header"])
        self.body = Body(body)
        remarks += tape.remarks.map { EnrollmentRemark(.xml($0.code), at: $0.position) }
        if envelope.namespace != Namespace.soap {
            remarks.append(EnrollmentRemark(.soapNamespace(envelope.namespace), at: position))
        }
        remarks += CaseCheck.remarks(envelope)
        self.remarks = Remarks(list: remarks.sorted { $0.position < $1.position })
    }
}

extension EnrollmentMessage.Body {
    init(_ body: Element) {
        guard let child = body.children.first else {
            self = .empty
            return
        }
        switch child.name.lowercased() {
        case "discover": self = .discover(Discover(child))
        case "discoverresponse": self = .discoverResponse(DiscoverResponse(child))
        case "getpolicies": self = .getPolicies(GetPolicies(child))
        case "getpoliciesresponse": self = .getPoliciesResponse(GetPoliciesResponse(child))
        case "requestsecuritytoken": self = .requestSecurityToken(RequestSecurityToken(child))
        case "requestsecuritytokenresponsecollection":
            self = .requestSecurityTokenResponse(RequestSecurityTokenResponseCollection(child))
        case "fault": self = .fault(SOAPFault(child))
        default: self = body.unknown(besides: []).first.map { .unknown($0) } ?? .empty
        }
    }
}
