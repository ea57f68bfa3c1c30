import XMLStream

/// One `policy` of a GetPoliciesResponse (enrollment.md 6.2).
public struct CertificatePolicy: Hashable, Sendable {
    public var policyOIDReference: TextElement?
    /// 3.
    public var policySchema: TextElement?
    /// certificateValidity, in seconds.
    public var validityPeriodSeconds: TextElement?
    public var renewalPeriodSeconds: TextElement?
    /// permission, `true` or `false`.
    public var enroll: TextElement?
    public var autoEnroll: TextElement?
    public var privateKey: PrivateKeyAttributes
    /// revision.
    public var majorRevision: TextElement?
    public var minorRevision: TextElement?
    public var privateKeyFlags: TextElement?
    public var subjectNameFlags: TextElement?
    public var enrollmentFlags: TextElement?
    public var generalFlags: TextElement?
    /// The number of an `oID`; nil elements are usual.
    public var hashAlgorithmOIDReference: TextElement?
    /// Version 6 and later.
    public var attestation: Attestation?
    /// That of `attributes`, or of the policy without them.
    public var place: Place

    public init(
        policyOIDReference: TextElement? = "0", policySchema: TextElement? = "3",
        validityPeriodSeconds: TextElement? = nil, renewalPeriodSeconds: TextElement? = nil,
        enroll: TextElement? = nil, autoEnroll: TextElement? = nil,
        privateKey: PrivateKeyAttributes = PrivateKeyAttributes(), majorRevision: TextElement? = nil,
        minorRevision: TextElement? = nil, privateKeyFlags: TextElement? = nil, subjectNameFlags: TextElement? = nil,
        enrollmentFlags: TextElement? = nil, generalFlags: TextElement? = nil,
        hashAlgorithmOIDReference: TextElement? = .null, attestation: Attestation? = nil, place: Place = Place()
    ) {
        self.policyOIDReference = policyOIDReference
        self.policySchema = policySchema
        self.validityPeriodSeconds = validityPeriodSeconds
        self.renewalPeriodSeconds = renewalPeriodSeconds
        self.enroll = enroll
        self.autoEnroll = autoEnroll
        self.privateKey = privateKey
        self.majorRevision = majorRevision
        self.minorRevision = minorRevision
        self.privateKeyFlags = privateKeyFlags
        self.subjectNameFlags = subjectNameFlags
        self.enrollmentFlags = enrollmentFlags
        self.generalFlags = generalFlags
        self.hashAlgorithmOIDReference = hashAlgorithmOIDReference
        self.attestation = attestation
        self.place = place
    }
}

extension CertificatePolicy {
    init(_ element: Element) {
        let attributes = element["attributes"]
        let validity = attributes?["certificateValidity"]
        let permission = attributes?["permission"]
        let revision = attributes?["revision"]
        self.init(
            policyOIDReference: element.text("policyOIDReference"), policySchema: attributes?.text("policySchema"),
            validityPeriodSeconds: validity?.text("validityPeriodSeconds"),
            renewalPeriodSeconds: validity?.text("renewalPeriodSeconds"), enroll: permission?.text("enroll"),
            autoEnroll: permission?.text("autoEnroll"),
            privateKey: attributes?["privateKeyAttributes"].map { PrivateKeyAttributes($0) } ?? .absent,
            majorRevision: revision?.text("majorRevision"), minorRevision: revision?.text("minorRevision"),
            privateKeyFlags: attributes?.text("privateKeyFlags"),
            subjectNameFlags: attributes?.text("subjectNameFlags"),
            enrollmentFlags: attributes?.text("enrollmentFlags"), generalFlags: attributes?.text("generalFlags"),
            hashAlgorithmOIDReference: attributes?.text("hashAlgorithmOIDReference"),
            attestation: attributes?["attestation"].map { Attestation($0) },
            place: attributes?.place ?? element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("policy")
        writer.leaf("policyOIDReference", policyOIDReference)
        writer.leaf("cAs", .null)
        writer.start("attributes")
        writer.leaf("policySchema", policySchema)
        writer.group(
            "certificateValidity", ("validityPeriodSeconds", validityPeriodSeconds),
            ("renewalPeriodSeconds", renewalPeriodSeconds))
        writer.group("permission", ("enroll", enroll), ("autoEnroll", autoEnroll))
        if privateKey != .absent { privateKey.write(&writer) }
        writer.group("revision", ("majorRevision", majorRevision), ("minorRevision", minorRevision))
        writer.leaf("privateKeyFlags", privateKeyFlags)
        writer.leaf("subjectNameFlags", subjectNameFlags)
        writer.leaf("enrollmentFlags", enrollmentFlags)
        writer.leaf("generalFlags", generalFlags)
        writer.leaf("hashAlgorithmOIDReference", hashAlgorithmOIDReference)
        attestation?.write(&writer)
        writer.end("attributes")
        writer.end("policy")
    }
}

extension XMLWriter {
    /// An element round leaves, or nothing when all are absent.
    mutating func group(_ name: String, _ leaves: (String, TextElement?)...) {
        guard leaves.contains(where: { $0.1 != nil }) else { return }
        start(name)
        for (name, element) in leaves { leaf(name, element) }
        end(name)
    }
}
