/// Why a LocURI is malformed (windows-csp.md 1.2).
public struct MalformedURI: Error, Hashable, Sendable {
    /// What is wrong, in one plain sentence.
    public var reason: String
    public var hint: String
}

extension TreeURI {
    /// Parses a LocURI. Blanks round it are tolerated; `A/B` is read as `./A/B`.
    ///
    /// - Throws: `MalformedURI` for an empty address, a leading or trailing `/`, an empty name, the name `*`, `.` or `..` as a name
    ///   behind the start, and percent-encoding that is cut off.
    public init(_ locURI: String) throws(MalformedURI) {
        let text = Self.trim(locURI)
        guard !text.isEmpty else {
            throw MalformedURI(reason: "the LocURI is empty", hint: "write an address such as ./Device/Vendor/MSFT/…")
        }
        var path = text[...]
        var query: Query?
        if let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = Self.query(text[text.utf8.index(after: mark)...])
            path = text[..<mark]
        }
        guard path.utf8.first != UInt8(ascii: "/") else {
            throw MalformedURI(reason: "the LocURI begins with \"/\"", hint: "begin it with \"./\"")
        }
        var segments: [String] = []
        var keys: [String] = []
        segments.reserveCapacity(10)
        keys.reserveCapacity(10)
        var isFirst = true
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if isFirst {
                isFirst = false
                if part.elementsEqual(CollectionOfOne(UInt8(ascii: "."))) { continue }
            }
            let name = try Self.name(Substring(part))
            segments.append(name)
            keys.append(name.asciiLowercased())
        }
        self = Self.canonicalized(text: text, segments: segments, keys: keys, query: query)
    }

    private static func name(_ part: Substring) throws(MalformedURI) -> String {
        switch part {
        case "":
            throw MalformedURI(
                reason: "the LocURI has an empty name (two slashes together, or one at the end)",
                hint: "take the extra \"/\" out")
        case "*":
            throw MalformedURI(reason: "the LocURI has a node named \"*\"", hint: "name the node")
        case ".", "..":
            throw MalformedURI(
                reason: "the LocURI has \"\(part)\" as a name behind its start", hint: "\".\" is legal only at the start")
        default: break
        }
        guard let decoded = PercentCoding.decode(part) else {
            throw MalformedURI(
                reason: "the percent-encoding in \"\(part)\" is cut off or not UTF-8",
                hint: "encode the name as UTF-8, then each byte as % and two hexadecimal digits")
        }
        return decoded
    }

    private static func canonicalized(text: String, segments: [String], keys: [String], query: Query?) -> TreeURI {
        switch keys.first {
        case "device":
            TreeURI(text: text, scope: .device, spelling: .device, segments: segments, keys: keys, query: query)
        case "user":
            TreeURI(text: text, scope: .user, spelling: .other, segments: segments, keys: keys, query: query)
        case "vendor":
            TreeURI(
                text: text, scope: .device, spelling: .vendor, segments: ["Device"] + segments,
                keys: ["device"] + keys, query: query)
        default:
            TreeURI(text: text, scope: .outside, spelling: .other, segments: segments, keys: keys, query: query)
        }
    }

    private static func query(_ text: Substring) -> Query {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return .other(String(text)) }
        switch parts[0].lowercased() {
        case "prop": return .property(String(parts[1]))
        case "list": return .list(String(parts[1]))
        default: return .other(String(text))
        }
    }

    private static func trim(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return text }
        if first > 0x20, last > 0x20 { return text }
        guard let low = bytes.firstIndex(where: { $0 > 0x20 }), let high = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(text[low...high])
    }
}

extension String {
    /// Lower case without the cost of Unicode tables when every character is ASCII.
    func asciiLowercased() -> String {
        var hasUpper = false
        for byte in utf8 {
            if byte >= 0x80 { return lowercased() }
            if byte &- UInt8(ascii: "A") < 26 { hasUpper = true }
        }
        guard hasUpper else { return self }
        return String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var index = 0
            for byte in utf8 {
                buffer[index] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                index += 1
            }
            return index
        }
    }
}
