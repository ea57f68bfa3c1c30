import DDF
import DMTree
import Synchronization

/// The roots of the catalogue, decoded when first asked for and kept. Shared by all devices of a process.
public final class RootStore: Sendable {
    /// One decoded root.
    public struct Root: Sendable {
        public var root: CatalogueRoot
        public var tree: NodeDescription
    }

    private struct Key: Hashable {
        var scope: CatalogueRoot.Scope
        var csp: String
        var area: String?
    }

    private let reader: CatalogueReader
    /// Roots of `--ddf DIR`, which win over the catalogue.
    private let additional: [Key: Root]
    private let decoded = Mutex<[Key: Root?]>([:])
    private let resolutions = Mutex<[WindowsRelease: ResolutionCache]>([:])

    public init(_ reader: CatalogueReader, additional: [Catalogue.Entry] = []) {
        self.reader = reader
        var map: [Key: Root] = [:]
        for entry in additional {
            let key = Key(
                scope: entry.root.scope, csp: entry.root.csp.lowercased(), area: entry.root.area?.lowercased())
            map[key] = Root(root: entry.root, tree: entry.tree)
        }
        self.additional = map
    }

    /// The catalogue that ships with Espalier.
    public static let shipped = RootStore(shippedReader)

    /// The embedded catalogue without anything around it, for whoever asks what it knows of a node.
    public static var shippedReader: CatalogueReader {
        do throws(CatalogueError) {
            return try CatalogueReader(ShippedCatalogue.text)
        } catch {
            // The text is part of the binary and a test reads all of it, so this is a broken build and no situation to
            // go on from.
            preconditionFailure("the embedded catalogue is damaged: \(error)")
        }
    }

    /// What addresses resolved to on a release: one cache for all its devices.
    func resolutions(on release: WindowsRelease) -> ResolutionCache {
        resolutions.withLock { resolutions in
            let cache = resolutions[release] ?? ResolutionCache()
            resolutions[release] = cache
            return cache
        }
    }

    /// The root of a CSP or policy area, names in lower case.
    public func root(_ scope: CatalogueRoot.Scope, csp: String, area: String? = nil) -> Root? {
        let key = Key(scope: scope, csp: csp, area: area)
        if let root = additional[key] { return root }
        return decoded.withLock { decoded in
            if let known = decoded[key] { return known }
            let root = load(key)
            decoded[key] = .some(root)
            return root
        }
    }

    private func load(_ key: Key) -> Root? {
        guard let index = reader.index(of: key.scope, csp: key.csp, area: key.area),
            let tree = try? reader.tree(at: index)
        else { return nil }
        return Root(root: reader.root(at: index), tree: Corrections.apply(to: tree, csp: key.csp))
    }

    private var roots: [CatalogueRoot] { (0..<reader.count).map { reader.root(at: $0) } }

    /// The roots of the CSPs of a scope, without policy areas.
    public func csps(_ scope: CatalogueRoot.Scope) -> [CatalogueRoot] {
        let own = roots.filter { $0.scope == scope && $0.area == nil }
        let added = additional.values.map(\.root).filter { root in
            root.scope == scope && root.area == nil && !own.contains { $0.csp.lowercased() == root.csp.lowercased() }
        }
        return own + added.sorted { $0.csp < $1.csp }
    }

    /// The areas of Policy in a scope.
    public func areas(_ scope: CatalogueRoot.Scope) -> [CatalogueRoot] {
        roots.filter { $0.scope == scope && $0.area != nil }
            + additional.values.map(\.root).filter { $0.scope == scope && $0.area != nil }
    }
}
