/// The encodings of strings that are read, by their number among IANA's character sets (MIBenum).
enum WBXMLCharset: UInt32, Hashable, Sendable {
    /// The document does not say; read as UTF-8, which SyncML uses (our choice).
    case unstated = 0
    case ascii = 3
    case latin1 = 4
    case utf8 = 106

    var name: String { Self.name(rawValue) }

    /// What a number is called, for refusals.
    static func name(_ number: UInt32) -> String {
        switch number {
        case 0: "an unstated character set"
        case 3: "US-ASCII"
        case 4: "ISO-8859-1"
        case 5...12: "ISO-8859-\(number - 3)"
        case 17: "Shift_JIS"
        case 18: "EUC-JP"
        case 38: "EUC-KR"
        case 106: "UTF-8"
        case 113: "GBK"
        case 1000: "ISO-10646-UCS-2"
        case 1013: "UTF-16BE"
        case 1014: "UTF-16LE"
        case 1015: "UTF-16"
        case 2025: "GB2312"
        case 2026: "Big5"
        case 2252: "windows-1252"
        default: "character set \(number)"
        }
    }
}
