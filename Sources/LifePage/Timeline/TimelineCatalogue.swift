import DDF
import DMTree

/// What the catalogue says of nodes, each fact given once.
struct TimelineCatalogue: Sendable {
    /// Kept with its facts, so that no other description gets its identity.
    private struct Known: Sendable {
        var description: NodeDescription
        var id: Int
    }

    private var known: [ObjectIdentifier: Known] = [:]
    /// The id of facts that have none yet, for descriptions that say the same.
    private var ids: [TimelineFacts: Int] = [:]
    /// Not given away yet.
    private var fresh: [TimelineFacts] = []

    /// The id of what is said of a node; nil when no description matches.
    mutating func id(of resolution: Resolution, in schema: any NodeSchema) -> Int? {
        guard let description = resolution.node, resolution.uri.keys.count > resolution.uri.structuralCount else {
            return nil
        }
        let identity = ObjectIdentifier(description)
        if let known = known[identity] { return known.id }
        var facts = Self.facts(description, resolution, schema)
        let id: Int
        if let same = ids[facts] {
            id = same
        } else {
            id = ids.count
            ids[facts] = id
            facts.id = id
            fresh.append(facts)
        }
        known[identity] = Known(description: description, id: id)
        return id
    }

    /// The facts that were used since the last call for the first time.
    mutating func takeFresh() -> [TimelineFacts] {
        defer { fresh = [] }
        return fresh
    }

    /// The facts with the id 0.
    private static func facts(
        _ description: NodeDescription, _ resolution: Resolution, _ schema: any NodeSchema
    ) -> TimelineFacts {
        let holds = resolution.steps.reduce(Applicability()) { $1.facts.applicability.inheriting($0) }
        let report = NodeReport(description, path: resolution.uri.canonical, applicability: holds)
        let values = report.allowedValues ?? report.supportedValues
        let unit = values?.valueType == "Range" ? report.unit.map { " \($0)" } ?? "" : ""
        let words = values.map { $0.words + unit }
        let index = resolution.uri.structuralCount
        return TimelineFacts(
            id: 0, csp: resolution.steps[index].displayName, format: report.format, access: report.access,
            occurrence: report.occurrence, scope: scopes(resolution.uri, schema), defaultValue: report.defaultValue,
            allowed: words == "any value" ? nil : words,
            since: report.versions.isEmpty ? nil : report.versions.joined(separator: ", "),
            editions: report.editions.count == WindowsEdition.allCases.count ? nil : report.editions,
            type: description.isInterior ? nil : report.mimeType,
            notes: report.flags + (report.naming == nil ? [] : ["named by \(report.namedBy)"]))
    }

    /// In which scopes there is such a node.
    private static func scopes(_ uri: TreeURI, _ schema: any NodeSchema) -> [String] {
        guard uri.scope != .outside else { return [] }
        return [TreeURI.Scope.device, .user].filter { scope in
            guard scope != uri.scope else { return true }
            let twin = uri.replacing(at: 0, with: scope == .device ? "Device" : "User").canonical
            guard let resolution = try? schema.resolve(locURI: twin), case .described = resolution.standing else {
                return false
            }
            return true
        }.map(\.rawValue)
    }
}
