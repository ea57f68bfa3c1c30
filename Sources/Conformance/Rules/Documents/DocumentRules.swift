extension Rule {
    /// What the linter says of documents that are no messages of device management: one note, and what to use.
    static let documents: [Rule] = [
        dataSynchronisation, deviceDescription, provisioningDocument, enrolmentEnvelope, deviceInformation,
        otherDocument,
    ]

    static let dataSynchronisation = Rule(
        "document.data-sync", .note,
        "SyncML of data synchronisation, which is not device management. It is not checked.",
        reference: "oma-dm.md 1.2, DM restriction layer", check: .reading)
    static let deviceDescription = Rule(
        "document.ddf", .note, "A device description (DDF) or TNDS. It is not checked here.",
        reference: "oma-dm.md 3.5", check: .reading)
    static let provisioningDocument = Rule(
        "document.provisioning", .note,
        "A wap-provisioningdoc that is not of the enrolment: it brings no account and no certificates. It is not checked.",
        reference: "enrollment.md 8",
        check: .reading)
    static let enrolmentEnvelope = Rule(
        "document.soap", .note, "A SOAP envelope whose body is none of the enrolment. It is not checked.",
        reference: "enrollment.md 4", check: .reading)
    static let deviceInformation = Rule(
        "document.device-information", .note, "A DevInf document of data synchronisation. It is not checked.",
        reference: "oma-dm.md 1.1", check: .reading)
    static let otherDocument = Rule(
        "document.other", .note, "Well-formed XML with a root that is none of device management. It is not checked.",
        reference: "oma-dm.md 1.1, root element", check: .reading)
}

extension DocumentKind {
    /// The one finding about a document that no rule looks into; nil for a message and for one that was refused.
    var finding: (rule: Rule, message: String, hint: String)? {
        switch self {
        // Documents of the enrolment are looked into by rules of their own.
        case .message, .refused, .provisioning, .soap: nil
        case .dataSynchronisation:
            (.dataSynchronisation, "this is SyncML of data synchronisation, not of device management", "")
        case .deviceDescription:
            (.deviceDescription, "this is a device description, not a message", "use `espalier ddf check`")
        case .deviceInformation:
            (.deviceInformation, "this is DevInf of data synchronisation, not of device management", "")
        case .other(let root):
            (
                .otherDocument, "the root is \(root), which is no message of device management",
                "give a SyncML message, a SyncBody or commands"
            )
        }
    }
}
