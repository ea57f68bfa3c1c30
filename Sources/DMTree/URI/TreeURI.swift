import Notation

/// The address of a node, parsed from a LocURI (oma-dm.md 3.2, windows-csp.md 1.1 and 1.2).
///
/// `./Vendor/MSFT/…` and `./Device/Vendor/MSFT/…` are one storage cell with two spellings: the segments of both begin
/// with `Device`, `Vendor`, `MSFT`, and `spelling` remembers what the server wrote, because observations and replies
/// need it. Names are percent-decoded; comparing names ignores the case of letters unless a description says otherwise.
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

    /// What an address is made of, behind one reference: addresses are handed on at every step of a command.
    private final class Parts: Sendable {
        let written: String?
        let scope: Scope
        let spelling: Spelling
        let segments: [String]
        let keys: [String]
        let query: Query?

        init(
            written: String?, scope: Scope, spelling: Spelling, segments: [String], keys: [String], query: Query?
        ) {
            self.written = written
            self.scope = scope
            self.spelling = spelling
            self.segments = segments
            self.keys = keys
            self.query = query
        }
    }

    private let parts: Parts
    /// True when the keys are those of the storage: names that compare letter by letter were found by their
    /// description.
    private(set) var isResolved = false

    /// nil for an address that was derived and not written.
    var written: String? { parts.written }
    /// The LocURI as written, blanks at both ends removed; the canonical spelling of an address that nobody wrote.
    public var text: String { parts.written ?? canonical }
    public var scope: Scope { parts.scope }
    public var spelling: Spelling { parts.spelling }
    /// Decoded names from the root, canonical spelling; empty for the root itself.
    public var segments: [String] { parts.segments }
    /// The names in lower case, for comparison.
    public var keys: [String] { parts.keys }
    public var query: Query? { parts.query }

    init(text: String?, scope: Scope, spelling: Spelling, segments: [String], keys: [String], query: Query?) {
        parts = Parts(
            written: text, scope: scope, spelling: spelling, segments: segments, keys: keys, query: query)
    }

    /// How many leading segments are structure and not a CSP: `Device`, `Vendor`, `MSFT`, or `SyncML`.
    public var structuralCount: Int {
        switch scope {
        case .device, .user: min(3, keys.count)
        case .outside: keys.first == "syncml" ? 1 : 0
        }
    }

    /// This address, known to have the keys of the storage.
    func resolved() -> TreeURI {
        var uri = self
        uri.isResolved = true
        return uri
    }

    /// The canonical spelling, names encoded: `./Device/Vendor/MSFT/…`.
    public var canonical: String {
        segments.isEmpty ? "." : "./" + segments.map(PercentCoding.encode).joined(separator: "/")
    }

    /// The address as written, without what stands behind the question mark.
    public var textWithoutQuery: String {
        guard query != nil, let written, let mark = written.utf8.firstIndex(of: UInt8(ascii: "?")) else { return text }
        return String(written[..<mark])
    }

    /// The address of a child.
    public func child(_ name: String) -> TreeURI {
        if segments.isEmpty, let top = try? TreeURI("./" + PercentCoding.encode(name)) { return top }
        return TreeURI(
            text: written == nil ? nil : (segments.isEmpty ? "." : textWithoutQuery) + "/" + PercentCoding.encode(name),
            scope: scope, spelling: spelling, segments: segments + [name], keys: keys + [name.asciiLowercased()],
            query: nil)
    }

    /// The same address with one name replaced.
    ///
    /// - Parameters:
    ///   - index: of the name, counted in `segments`; it has to be there.
    ///   - name: the new name, decoded; one that compares without case.
    public func replacing(at index: Int, with name: String) -> TreeURI {
        var segments = segments
        var keys = keys
        segments[index] = name
        keys[index] = name.asciiLowercased()
        return derived(segments, keys, query)
    }

    /// The address of an ancestor that has `count` segments.
    public func prefix(_ count: Int) -> TreeURI {
        derived(Array(segments.prefix(count)), Array(keys.prefix(count)), nil)
    }

    private func derived(_ segments: [String], _ keys: [String], _ query: Query?) -> TreeURI {
        var uri = TreeURI(
            text: nil, scope: scope, spelling: spelling, segments: segments, keys: keys, query: query)
        uri.isResolved = isResolved
        return uri
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
