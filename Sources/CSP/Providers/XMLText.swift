/// Small documents that a CSP writes into a node. They go through the session's writer as text.
enum XMLText {
    static func tag(_ name: String, _ attributes: [(String, String)] = [], isEmpty: Bool) -> String {
        "<\(name)" + attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined() + (isEmpty ? "/>" : ">")
    }

    /// An element with text.
    static func element(_ name: String, _ attributes: [(String, String)] = [], _ text: String) -> String {
        tag(name, attributes, isEmpty: false) + escaped(text) + "</\(name)>"
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\r": result += "&#13;"
            case "\t": result += "&#9;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Sixteen hexadecimal digits that change with the text: a version, no protection (FNV-1a).
    static func checksum(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
