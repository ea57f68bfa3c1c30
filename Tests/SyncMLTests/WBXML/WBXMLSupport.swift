import SyncML
import XMLStream

/// Bytes as references print them: hexadecimal digits in pairs, and text in quotation marks.
///
///     wbxml("57 03 \"https://s/\" 00 01")
func wbxml(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
        if first.isWhitespace {
            rest = rest.dropFirst()
        } else if first == "\"" {
            let content = rest.dropFirst().prefix { $0 != "\"" }
            bytes += Array(content.utf8)
            rest = rest.dropFirst(content.count + 2)
        } else {
            bytes.append(UInt8(rest.prefix(2), radix: 16)!)
            rest = rest.dropFirst(2)
        }
    }
    return bytes
}

/// A document of SyncML 1.2 in WBXML 1.3 without string table (oma-dm.md 5.1).
func syncML12(_ body: String) -> [UInt8] { wbxml("03 a4 01 6a 00" + body) }

/// The same with a string table.
func syncML12(table: String, _ body: String) -> [UInt8] {
    let table = wbxml(table)
    return wbxml("03 a4 01 6a") + [UInt8(table.count)] + table + wbxml(body)
}

/// What a document holds, as XML; nil when it is refused.
func xml(_ bytes: [UInt8]) -> String? {
    (try? WBXMLDocument(decoding: bytes)).map { String(decoding: $0.xml(), as: UTF8.self) }
}

/// An Add with one Item in a SyncBody, as tokens: `4f … 01` is its Data, `5a … 01` its Meta.
func add(_ item: String, command: String = "") -> String { "6b 45 4b 03 \"2\" 00 01 \(command) 54 \(item) 01 01 01" }

/// Meta with a Format and perhaps a Type, as tokens; code page 0 is in force before and after.
func meta(format: String?, type: String? = nil) -> String {
    let format = format.map { "47 03 \"\($0)\" 00 01" } ?? ""
    let type = type.map { "53 03 \"\($0)\" 00 01" } ?? ""
    return "5a 00 01 \(format) \(type) 01 00 00"
}

extension [UInt8] {
    /// Bytes as hexadecimal digits, for failed expectations.
    var hex: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ")
    }
}

/// Random numbers that are the same in each run.
struct Noise: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
