import DDF

/// The nodes of profile `oma` (docs/decisions/0007): those of another schema, the Inbox, and free nodes below the root,
/// where the standard's own examples put theirs (`./OperatorX`, oma-dm.md 3.6).
public struct StandardSchema: NodeSchema {
    private let base: any NodeSchema

    /// - Parameter base: what a device has besides; the Windows catalogue, or the descriptions of a test.
    public init(_ base: any NodeSchema) { self.base = base }

    public var release: WindowsRelease { base.release }

    public func resolve(_ uri: TreeURI) -> Resolution { widen(base.resolve(uri)) }

    public func resolve(locURI: String) throws(MalformedURI) -> Resolution {
        widen(try base.resolve(locURI: locURI))
    }

    public func children(of uri: TreeURI, resolution: Resolution) -> [NodeDescription] {
        if uri.keys.isEmpty { return base.children(of: uri, resolution: resolution) + [Self.inbox] }
        if uri.keys == ["inbox"] || resolution.node?.isFree == true { return [] }
        return base.children(of: uri, resolution: resolution)
    }

    /// What real devices with Windows answered is not what the standard says.
    public func observed(_ verb: Verb, _ uri: TreeURI) -> Observed? { nil }

    /// The identifiers of the standard's management objects (oma-dm.md 3.7); the CSPs of the catalogue keep theirs.
    public func rootType(_ uri: TreeURI, resolution: Resolution) -> String? {
        if let object = ManagementObject.allCases.first(where: { $0.isRoot(uri) }) { return object.rawValue }
        if resolution.node?.isFree == true { return nil }
        return base.rootType(uri, resolution: resolution)
    }

    private func widen(_ resolution: Resolution) -> Resolution {
        guard case .unknown(matched: 0) = resolution.standing, resolution.uri.scope == .outside else {
            return resolution
        }
        let uri = resolution.uri
        guard uri.keys.first == "inbox" else {
            return Resolution(standing: .described, steps: uri.segments.map(FreeNode.description), uri: uri)
        }
        return Resolution(
            standing: uri.keys.count == 1 ? .described : .unknown(matched: 1), steps: [Self.inbox], uri: uri)
    }

    /// `./Inbox`: a server adds management objects to it, and nothing stays there.
    private static let inbox: NodeDescription = {
        var facts = NodeDescription.Facts()
        facts.access = .add
        facts.scope = .permanent
        return NodeDescription(name: "Inbox", isDynamic: false, facts: facts, children: [])
    }()
}
