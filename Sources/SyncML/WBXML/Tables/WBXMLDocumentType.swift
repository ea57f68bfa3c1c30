/// What a WBXML document says that it is, by a number or by a name in its string table (oma-dm.md 5.1).
enum WBXMLDocumentType: Hashable, Sendable, CaseIterable {
    case syncML10
    case syncML11
    case syncML12
    /// Device descriptions and TNDS objects.
    case ddf12

    /// nil for the type that has only a name.
    var publicID: UInt32? {
        switch self {
        case .syncML10: 0x0FD1
        case .syncML11: 0x0FD3
        case .syncML12: 0x1201
        case .ddf12: nil
        }
    }

    /// The name of the document type.
    var name: String {
        switch self {
        case .syncML10: "-//SYNCML//DTD SyncML 1.0//EN"
        case .syncML11: "-//SYNCML//DTD SyncML 1.1//EN"
        case .syncML12: "-//SYNCML//DTD SyncML 1.2//EN"
        case .ddf12: "-//OMA//DTD-DM-DDF 1.2//EN"
        }
    }

    /// The namespace of code page 0 in documents of this type.
    var namespace: String {
        switch self {
        case .syncML10: SyncMLNamespace.v10
        case .syncML11: SyncMLNamespace.v11
        case .syncML12, .ddf12: SyncMLNamespace.v12
        }
    }

    init?(publicID: UInt32) {
        guard let type = Self.allCases.first(where: { $0.publicID == publicID }) else { return nil }
        self = type
    }

    init?(name: String) {
        guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = type
    }

    /// The type for messages of a namespace. One that WBXML cannot say is written as SyncML 1.2.
    init(namespace: String?) {
        switch namespace?.uppercased() {
        case SyncMLNamespace.v10: self = .syncML10
        case SyncMLNamespace.v11: self = .syncML11
        default: self = .syncML12
        }
    }

    /// The number of a document that does not say what it is.
    static let unstated: UInt32 = 0x01

    /// What other documents are called, for refusals. SyncML's are those of oma-dm.md 5.1, the last two are from real files.
    static func otherName(_ publicID: UInt32) -> String? {
        switch publicID {
        case 0x0FD2: "device information (DevInf 1.0)"
        case 0x0FD4: "device information (DevInf 1.1)"
        case 0x1203: "device information (DevInf 1.2)"
        case 0x1202: "meta-information (MetInf 1.2)"
        case 0x0B: "a provisioning document (PROV 1.0)"
        case 0x10: "an instant message (Wireless Village)"
        default: nil
        }
    }
}
