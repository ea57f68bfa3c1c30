import DDF
import ProtocolProfile

/// The management tree of one device: what is stored, what the descriptions say, and who has behaviour.
///
/// A value type: a copy is a snapshot in constant time. `apply` is the only way a server's command reaches it;
/// `setLocally` is how Windows itself and agents on the device write.
public struct DeviceTree: Sendable {
    public internal(set) var storage: Tree
    public let schema: any NodeSchema
    let providers: ProviderTable
    /// Whether a user's management context exists. Without one every `./User` address answers 405 (ESP-401b).
    public var hasUserContext: Bool
    /// The id of the server whose session runs: the DMClient provider.
    public var providerID: String
    /// Whether a server other than that of the session ever set something on the device. Never false again; whoever writes
    /// for another server sets it. Each write of a policy asks, and nearly all devices have one server.
    public var hasOtherServers = false
    /// The dialect of OMA-DM in which commands are decided and answered.
    public var profile = ProtocolProfile.windows
    /// The device's local time in ISO 8601, which `DevDetail/Ext/Microsoft/LocalTime` gives. The tree has no clock;
    /// whoever has one sets it.
    public var localTime = "2026-01-01T00:00:00Z"
    /// How many bytes of names, values and properties the device can keep in profile `oma`; nil for no limit.
    public var capacity: Int?

    public init(
        schema: any NodeSchema, providers: [any Provider], hasUserContext: Bool = true,
        providerID: String = "MS DM Server"
    ) {
        storage = Tree()
        self.schema = schema
        self.providers = ProviderTable(providers)
        self.hasUserContext = hasUserContext
        self.providerID = providerID
    }

    /// The provider of an address, when its CSP has behaviour.
    func provider(for uri: TreeURI) -> (any Provider)? { registration(for: uri)?.provider }

    /// The same behind its reference.
    func registration(for uri: TreeURI) -> ProviderTable.Registration? {
        let index = uri.structuralCount
        guard index < uri.keys.count, let registration = providers.byName[uri.keys[index]] else { return nil }
        // A free node of profile oma may have the name of a CSP.
        if profile.name == .oma, uri.scope == .outside, schema.resolve(uri).node?.isFree != false { return nil }
        return registration
    }

    /// The alerts that every message of the client carries, by the names of their CSPs.
    public var standingAlerts: [GenericAlert] {
        providers.inOrder.flatMap { $0.standingAlerts(in: self) }
    }

    /// Whether a node is there.
    public enum Presence: Sendable {
        /// Added, set or made before.
        case stored
        /// There because its parent is, never set (windows-csp.md 5.9, "What exists").
        case implied
        /// Not there; `depth` is the index of the first missing segment.
        case missing(depth: Int)
    }

    /// Whether a resolved node is there. Its description must be known.
    public func presence(_ resolution: Resolution) -> Presence {
        let keys = resolution.uri.keys
        let depth = storage.depth(of: keys)
        guard depth < keys.count else { return .stored }
        for index in max(depth, resolution.uri.structuralCount)..<keys.count where index < resolution.steps.count {
            let step = resolution.steps[index]
            if step.isDynamic || step.facts.occurrence.allowsZero && step.facts.access.contains(.add) {
                return .missing(depth: index)
            }
        }
        return .implied
    }
}

extension DeviceTree {
    /// Writes a node as Windows or an agent on the device does: no access rules apply, ancestors come into being.
    ///
    /// Nothing happens when the address has more names than any description (`deepest`).
    ///
    /// - Parameter value: nil makes the node without a value.
    public mutating func setLocally(_ uri: TreeURI, value: String?, writer: Writer = .client) {
        guard uri.keys.count <= Self.deepest else { return }
        let uri = uri.isResolved ? uri : schema.resolve(uri).uri
        let isNew = profile.name == .oma && storage[uri.keys] == nil
        storage.set(uri, value: value, writer: writer)
        if profile.name == .oma { noteWrite(uri.keys, madeFrom: uri.keys.count - (isNew ? 1 : 0)) }
    }

    /// Far below what any description has; walks over the storage recur once for each name.
    static let deepest = 128

    /// Writes the twin of a node, whose address differs in one name, as the device does: `Policy/Result` beside
    /// `Policy/Config`.
    ///
    /// - Parameters:
    ///   - uri: the address of a node that a command was applied to.
    ///   - index: of the name that differs, counted in `segments`; it has to be there.
    ///   - name: what the twin has there; a name that compares without case.
    ///   - key: the same in lower case.
    public mutating func setTwinLocally(
        of uri: TreeURI, at index: Int, named name: String, key: String, value: String?, writer: Writer = .client
    ) {
        let uri = uri.isResolved ? uri : schema.resolve(uri).uri
        let renaming = Tree.Renaming(index: index, name: name, key: key)
        storage.set(uri, renaming: renaming, value: value, writer: writer)
    }

    /// `setLocally` with an address in text. Nothing happens when it is malformed.
    public mutating func setLocally(_ uri: String, value: String?, writer: Writer = .client) {
        guard let resolution = try? schema.resolve(locURI: uri) else { return }
        setLocally(resolution.uri, value: value, writer: writer)
    }

    /// Removes a node as Windows or an agent does.
    public mutating func removeLocally(_ uri: String) {
        guard let resolution = try? schema.resolve(locURI: uri) else { return }
        storage.remove(resolution.uri)
    }
}
