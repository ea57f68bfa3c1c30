/// The versions of WBXML that SyncML travels in; the raw value is the first byte of a document (oma-dm.md 5.1). DMREP 5.2 wants all of
/// them read and any one of them written.
public enum WBXMLVersion: UInt8, Hashable, Sendable, CaseIterable {
    case v11 = 0x01
    case v12 = 0x02
    case v13 = 0x03
}

extension WBXMLVersion: CustomStringConvertible {
    /// Such as `1.3`.
    public var description: String { "1.\(rawValue)" }
}
