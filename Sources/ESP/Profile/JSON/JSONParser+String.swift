extension JSONParser {
    /// Reads a string from its opening quote to its closing one.
    mutating func string() throws(JSONError) -> String {
        advance()
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                advance()
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape().utf8
            case 0..<0x20: throw error(.controlCharacter)
            default:
                text.append(byte)
                advance()
            }
        }
        throw error(.endOfDocument(expected: "a closing quote"))
    }

    private mutating func escape() throws(JSONError) -> String {
        let fault = error(.malformedEscape)
        advance()
        guard let byte = current else { throw surprise(expected: "an escape") }
        advance()
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var units = [try codeUnit()]
            if UTF16.isLeadSurrogate(units[0]) {
                guard skip("\\"), skip("u") else { throw fault }
                units.append(try codeUnit())
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw fault }
            return text
        default: throw fault
        }
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw surprise(expected: "a hexadecimal digit") }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error(.malformedEscape) }
            unit = unit << 4 | UInt16(digit)
            advance()
        }
        return unit
    }
}
