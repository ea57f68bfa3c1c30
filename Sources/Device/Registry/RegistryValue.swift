/// The data of a registry value, of the types that the mirror writes.
public enum RegistryValue: Hashable, Sendable, Codable {
    /// REG_SZ.
    case string(String)
    /// REG_DWORD.
    case dword(UInt32)
    /// REG_BINARY.
    case binary([UInt8])

    /// A truth value as Windows keeps it here: 1 or 0.
    static func flag(_ value: Bool) -> RegistryValue { .dword(value ? 1 : 0) }
}
