/// The places of a list of rules, by what they are looked up with.
struct RuleIndex: Sendable {
    private(set) var headers: [String: String] = [:]
    private(set) var headerParameters: [String: [(name: String, kind: String)]] = [:]
    private(set) var queries: [String: String] = [:]
    private(set) var alerts: [String: String] = [:]
    private(set) var elements: [String: String] = [:]
    private(set) var children: [String: [(name: String, kind: String)]] = [:]
    private(set) var parameters: [String: String] = [:]
    private(set) var contextItems: [String: String] = [:]
    private(set) var patterns: [(pattern: SecretPattern, kind: String)] = []
    private(set) var deviceAddress: String?
    /// By the last segment; the segments before it, from the last to the first.
    private var nodes: [String: [(segments: [String], kind: String)]] = [:]

    /// Segments of a LocURI that are secrets themselves, with those before them.
    private(set) var segments: [(path: [String], kind: String)] = []

    init(_ rules: [RedactionRule]) {
        for rule in rules {
            for place in rule.places { add(place, kind: rule.kind) }
        }
    }

    private mutating func add(_ place: RedactionRule.Place, kind: String) {
        switch place {
        case .header(let name): headers[name.lowercased()] = headers[name.lowercased()] ?? kind
        case .headerParameter(let name, let header):
            headerParameters[header.lowercased(), default: []].append((name, kind))
        case .query(let name): queries[name.lowercased()] = queries[name.lowercased()] ?? kind
        case .alert(let type): alerts[type] = alerts[type] ?? kind
        case .element(let name): elements[name] = elements[name] ?? kind
        case .child(let name, let parent): children[parent, default: []].append((name, kind))
        case .parameter(let name): parameters[name.lowercased()] = parameters[name.lowercased()] ?? kind
        case .contextItem(let name): contextItems[name] = contextItems[name] ?? kind
        case .pattern(let pattern): patterns.append((pattern, kind))
        case .deviceAddress: deviceAddress = deviceAddress ?? kind
        case .segment(let path):
            segments.append((path.lowercased().split(separator: "/").map(String.init), kind))
        case .node(let path):
            let segments = path.lowercased().split(separator: "/").map(String.init).reversed()
            guard let last = segments.first else { return }
            nodes[last, default: []].append((Array(segments), kind))
        }
    }

    /// The kind of secret that a node holds; nil for none. URIs differ in case, so case does not count; nor does `?list=` behind them.
    func kind(ofNode uri: String) -> String? {
        let segments = uri.prefix { $0 != "?" }.lowercased().split(separator: "/").reversed().map(String.init)
        guard let last = segments.first else { return nil }
        return nodes[last]?.first { rule in
            rule.segments.count <= segments.count
                && zip(rule.segments, segments).allSatisfy { $0 == "*" || $0 == $1 }
        }?.kind
    }
}
