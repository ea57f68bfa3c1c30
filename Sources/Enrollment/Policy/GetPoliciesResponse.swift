import XMLStream

/// The rules of certificates (enrollment.md 6.2). `cAs` is not kept: no client was seen to use it.
public struct GetPoliciesResponse: Hashable, Sendable {
    public var policyID: TextElement?
    public var policyFriendlyName: TextElement?
    public var nextUpdateHours: TextElement?
    public var policiesNotChanged: TextElement?
    /// The first counts.
    public var policies: [CertificatePolicy]
    /// What references in the policies stand for.
    public var objectIdentifiers: [ReferencedObjectIdentifier]
    public var place: Place

    public init(
        policyID: TextElement? = nil, policyFriendlyName: TextElement? = nil, nextUpdateHours: TextElement? = nil,
        policiesNotChanged: TextElement? = nil, policies: [CertificatePolicy],
        objectIdentifiers: [ReferencedObjectIdentifier] = [], place: Place = Place()
    ) {
        self.policyID = policyID
        self.policyFriendlyName = policyFriendlyName
        self.nextUpdateHours = nextUpdateHours
        self.policiesNotChanged = policiesNotChanged
        self.policies = policies
        self.objectIdentifiers = objectIdentifiers
        self.place = place
    }

    /// The identifier that a reference stands for; nil when none has its number.
    public func objectIdentifier(_ reference: TextElement) -> ReferencedObjectIdentifier? {
        objectIdentifiers.first { $0.reference?.value == reference.value }
    }

    /// The algorithm that the certificate request is to be signed with, as an object identifier; nil for the client's own
    /// choice.
    public var hashAlgorithm: String? {
        guard let reference = policies.first?.hashAlgorithmOIDReference, !reference.isNil else { return nil }
        return objectIdentifier(reference)?.value?.value
    }

    /// The length of the new RSA key in bits; 2048 when nothing is said (enrollment.md 6.2).
    public var keyLength: Int { policies.first?.privateKey.minimalKeyLength.flatMap { Int($0.value) } ?? 2048 }
}

extension GetPoliciesResponse {
    init(_ element: Element) {
        let response = element["response"]
        self.init(
            policyID: response?.text("policyID"), policyFriendlyName: response?.text("policyFriendlyName"),
            nextUpdateHours: response?.text("nextUpdateHours"),
            policiesNotChanged: response?.text("policiesNotChanged"),
            policies: response?["policies"]?.all("policy").map { CertificatePolicy($0) } ?? [],
            objectIdentifiers: element["oIDs"]?.all("oID").map { ReferencedObjectIdentifier($0) } ?? [],
            place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("GetPoliciesResponse", namespace: Namespace.policy)
        writer.start("response")
        writer.leaf("policyID", policyID)
        writer.leaf("policyFriendlyName", policyFriendlyName)
        writer.leaf("nextUpdateHours", nextUpdateHours)
        writer.leaf("policiesNotChanged", policiesNotChanged)
        writer.start("policies")
        for policy in policies { policy.write(&writer) }
        writer.end("policies")
        writer.end("response")
        writer.leaf("cAs", .null)
        writer.start("oIDs")
        for identifier in objectIdentifiers { identifier.write(&writer) }
        writer.end("oIDs")
        writer.end("GetPoliciesResponse")
    }
}
