/// A user as Entra names it.
public enum EntraUser {
    /// The object id that stands in the security identifier of an Entra user: `S-1-12-1-` and the four words of the GUID.
    /// - Returns: nil for the SID of any other authority, such as Active Directory's.
    public static func objectID(sid: String) -> String? {
        let parts = sid.split(separator: "-")
        let words = parts.dropFirst(4).compactMap { UInt32($0) }
        guard parts.count == 8, words.count == 4, parts[2] == "12", parts[3] == "1" else { return nil }
        func hex(_ value: UInt32, _ width: Int) -> String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let tail = words[2...].map { hex($0.byteSwapped, 8) }.joined()
        return [
            hex(words[0], 8), hex(words[1] & 0xFFFF, 4), hex(words[1] >> 16, 4), String(tail.prefix(4)),
            String(tail.dropFirst(4)),
        ]
        .joined(separator: "-")
    }
}
