/// A status code of SyncML (oma-dm.md 4.1). Open: a peer may send any number.
public struct StatusCode: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// - Parameter text: `Data` of a Status; blanks at both ends are allowed. nil when it is not a decimal number.
    public init?(_ text: String) {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
        let start = text.drop { blanks.contains($0) }
        guard let last = start.lastIndex(where: { !blanks.contains($0) }), let number = Int(start[...last]) else {
            return nil
        }
        rawValue = number
    }

    /// The name that oma-dm.md 4.1 gives the code, nil for a number that the table does not hold.
    public var name: String? { Self.names[rawValue] }

    /// 200 to 299 (oma-dm.md 4.1, class rule).
    public var isSuccess: Bool { (200...299).contains(rawValue) }

    /// The HRESULT that MDM consoles show for the code: `0x87D10000 | code` (oma-dm.md 4.1). 517 is 0x87D10205.
    public var hresult: UInt32 { 0x87D1_0000 | UInt32(truncatingIfNeeded: rawValue & 0xFFFF) }
}

extension StatusCode: CustomStringConvertible {
    public var description: String { String(rawValue) }
}

extension StatusCode: Comparable {
    public static func < (left: StatusCode, right: StatusCode) -> Bool { left.rawValue < right.rawValue }
}
