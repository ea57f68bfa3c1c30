/// The editions of Windows that Espalier plays, with the SKU number that `EditionAllowList` uses (design.md section 3).
public enum WindowsEdition: String, Hashable, Sendable, CaseIterable {
    case enterprise, pro, home, education, se, iot

    /// The SKU number in an `EditionAllowList`.
    public var sku: UInt16 {
        switch self {
        case .pro: 0x30
        case .enterprise: 0x4
        case .home: 0x65
        case .education: 0x79
        case .se: 0xCB
        case .iot: 0xBC
        }
    }
}
