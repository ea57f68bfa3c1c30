/// Parses one JSON text (RFC 8259) into a value that knows its places.
///
/// FoundationEssentials' JSONDecoder gives neither places nor the halves of a record that were good; see
/// docs/decisions/0010-json-of-captures.md.
package struct JSONParser {
    private let bytes: [UInt8]
    private var index: Int
    private let depth: Int
    /// Where escapes of lone surrogates stood. They were read as U+FFFD.
    private(set) var loneSurrogates: [Int] = []

    private init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// - Parameter depth: the deepest nesting of objects and arrays.
    package static func parse(
        _ bytes: [UInt8], depth: Int
    ) throws(JSONFault) -> (value: JSONValue, loneSurrogates: [Int]) {
        var parser = JSONParser(bytes, depth: depth)
        parser.skipBlanks()
        let value = try parser.value(level: 0)
        parser.skipBlanks()
        guard parser.index == bytes.count else {
            throw JSONFault(offset: parser.index, message: "Found \(parser.found) behind the end of the JSON value.")
        }
        return (value, parser.loneSurrogates)
    }

    private var found: String {
        guard index < bytes.count else { return "the end" }
        let byte = bytes[index]
        return (0x21..<0x7F).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
    }

    private func expected(_ what: String) -> JSONFault {
        JSONFault(offset: index, message: "Found \(found); expected \(what).", isCutOff: index >= bytes.count)
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func value(level: Int) throws(JSONFault) -> JSONValue {
        guard index < bytes.count else { throw expected("a JSON value") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return .object(try members(level: level + 1))
        case UInt8(ascii: "["): return .array(try elements(level: level + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw expected("a JSON value")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { throw expected("\"\(word)\"") }
            index += 1
        }
        return value
    }

    private func checkDepth(_ level: Int) throws(JSONFault) {
        guard level <= depth else {
            throw JSONFault(offset: index, message: "JSON is nested deeper than \(depth) levels.")
        }
    }

    private mutating func members(level: Int) throws(JSONFault) -> [JSONMember] {
        try checkDepth(level)
        index += 1
        var members: [JSONMember] = []
        skipBlanks()
        if take("}") { return members }
        while true {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
            let name = try string()
            skipBlanks()
            guard take(":") else { throw expected("':'") }
            skipBlanks()
            let offset = index
            members.append(JSONMember(name: name, value: try value(level: level), offset: offset))
            skipBlanks()
            if take("}") { return members }
            guard take(",") else { throw expected("',' or '}'") }
        }
    }

    private mutating func elements(level: Int) throws(JSONFault) -> [JSONElement] {
        try checkDepth(level)
        index += 1
        var elements: [JSONElement] = []
        skipBlanks()
        if take("]") { return elements }
        while true {
            skipBlanks()
            let offset = index
            elements.append(JSONElement(value: try value(level: level), offset: offset))
            skipBlanks()
            if take("]") { return elements }
            guard take(",") else { throw expected("',' or ']'") }
        }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(truncatingIfNeeded: mark.value) else { return false }
        index += 1
        return true
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = index
        _ = take("-")
        if !take("0") { try digits("a digit") }
        if take(".") { try digits("a digit behind the point") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits("a digit of the exponent")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits(_ what: String) throws(JSONFault) {
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        if index == start { throw expected(what) }
    }

    private mutating func string() throws(JSONFault) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while true {
            let run = index
            while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
                bytes[index] != UInt8(ascii: "\\")
            {
                index += 1
            }
            text += bytes[run..<index]
            guard index < bytes.count else { throw expected("'\"' at the end of a string") }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw JSONFault(offset: start, message: "A string is not UTF-8.", isEncoding: true)
                }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            default: throw expected("a control character in a string as an escape")
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        index += 1
        guard index < bytes.count else { throw expected("an escape") }
        let letter = bytes[index]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            index += 1
            text += String(Character(try escapedScalar())).utf8
            return
        default: throw expected("one of \" \\ / b f n r t u behind a backslash")
        }
        index += 1
    }

    /// The character of `\uXXXX`, or of two of them; the index stands behind the `u`.
    private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
        let start = index - 2
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let before = index
            index += 2
            let second = try codeUnit()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            index = before
        }
        loneSurrogates.append(start)
        return "\u{FFFD}"
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw expected("four hexadecimal digits")
            }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
