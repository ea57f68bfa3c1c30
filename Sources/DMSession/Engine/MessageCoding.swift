import Notation
import SyncML

/// The form in which the messages of a session travel. Sizes are those of what travels: MaxMsgSize counts the bytes of the
/// WBXML document where the session is WBXML (oma-dm.md 2.2, 5.5).
public enum MessageCoding: Hashable, Sendable {
    case xml
    case wbxml(WBXMLVersion)

    /// The form in which a message came. One that was made in code counts as XML.
    init(of message: Message) {
        self = message.raw.first.flatMap(WBXMLVersion.init).map { .wbxml($0) } ?? .xml
    }

    /// The bytes that Data travels with, before escaping, as Size and MaxObjSize count them (oma-dm.md 2.9): octets where
    /// WBXML carries octets, the bytes of the text everywhere else.
    ///
    /// - Parameter format: the Format that applies to the Data.
    func bytes(of text: String, format: String?) -> Int {
        octets(of: text, format: format)?.count ?? text.utf8.count
    }

    /// Puts the chunks of an object together. Of octets, each chunk came with a Base64 of its own.
    func joined(_ chunks: [String], format: String?) -> String {
        guard carriesOctets(format) else { return chunks.joined() }
        var whole: [UInt8] = []
        for chunk in chunks {
            guard let octets = octets(of: chunk, format: format) else { return chunks.joined() }
            whole += octets
        }
        return Base64.encode(whole)
    }

    /// The octets that travel in place of their Base64; nil where the text itself travels.
    private func octets(of text: String, format: String?) -> [UInt8]? {
        carriesOctets(format) ? Base64.decode(text) : nil
    }

    /// The longest beginning of Data that takes at most so many bytes of a message, the element round it not counted. A
    /// character that is made of several code points may be divided, a code point never; nor are the four digits that
    /// Base64 has for three octets, where octets travel.
    func prefix(of text: Substring, format: String?, bytes limit: Int) -> Substring {
        switch self {
        case .xml: return Self.prefix(of: text, limit: limit, width: Self.escapedWidth)
        case .wbxml:
            let free = limit - Self.dataOverhead(of: limit)
            guard carriesOctets(format), Base64.decode(String(text)) != nil else {
                return Self.prefix(of: text, limit: free) { UTF8.width($0) }
            }
            return text.prefix(max(0, free) / 3 * 4)
        }
    }

    private func carriesOctets(_ format: String?) -> Bool {
        switch self {
        case .xml: false
        case .wbxml: format == "bin"
        }
    }

    private static func prefix(
        of text: Substring, limit: Int, width: (Unicode.Scalar) -> Int
    ) -> Substring {
        var used = 0
        var end = text.startIndex
        let scalars = text.unicodeScalars
        while end < scalars.endIndex {
            let bytes = width(scalars[end])
            guard used + bytes <= limit else { break }
            used += bytes
            end = scalars.index(after: end)
        }
        return text[..<end]
    }

    private static func escapedWidth(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "<", ">": 4
        case "&": 5
        // A carriage return travels as a reference, and so may other controls.
        case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": 6
        default: UTF8.width(scalar)
        }
    }

    /// What Data has around its content that an empty Data has not: END, STR_I and its NUL, or END, OPAQUE and a length.
    private static func dataOverhead(of bytes: Int) -> Int {
        var length = 1
        var rest = max(0, bytes) >> 7
        while rest > 0 {
            length += 1
            rest >>= 7
        }
        return 2 + length
    }
}
