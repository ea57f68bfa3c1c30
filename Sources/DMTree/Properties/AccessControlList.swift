import Notation

/// Who may do what to a node: the value of the ACL property (oma-dm.md 3.4).
///
/// Never empty in storage: a node without ACL has none and inherits its nearest ancestor's, unmerged.
public struct AccessControlList: Hashable, Sendable {
    /// The verbs that an ACL knows. Copy is not among them: it needs the rights of what it does.
    public enum Verb: String, Hashable, Sendable, CaseIterable {
        case add = "Add"
        case delete = "Delete"
        case exec = "Exec"
        case get = "Get"
        case replace = "Replace"
    }

    /// The servers that a verb is granted to. A verb without entry is granted to nobody.
    public enum Servers: Hashable, Sendable {
        /// `*`, which wins over identifiers beside it.
        case every
        /// Server identifiers in the order in which they were written; never empty.
        case named([String])
    }

    private var entries: [Verb: Servers] = [:]

    /// Nothing granted to anybody; as the value of the property it means "inherit".
    public init() {}

    /// True for an ACL without entries.
    public var isEmpty: Bool { entries.isEmpty }

    /// The servers of a verb; nil for nobody.
    public subscript(verb: Verb) -> Servers? {
        get { entries[verb] }
        set { entries[verb] = newValue == .named([]) ? nil : newValue }
    }

    /// Whether a server may use a verb.
    ///
    /// - Parameter server: its identifier as ACLs write it, see `identifier(of:)`.
    public func allows(_ verb: Verb, _ server: String) -> Bool {
        switch entries[verb] {
        case nil: false
        case .every: true
        case .named(let servers): servers.contains(server)
        }
    }

    /// Takes a server out of every entry; an entry that loses its last server goes.
    public mutating func remove(_ server: String) {
        for (verb, servers) in entries {
            guard case .named(let names) = servers else { continue }
            self[verb] = .named(names.filter { $0 != server })
        }
    }

    /// The default of the root: `Add=*&Get=*`.
    public static let rootDefault: AccessControlList = {
        var acl = AccessControlList()
        acl[.add] = .every
        acl[.get] = .every
        return acl
    }()

    /// What the creator of an interior node gets that has no right to replace its parent.
    static func ofCreator(_ server: String) -> AccessControlList {
        var acl = AccessControlList()
        for verb in [Verb.add, .delete, .replace] { acl[verb] = .named([server]) }
        return acl
    }

    /// The identifier of a provider in ACLs. The grammar has no room for blanks and the characters `=`, `&`, `*`, `+`,
    /// and `MS DM Server` has blanks: such characters are percent-encoded, as in node names (our choice).
    public static func identifier(of providerID: String) -> String {
        PercentCoding.encode(providerID)
            .split(separator: "=", omittingEmptySubsequences: false).joined(separator: "%3D")
            .split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B")
    }
}

extension AccessControlList: CustomStringConvertible {
    /// The text of the property: `Add=*&Get=A+B`, verbs in alphabetical order.
    public var description: String {
        Verb.allCases.compactMap { verb -> String? in
            switch entries[verb] {
            case nil: nil
            case .every: "\(verb.rawValue)=*"
            case .named(let servers): "\(verb.rawValue)=\(servers.joined(separator: "+"))"
            }
        }.joined(separator: "&")
    }
}

extension AccessControlList: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do throws(MalformedACL) { try self.init(text) } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.reason))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
