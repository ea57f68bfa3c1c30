/// The address of a node, parsed from a LocURI (oma-dm.md 3.2, windows-csp.md 1.1 and 1.2).
///
/// `./Vendor/MSFT/…` and `./Device/Vendor/MSFT/…` are one storage cell with two spellings: the segments of both begin with
/// `Device`, `Vendor`, `MSFT`, and `spelling` remembers what the server wrote, because observations and replies need it. Names are
/// percent-decoded; comparing names ignores the case of letters unless a description says otherwise.
public struct TreeURI: Sendable {
    /// Whose settings a node belongs to.
    public enum Scope: String, Hashable, Sendable {
        /// `./Device/Vendor/MSFT` and `./Vendor/MSFT`.
        case device
        /// `./User/Vendor/MSFT`: of the user the session runs for.
        case user
        /// `./DevInfo`, `./DevDetail`, `./SyncML/DMAcc`: device-wide, outside of Vendor.
        case outside
    }

    /// Which of the equal spellings was written.
    public enum Spelling: Hashable, Sendable {
        case device
        case vendor
        case other
    }

    /// The part behind the question mark.
    public enum Query: Hashable, Sendable {
        /// `?prop=Name`.
        case property(String)
        /// `?list=Struct`.
        case list(String)
        /// Anything else.
        case other(String)
    }

    /// The LocURI as written, blanks at both ends removed.
    public let text: String
    public let scope: Scope
    public let spelling: Spelling
    /// Decoded names from the root, canonical spelling; empty for the root itself.
    public let segments: [String]
    /// The names in lower case, for comparison.
    public let keys: [String]
    public let query: Query?

    init(text: String, scope: Scope, spelling: Spelling, segments: [String], keys: [String], query: Query?) {
        self.text = text
        self.scope = scope
        self.spelling = spelling
        self.segments = segments
        self.keys = keys
        self.query = query
    }

    /// How many leading segments are structure and not a CSP: `Device`, `Vendor`, `MSFT`, or `SyncML`.
    public var structuralCount: Int {
        switch scope {
        case .device, .user: min(3, keys.count)
        case .outside: keys.first == "syncml" ? 1 : 0
        }
    }

    /// The canonical spelling, names encoded: `./Device/Vendor/MSFT/…`.
    public var canonical: String {
        segments.isEmpty ? "." : "./" + segments.map(PercentCoding.encode).joined(separator: "/")
    }

    /// The address as written, without what stands behind the question mark.
    public var textWithoutQuery: String {
        guard query != nil, let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return text }
        return String(text[..<mark])
    }

    /// The address of a child.
    public func child(_ name: String) -> TreeURI {
        if segments.isEmpty, let top = try? TreeURI("./" + PercentCoding.encode(name)) { return top }
        return TreeURI(
            text: (segments.isEmpty ? "." : textWithoutQuery) + "/" + PercentCoding.encode(name), scope: scope,
            spelling: spelling, segments: segments + [name], keys: keys + [name.asciiLowercased()], query: nil)
    }

    /// The same address with one name replaced.
    ///
    /// - Parameter index: of the name, counted in `segments`; it has to be there.
    public func replacing(at index: Int, with name: String) -> TreeURI {
        var segments = segments
        var keys = keys
        segments[index] = name
        keys[index] = name.asciiLowercased()
        return TreeURI(
            text: "./" + segments.map(PercentCoding.encode).joined(separator: "/"), scope: scope, spelling: spelling,
            segments: segments, keys: keys, query: query)
    }

    /// The address of an ancestor that has `count` segments.
    public func prefix(_ count: Int) -> TreeURI {
        let kept = Array(segments.prefix(count))
        return TreeURI(
            text: kept.isEmpty ? "." : "./" + kept.map(PercentCoding.encode).joined(separator: "/"), scope: scope,
            spelling: spelling, segments: kept, keys: Array(keys.prefix(count)), query: nil)
    }
}

extension TreeURI: Hashable {
    /// Two addresses are equal when they name the same node and property, whatever their spelling.
    public static func == (left: TreeURI, right: TreeURI) -> Bool {
        left.keys == right.keys && left.query == right.query
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(keys)
        hasher.combine(query)
    }
}
