// The catalogue's text, version 1. Lines end with LF, fields are separated by TAB, and in a field `\\`, `\t`, `\n`, `\r` and
// `\p` stand for backslash, tab, line feed, carriage return and `|`, which separates the items of a list.
//
//     espalier-catalogue 1
//     6 61 9 340 610                                       lines in each of the five tables that follow
//     v2-feb2025                                           editions, that is folders of device descriptions
//     4;1B;30;31                                           lists of SKU numbers in hexadecimal
//     com.microsoft/1.4/MDM/NodeCache                      MIME types other than text/plain
//     22000,19041.1202 TAB 10.0 TAB 3 TAB a                versions, CspVersion, list of SKU numbers, `a`: Entra only
//     1234 TAB D TAB Policy TAB Browser TAB 0 TAB ...      roots, see CatalogueRoot+Text.swift
//     NodeCache TAB node G 1P TAB a12 TAB ...              nodes, root after root, see Facts+Text.swift

/// Writes and reads the fields of the catalogue's text.
enum CatalogueText {
    static let signature = "espalier-catalogue 1"
    static let tableCount = 5

    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x7C || $0 < 0x20 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "|": result += "\\p"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func unescape(_ text: String) -> String {
        guard text.utf8.contains(0x5C) else { return text }
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                switch scalar {
                case "t": result += "\t"
                case "n": result += "\n"
                case "r": result += "\r"
                case "p": result += "|"
                default: result.unicodeScalars.append(scalar)
                }
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func list(_ items: [String]) -> String { items.map(escape).joined(separator: "|") }

    static func items(_ text: Substring) -> [String] {
        text.isEmpty
            ? [] : text.split(separator: "|", omittingEmptySubsequences: false).map { unescape(String($0)) }
    }
}

/// Why a compiled catalogue cannot be read.
public struct CatalogueError: Error, Hashable, Sendable {
    /// The kinds of refusal.
    public enum Code: Hashable, Sendable {
        /// The first line is not that of a catalogue, or of another version.
        case signature
        /// The tables end before their time, or a number in them is none.
        case index
        /// A line of nodes that cannot be read.
        case node
    }

    public var code: Code
    /// Byte offset in the catalogue's text.
    public var offset: Int
    public var reason: String

    public init(code: Code, offset: Int, reason: String) {
        self.code = code
        self.offset = offset
        self.reason = reason
    }
}

extension CatalogueError: CustomStringConvertible {
    public var description: String { "catalogue, byte \(offset): \(reason)" }
}
