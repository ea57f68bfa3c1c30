import HTTPExchange
import Notation

/// The cookies of one device's browser (RFC 6265), bounded in number and size.
public struct CookieJar: Hashable, Sendable, Codable {
    /// One cookie. It ends with the leg unless it has an end of its own.
    public struct Cookie: Hashable, Sendable, Codable {
        public var name: String
        public var value: String
        /// In lower case, without a leading dot.
        public var domain: String
        /// Sent to this host alone, because no Domain was stated.
        public var isHostOnly: Bool
        public var path: String
        public var isSecure: Bool
        /// Seconds since 1970; nil for one of the session.
        public var expires: Int64?
    }

    public private(set) var cookies: [Cookie] = []

    /// The most cookies; the oldest goes.
    public static let capacity = 200
    /// The longest name and value together, in bytes; longer ones are not kept.
    public static let longest = 8_192

    public init() {}

    /// Takes the Set-Cookie fields of a response.
    public mutating func take(_ response: HTTPResponse, from url: HTTPURL, now: Int64) {
        for field in response.headers.values("Set-Cookie") {
            guard let cookie = Cookie(field, from: url, now: now) else { continue }
            cookies.removeAll {
                $0.name == cookie.name && $0.domain == cookie.domain && $0.path == cookie.path
            }
            guard cookie.expires ?? .max > now else { continue }
            cookies.append(cookie)
            if cookies.count > Self.capacity { cookies.removeFirst() }
        }
    }

    /// The value of the Cookie field of a request; nil when no cookie belongs there. Longer paths come first.
    public func header(for url: HTTPURL, now: Int64) -> String? {
        let sent = cookies.filter { $0.belongs(to: url) && ($0.expires ?? .max) > now }
        guard !sent.isEmpty else { return nil }
        let ordered = sent.enumerated().sorted {
            ($0.element.path.utf8.count, -$0.offset) > ($1.element.path.utf8.count, -$1.offset)
        }
        return ordered.map { "\($0.element.name)=\($0.element.value)" }.joined(separator: "; ")
    }

    /// Forgets what does not outlive a session.
    public mutating func endSession() { cookies.removeAll { $0.expires == nil } }
}

extension CookieJar: CustomStringConvertible, CustomReflectable {
    /// Without values, which may be tokens.
    public var description: String { "\(cookies.count) cookies" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CookieJar.Cookie: CustomStringConvertible, CustomReflectable {
    public var description: String { "\(name) of \(domain)" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// nil for what is no cookie, is too long, or is of another domain.
    init?(_ field: String, from url: HTTPURL, now: Int64) {
        guard field.utf8.count <= CookieJar.longest else { return nil }
        var parts = field.split(separator: ";", omittingEmptySubsequences: false).map(Self.pair)[...]
        guard let first = parts.popFirst(), let value = first.value, !first.name.isEmpty else { return nil }
        name = first.name
        self.value = value
        domain = url.host
        isHostOnly = true
        path = Self.defaultPath(url)
        isSecure = false
        var lifetime: Int64?
        for part in parts {
            switch part.name.lowercased() {
            case "domain":
                let named = (part.value ?? "").lowercased().drop { $0 == "." }
                guard !named.isEmpty else { continue }
                guard Self.isHost(url.host, within: String(named)) else { return nil }
                domain = String(named)
                isHostOnly = false
            case "path": if let path = part.value, path.hasPrefix("/") { self.path = path }
            case "secure": isSecure = true
            case "max-age": if let seconds = part.value.flatMap({ Int64($0) }) { lifetime = seconds }
            case "expires": expires = part.value.flatMap(HTTPDate.seconds)
            default: break
            }
        }
        // Max-Age wins over Expires; far ends are cut, so that no sum overflows.
        if let lifetime { expires = lifetime <= 0 ? now : now + min(lifetime, 4_000_000_000) }
        if isSecure, url.scheme == .http { return nil }
    }

    private static func pair(_ text: Substring) -> (name: String, value: String?) {
        guard let mark = text.firstIndex(of: "=") else { return (trimmed(text), nil) }
        return (trimmed(text[..<mark]), trimmed(text[text.index(after: mark)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }

    private static func defaultPath(_ url: HTTPURL) -> String {
        let folder = url.path[..<(url.path.lastIndex(of: "/") ?? url.path.startIndex)]
        return folder.isEmpty ? "/" : String(folder)
    }

    /// A domain without a dot is no domain that a host may speak for, unless it is the host itself.
    private static func isHost(_ host: String, within domain: String) -> Bool {
        if host == domain { return true }
        return domain.contains(".") && host.hasSuffix(".\(domain)")
            && !host.allSatisfy { $0.isNumber || $0 == "." || $0 == ":" }
    }

    func belongs(to url: HTTPURL) -> Bool {
        guard isHostOnly ? url.host == domain : Self.isHost(url.host, within: domain) else { return false }
        if isSecure, url.scheme == .http { return false }
        guard url.path.hasPrefix(path) else { return false }
        return url.path.utf8.count == path.utf8.count || path.hasSuffix("/")
            || url.path.utf8.dropFirst(path.utf8.count).first == UInt8(ascii: "/")
    }
}

/// The dates of Expires, such as `Sun, 06 Nov 1994 08:49:37 GMT`, with blanks or hyphens (RFC 6265, section 5.1.1).
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Seconds since 1970; nil for what is no date.
    static func seconds(_ text: String) -> Int64? {
        let words = text.split { " ,-\t".contains($0) }.map { $0.lowercased() }
        guard words.count >= 5, words.count <= 6,
            let day = Int64(words[1]), let month = months.firstIndex(of: String(words[2].prefix(3))),
            var year = Int64(words[3]), year >= 0, year <= 9999
        else { return nil }
        if year < 70 { year += 2000 } else if year < 100 { year += 1900 }
        let clock = words[4].split(separator: ":").compactMap { Int64($0) }
        let date = CivilDate(year: year, month: Int64(month + 1), day: day)
        guard clock.count == 3, date.exists, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0..<61).contains(clock[2])
        else { return nil }
        return date.daysSince1970 * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}
