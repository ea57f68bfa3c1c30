import Synchronization

/// What addresses resolved to, for a schema whose answers never change. Servers send the same few hundred addresses
/// again and again, to every device, so devices of one release share a cache.
public final class ResolutionCache: Sendable {
    private let known = Mutex<[String: Resolution]>([:])
    /// Beyond this many addresses the cache starts afresh, so that invented names cannot fill the memory.
    private static let capacity = 4096
    /// A longer address is not kept.
    private static let longest = 512

    public init() {}

    /// What an address means to `schema`, which has to be the same at every call.
    ///
    /// - Throws: `MalformedURI` as `TreeURI` does.
    public func resolution(of locURI: String, by schema: some NodeSchema) throws(MalformedURI) -> Resolution {
        if let found = known.withLock({ $0[locURI] }) { return found }
        let resolution = schema.resolve(try TreeURI(locURI)).settled
        guard locURI.utf8.count <= Self.longest else { return resolution }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[locURI] = resolution
        }
        return resolution
    }
}
