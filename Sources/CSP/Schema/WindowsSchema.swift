import DDF
import DMTree

/// What can exist on one Windows: the catalogue narrowed to a release and edition, the registered roots, the
/// observations.
public struct WindowsSchema: NodeSchema {
    public let release: WindowsRelease
    public let store: RootStore
    /// What a device of this release reported as registered; nil for releases that nobody published.
    let registered: RegisteredRoots?
    /// What addresses resolved to, shared by all devices of the release.
    private let resolutions: ResolutionCache
    /// The rows that are an answer, of those that hold on this release.
    private let answers: [Observation]
    /// Observed values of nodes that nobody set, by CSP.
    let initialValues: [String: [[String]: String]]

    /// - Parameters:
    ///   - release: the Windows to play.
    ///   - store: the descriptions; the shipped ones, or with those of `--ddf DIR` on top.
    public init(release: WindowsRelease = .standard, store: RootStore = .shipped) {
        self.release = release
        self.store = store
        resolutions = store.resolutions(on: release)
        registered = release.build >= 26200 ? .build26200 : nil
        var answers: [Observation] = []
        var values: [String: [[String]: String]] = [:]
        for row in Observation.rows where row.holds(on: release) {
            switch row.answer {
            case .status: answers.append(row)
            case .initialValue(let value):
                let isOutside = row.path[0] != "device" && row.path[0] != "user"
                values[isOutside ? row.path[0] : row.path[3], default: [:]][row.path] = value
            }
        }
        self.answers = answers
        initialValues = values
    }

    public func observed(_ verb: Verb, _ uri: TreeURI) -> Observed? {
        for row in answers where row.matches(verb, uri) {
            if case .status(let status) = row.answer {
                return Observed(id: row.id, answer: .status(status), source: row.source)
            }
        }
        return nil
    }

    public func resolve(locURI: String) throws(MalformedURI) -> Resolution {
        try resolutions.resolution(of: locURI, by: self)
    }

    public func resolve(_ uri: TreeURI) -> Resolution {
        let structural = Self.structuralSteps(uri)
        if structural.count < uri.structuralCount {
            return Resolution(standing: .unknown(matched: structural.count), steps: structural, uri: uri)
        }
        guard structural.count < uri.keys.count else {
            return Resolution(standing: .described, steps: structural, uri: uri)
        }
        let scope = CatalogueRoot.Scope(uri.scope)
        let csp = uri.keys[structural.count]
        // The standard objects are one scope of the catalogue, and hang below two roots.
        if scope == .outside, Self.isBelowSyncML(csp) != (structural.count == 1) {
            return Resolution(standing: .unknown(matched: structural.count), steps: structural, uri: uri)
        }
        let standing = standing(of: csp, in: scope)
        if let tree = standing.tree {
            let walk = Walk(schema: self, uri: uri, scope: standing.scope, csp: csp)
            let resolution = walk.run(from: tree, steps: structural, absence: standing.absence)
            guard case .unknown = resolution.standing else { return resolution }
            return describedElsewhere(uri, standing.scope, csp, structural) ?? resolution
        }
        if let other = describedElsewhere(uri, scope, csp, structural) { return other }
        if let bareRoot = standing.bareRoot {
            let isRoot = uri.keys.count == structural.count + 1
            return Resolution(
                standing: isRoot ? .described : .unknown(matched: structural.count + 1), steps: structural + [bareRoot],
                uri: uri)
        }
        return Resolution(standing: .unknown(matched: structural.count), steps: structural, uri: uri)
    }

    private static let deviceSteps = [StructuralNode.device, StructuralNode.vendor, StructuralNode.msft]
    private static let userSteps = [StructuralNode.user, StructuralNode.vendor, StructuralNode.msft]

    /// The first names of an address, as far as they are structure.
    private static func structuralSteps(_ uri: TreeURI) -> [NodeDescription] {
        let keys = uri.keys
        guard uri.scope != .outside else { return keys.first == "syncml" ? [StructuralNode.syncML] : [] }
        let steps = uri.scope == .device ? deviceSteps : userSteps
        if keys.count > 2, keys[1] == "vendor", keys[2] == "msft" { return steps }
        return keys.count > 1 && keys[1] == "vendor" ? Array(steps.prefix(2)) : Array(steps.prefix(1))
    }

    /// `./SyncML/DMAcc` and `./SyncML/DMS`; the other standard objects hang below the root itself.
    static func isBelowSyncML(_ csp: String) -> Bool { csp == "dmacc" || csp == "dms" }

    /// Row 9 for a path that only the other scope describes.
    private func describedElsewhere(
        _ uri: TreeURI, _ scope: CatalogueRoot.Scope, _ csp: String, _ steps: [NodeDescription]
    ) -> Resolution? {
        guard scope != .outside else { return nil }
        let other: CatalogueRoot.Scope = scope == .user ? .device : .user
        guard let tree = store.root(other, csp: csp)?.tree else { return nil }
        let walk = Walk(schema: self, uri: uri, scope: other, csp: csp)
        let resolution = walk.run(from: tree, steps: steps, absence: nil)
        if case .unknown = resolution.standing { return nil }
        return Resolution(
            standing: .absent(.scope(other == .user ? .user : .device)), steps: resolution.steps, uri: resolution.uri)
    }

    /// The version is what a real device reported, else the CspVersion of the description (windows-csp.md 5.9 Results).
    public func rootType(_ uri: TreeURI, resolution: Resolution) -> String? {
        let depth = uri.keys.count - uri.structuralCount
        guard depth >= 1, let node = resolution.node else { return nil }
        if let entry = registered?[uri.keys[uri.structuralCount...].joined(separator: "/")] {
            return "com.microsoft/\(entry.version)/MDM/\(entry.csp)"
        }
        guard depth == 1 else { return nil }
        let root = store.root(CatalogueRoot.Scope(uri.scope), csp: uri.keys[uri.structuralCount])?.root
        return "com.microsoft/\(root?.cspVersion ?? "1.0")/MDM/\(node.name)"
    }
}

extension CatalogueRoot.Scope {
    /// The scope of the catalogue that describes an address.
    public init(_ scope: TreeURI.Scope) {
        switch scope {
        case .device: self = .device
        case .user: self = .user
        case .outside: self = .outside
        }
    }
}
