/// Reads a JSON document into nodes with their places.
///
/// The target has a parser of its own because Foundation's gives neither line nor column, takes repeated names and is
/// not to be imported here.
struct JSONParser {
    /// The most arrays and objects inside each other; what Graph exports has six.
    static let depthLimit = 64

    let bytes: [UInt8]
    var index = 0
    var position = TextPosition(line: 1, column: 1)

    /// The bytes of the document, without a byte order mark, and its only value.
    static func parse(_ text: String) throws(JSONError) -> (source: [UInt8], root: JSONNode) {
        let utf8 = Array(text.utf8)
        var parser = JSONParser(bytes: utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8)
        parser.skipBlanks()
        let root = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.index == parser.bytes.count else { throw parser.error(.textAfterEnd) }
        return (parser.bytes, root)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: bytes

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance() {
        position.advance(over: bytes[index])
        index += 1
    }

    mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        advance()
        return true
    }

    func error(_ fault: JSONFault) -> JSONError { JSONError(fault: fault, position: position) }

    /// The fault of what stands here in place of something else.
    func surprise(expected: String) -> JSONError {
        guard index < bytes.count else { return error(.endOfDocument(expected: expected)) }
        let rest = String(decoding: bytes[index..<min(index + 64, bytes.count)], as: UTF8.self)
        return error(.unexpected(found: rest.first.map { "\"\($0)\"" } ?? "nothing", expected: expected))
    }

    // MARK: values

    private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
        guard depth < Self.depthLimit else { throw error(.tooDeep(allowed: Self.depthLimit)) }
        let (start, place) = (index, position)
        let value: JSONNode.Value
        switch current {
        case UInt8(ascii: "{"): value = .object(try object(depth: depth))
        case UInt8(ascii: "["): value = .array(try array(depth: depth))
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = try word("true", .bool(true))
        case UInt8(ascii: "f"): value = try word("false", .bool(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): value = try number()
        case _: throw surprise(expected: "a value")
        }
        return JSONNode(value: value, position: place, range: start..<index)
    }

    private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(JSONError) -> JSONNode.Value {
        let name = "\(word)"
        guard bytes[index...].starts(with: name.utf8) else { throw surprise(expected: "\"\(name)\"") }
        for _ in name.utf8 { advance() }
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> [String: JSONNode] {
        advance()
        skipBlanks()
        var members: [String: JSONNode] = [:]
        if skip("}") { return members }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw surprise(expected: "a name in quotes") }
            let place = position
            let name = try string()
            guard members[name] == nil else { throw JSONError(fault: .repeatedName(name), position: place) }
            skipBlanks()
            guard skip(":") else { throw surprise(expected: "a colon") }
            skipBlanks()
            members[name] = try value(depth: depth + 1)
            skipBlanks()
            if skip("}") { return members }
            guard skip(",") else { throw surprise(expected: "a comma or a closing brace") }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONNode] {
        advance()
        skipBlanks()
        var elements: [JSONNode] = []
        if skip("]") { return elements }
        while true {
            skipBlanks()
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if skip("]") { return elements }
            guard skip(",") else { throw surprise(expected: "a comma or a closing bracket") }
        }
    }

    private mutating func number() throws(JSONError) -> JSONNode.Value {
        let start = index
        _ = skip("-")
        if skip("0") {
            if let byte = current, Self.isDigit(byte) { throw error(.malformedNumber) }
        } else {
            try digits()
        }
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if let int = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) { return .int(int) }
        return .number
    }

    private mutating func digits() throws(JSONError) {
        guard let first = current, Self.isDigit(first) else { throw error(.malformedNumber) }
        while let byte = current, Self.isDigit(byte) { advance() }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
