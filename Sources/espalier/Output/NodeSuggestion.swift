import CSP
import DDF
import DMTree

/// What to say of an address outside of a session.
enum NodeSuggestion {
    /// For an address that no description knows.
    static func sentence(for resolution: Resolution, schema: WindowsSchema) -> String {
        let unknown = UnknownNode(resolution, matched: resolution.steps.count, schema: schema)
        return unknown.hint.isEmpty ? unknown.message : "\(unknown.message); \(unknown.hint)"
    }

    /// Whether the node exists on the chosen Windows.
    static func standing(_ standing: Resolution.Standing, _ release: WindowsRelease) -> String {
        let windows = "Windows \(release.name) (\(release.build)) \(release.edition.rawValue)"
        switch standing {
        case .described: return "exists on \(windows)"
        case .unknown: return "unknown"
        case .absent(let absence):
            let why =
                switch absence {
                case .build(let versions): "needs \(versions.map(\.description).joined(separator: ", "))"
                case .edition(let editions): "exists on \(editions.map(\.rawValue).joined(separator: ", "))"
                case .scope(let scope): "described in \(scope.rawValue) scope only"
                case .retired: "only older descriptions know it"
                case .notRegistered: "the CSP is not registered there"
                }
            return "does not exist on \(windows): \(why)"
        }
    }
}
