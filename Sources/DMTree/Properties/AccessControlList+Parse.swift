/// Why a text is no ACL (oma-dm.md 3.4).
public struct MalformedACL: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// The part before `=` is none of the five verbs.
        case unknownVerb
        /// An entry without `=`, or with an empty identifier.
        case missingServer
        /// A character that no server identifier may have: white space, a control character, `=`, or `*` beside others.
        case forbiddenCharacter
    }

    public var code: Code
    /// Where the wrong part begins, in bytes of UTF-8 from 0.
    public var position: Int

    public init(code: Code, position: Int) {
        self.code = code
        self.position = position
    }

    /// What is wrong, in one plain sentence.
    public var reason: String {
        switch code {
        case .unknownVerb: "the entry at byte \(position) does not begin with Add, Delete, Exec, Get or Replace"
        case .missingServer: "a server identifier is missing at byte \(position)"
        case .forbiddenCharacter: "the server identifier at byte \(position) has a character that ACLs do not allow"
        }
    }
}

extension AccessControlList {
    /// Reads the text of an ACL. The empty text gives an ACL without entries. A verb that stands twice grants to the
    /// servers of both entries (our choice: the grammar allows it and does not say what it means).
    ///
    /// - Throws: `MalformedACL` for an unknown verb, an entry without servers, and characters outside of the grammar.
    public init(_ text: String) throws(MalformedACL) {
        self.init()
        guard !text.isEmpty else { return }
        var seen: [Verb: Set<String>] = [:]
        var granted: [Verb: [String]] = [:]
        var start = 0
        for entry in text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            let equals = entry.firstIndex(of: UInt8(ascii: "=")) ?? entry.endIndex
            guard let verb = Verb(rawValue: String(Substring(entry[..<equals]))) else {
                throw MalformedACL(code: .unknownVerb, position: start)
            }
            guard equals < entry.endIndex else { throw MalformedACL(code: .missingServer, position: start) }
            var position = start + verb.rawValue.utf8.count + 1
            let list = entry[entry.index(after: equals)...]
            for server in list.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false) {
                guard !server.isEmpty else { throw MalformedACL(code: .missingServer, position: position) }
                let name = try Self.server(Substring(server), at: position)
                if seen[verb, default: []].insert(name).inserted { granted[verb, default: []].append(name) }
                position += server.count + 1
            }
            start += entry.count + 1
        }
        for (verb, servers) in granted {
            self[verb] = seen[verb]?.contains("*") == true ? .every : .named(servers)
        }
    }

    private static func server(_ text: Substring, at position: Int) throws(MalformedACL) -> String {
        if text == "*" { return "*" }
        let isWrong = text.unicodeScalars.contains { scalar in
            switch scalar {
            case "=", "*", "\0"..." ", "\u{7F}"..."\u{A0}": true
            case "!"..."~": false
            default: scalar.properties.isWhitespace
            }
        }
        if isWrong { throw MalformedACL(code: .forbiddenCharacter, position: position) }
        return String(text)
    }
}
