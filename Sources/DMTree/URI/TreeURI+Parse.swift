import Notation

/// Why a LocURI is malformed (windows-csp.md 1.2).
public struct MalformedURI: Error, Hashable, Sendable {
    /// What is wrong, in one plain sentence.
    public var reason: String
    public var hint: String

    static let empty = MalformedURI(
        reason: "the LocURI is empty", hint: "write an address such as ./Device/Vendor/MSFT/…")
    static let leadingSlash = MalformedURI(reason: "the LocURI begins with \"/\"", hint: "begin it with \"./\"")
    static let emptyName = MalformedURI(
        reason: "the LocURI has an empty name (two slashes together, or one at the end)",
        hint: "take the extra \"/\" out")
    static let star = MalformedURI(reason: "the LocURI has a node named \"*\"", hint: "name the node")

    static func dots(_ name: String) -> MalformedURI {
        MalformedURI(
            reason: "the LocURI has \"\(name)\" as a name behind its start", hint: "\".\" is legal only at the start")
    }

    static func percentEncoding(_ name: Substring) -> MalformedURI {
        MalformedURI(
            reason: "the percent-encoding in \"\(name.prefix(60))\" is cut off or not UTF-8",
            hint: "encode the name as UTF-8, then each byte as % and two hexadecimal digits")
    }
}

extension TreeURI {
    /// Parses a LocURI. Blanks round it are tolerated; `A/B` is read as `./A/B`.
    ///
    /// - Throws: `MalformedURI` for an empty address, a leading or trailing `/`, an empty name, the name `*`, `.` or
    ///   `..` as a name behind the start, and percent-encoding that is cut off. An encoded name counts as what it
    ///   stands for.
    public init(_ locURI: String) throws(MalformedURI) {
        let text = Self.trim(locURI)
        let bytes = text.utf8
        guard let first = bytes.first else { throw .empty }
        guard first != UInt8(ascii: "/") else { throw .leadingSlash }
        let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
        let end = mark ?? bytes.endIndex

        var segments: [String] = []
        var keys: [String] = []
        segments.reserveCapacity(8)
        keys.reserveCapacity(8)
        var start = bytes.startIndex
        while true {
            let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
            let part = text[start..<stop]
            if part != "." || start != bytes.startIndex {
                let name = try Self.name(part)
                segments.append(name)
                keys.append(name.asciiLowercased())
            }
            guard stop < end else { break }
            start = bytes.index(after: stop)
        }
        var spelling = Spelling.other
        if keys.first == "device" {
            spelling = .device
        } else if keys.first == "vendor" {
            spelling = .vendor
            segments.insert("Device", at: 0)
            keys.insert("device", at: 0)
        }
        self.init(
            text: text, scope: spelling != .other ? .device : keys.first == "user" ? .user : .outside,
            spelling: spelling, segments: segments, keys: keys,
            query: mark.map { Self.query(text[bytes.index(after: $0)...]) })
    }

    private static func name(_ part: Substring) throws(MalformedURI) -> String {
        guard let name = PercentCoding.decode(part) else { throw .percentEncoding(part) }
        guard name.utf8.count < 3 else { return name }
        switch name {
        case "": throw .emptyName
        case "*": throw .star
        case ".", "..": throw .dots(name)
        default: return name
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
