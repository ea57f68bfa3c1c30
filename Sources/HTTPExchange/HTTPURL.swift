import Notation

/// An absolute `http` or `https` address (RFC 3986), as discovery, the services and the DM account give one.
///
/// Scheme and host are kept in lower case; path and query as they were written. A fragment is dropped: it is never sent.
public struct HTTPURL: Hashable, Sendable {
    public enum Scheme: String, Hashable, Sendable, CaseIterable {
        case http, https

        public var port: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    public var scheme: Scheme
    /// A name or an IPv4 address; an IPv6 address without its brackets.
    public var host: String
    /// As written; nil for the scheme's own.
    public var explicitPort: Int?
    /// Begins with `/`.
    public var path: String
    /// Without the question mark; nil without one.
    public var query: String?

    public var port: Int { explicitPort ?? scheme.port }

    public init(scheme: Scheme, host: String, port: Int? = nil, path: String = "/", query: String? = nil) {
        self.scheme = scheme
        self.host = host.lowercased()
        explicitPort = port
        self.path = path.hasPrefix("/") ? path : "/\(path)"
        self.query = query
    }

    /// nil for anything that is no absolute `http` or `https` address: another scheme, no host, a port outside of 1 to
    /// 65535, user information, or a character that an address cannot hold.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let mark = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased())
        else { return nil }
        let rest = text[mark.upperBound...].prefix { $0 != "#" }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let (host, port) = Self.authority(rest[..<end]) else { return nil }
        let target = rest[end...]
        let queryStart = target.firstIndex(of: "?")
        self.init(
            scheme: scheme, host: host, port: port, path: String(target[..<(queryStart ?? target.endIndex)]),
            query: queryStart.map { String(target[target.index(after: $0)...]) })
    }

    private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
        let hostEnd: Substring.Index
        let host: Substring
        if text.first == "[" {
            guard let close = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<close]
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" }) else { return nil }
            hostEnd = text.index(after: close)
        } else {
            hostEnd = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<hostEnd]
            guard host.utf8.allSatisfy(isOfName) else { return nil }
        }
        guard !host.isEmpty else { return nil }
        let tail = text[hostEnd...]
        if tail.isEmpty || tail == ":" { return (String(host), nil) }
        guard tail.first == ":", let port = Int(tail.dropFirst()), (1...65_535).contains(port) else { return nil }
        return (String(host), port)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// What stands in the request line: path and query.
    public var target: String { query.map { "\(path)?\($0)" } ?? path }

    /// What stands in the Host header: the port only where it is not the scheme's own.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == scheme.port ? name : "\(name):\(port)"
    }

    /// The same address with more in its query (enrollment.md 5 and 14.2: appended with `&` where one is there already).
    ///
    /// - Parameter parameters: names and values, which are percent-encoded here.
    public func appending(query parameters: [(name: String, value: String)]) -> HTTPURL {
        var result = self
        let added = parameters.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        result.query = (query ?? "").isEmpty ? added : "\(query ?? "")&\(added)"
        return result
    }

    /// Where a reference found under this address leads, such as the value of Location (RFC 3986, section 5.2).
    ///
    /// - Returns: nil when it leads to no `http` or `https` address.
    public func resolving(_ reference: String) -> HTTPURL? {
        if let colon = reference.firstIndex(of: ":"),
            reference[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
        {
            return HTTPURL(reference)
        }
        let base = "\(scheme.rawValue)://\(authority)"
        if reference.hasPrefix("//") { return HTTPURL("\(scheme.rawValue):\(reference)") }
        if reference.hasPrefix("/") { return HTTPURL(base + reference) }
        if reference.hasPrefix("?") { return HTTPURL(base + path + reference) }
        if reference.isEmpty || reference.hasPrefix("#") { return self }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        let end = reference.firstIndex { "?#".contains($0) } ?? reference.endIndex
        return HTTPURL(base + Self.withoutDots(folder + reference[..<end]) + reference[end...])
    }

    /// The path without its `.` and `..` segments (RFC 3986, section 5.2.4).
    private static func withoutDots(_ path: some StringProtocol) -> String {
        var kept: [Substring] = []
        let segments = String(path).split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// Percent-encoding of all but the unreserved characters (RFC 3986, section 2.3).
    public static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(byte)
            default:
                result.append(UInt8(ascii: "%"))
                result.append(Hexadecimal.digit(byte >> 4, .upper))
                result.append(Hexadecimal.digit(byte & 15, .upper))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension HTTPURL: CustomStringConvertible {
    /// The address as it was written, but for the case of scheme and host.
    public var description: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme.rawValue)://\(name)\(explicitPort.map { ":\($0)" } ?? "")\(target)"
    }
}
