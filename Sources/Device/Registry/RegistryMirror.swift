import DMTree
import ESP

/// What a device's registry would say of its life through the Enrollment Status Page (esp-behaviour.md 3, ESP-601 to
/// ESP-604): the keys that diagnostics scripts read.
///
/// A fold over a life: after each step it sees the step's events, the tree and the time. Nothing in a life reads it.
public struct RegistryMirror: Sendable {
    public let facts: RegistryFacts
    public internal(set) var state: State

    /// Everything that changes.
    public struct State: Hashable, Sendable, Codable {
        public internal(set) var registry = Registry()
        /// Whether the device page has come up.
        var pageHasBegun = false
        /// The last state of the page, by its name.
        var pageState = PageState.idle.rawValue
        /// Who is signed in.
        var userSID: String?
        /// Whose account page has begun.
        var accountUsers: Set<String> = []
        /// When each provider of device preparation was first seen, in milliseconds, and the seconds from then until it
        /// was ready or had failed.
        var providersSeen: [String: Int64] = [:]
        var providerSeconds: [String: Int64] = [:]
        /// The last data that the diagnostics show of each LocURI, by key.
        var logged: [String: [String: UInt32]] = [:]
        /// Where packages come from, by the address of the product in lower case.
        var downloads: [String: String] = [:]
        var apps: [String: AppRecord] = [:]
        /// The number of each policy in the cache of nodes, by its address in lower case.
        var policies: [String: Int] = [:]
        var policyCount = 0
    }

    /// A mirror of a life that begins, or, with a state, of one that goes on.
    public init(_ facts: RegistryFacts, state: State? = nil) {
        self.facts = facts
        self.state = state ?? State()
        if state == nil { writeCatalogue() }
    }

    /// The registry as it stands.
    public var registry: Registry { state.registry }

    /// Sees one step of the life.
    ///
    /// - Parameters:
    ///   - events: what happened in the step.
    ///   - tree: as the step left it.
    public mutating func observe(_ events: [DeviceEvent], tree: DeviceTree, now: DeviceTime) {
        for event in events { note(event, tree) }
        mirrorProvisioning(tree)
        mirrorFirstSync(tree)
        mirrorTracking(tree, now)
        mirrorExpectedLists(tree, now)
        mirrorPackages(tree)
    }

    /// The user whose half of the tree is mirrored: signed in, and the account page has begun.
    var mirroredUser: String? { state.userSID.flatMap { state.accountUsers.contains($0) ? $0 : nil } }

    /// The scopes of which the page has something to show, each with its key below a common parent.
    func mirroredScopes(_ parent: RegistryPath) -> [(scope: PhaseScope, path: RegistryPath)] {
        guard state.pageHasBegun || mirroredUser != nil else { return [] }
        return [(.device, parent)] + (mirroredUser.map { [(.user, parent.child($0))] } ?? [])
    }

    private mutating func note(_ event: DeviceEvent, _ tree: DeviceTree) {
        switch event.kind {
        case .pageState(let pageState): entered(pageState, event.time)
        case .userSignedIn(let sid): state.userSID = sid
        // The nodes of the user are gone from the tree, and the registry keeps what they said last.
        case .userSignedOut: state.userSID = nil
        case .duration(let scope, let line, let seconds): record(seconds, of: line, scope)
        case .nodeWritten(let uri, let value, _):
            mirror(written: uri, value)
            logTrackedApp(uri, value, event.time)
        case .packageSource(let uri, let url): state.downloads[uri.lowercased()] = url
        case .app(let id, _, let appState, let code): recordApp(id, appState, code, event.time)
        case .enforcement(let id, let enforcement, let exitCode):
            recordEnforcement(id, enforcement, exitCode, event.time)
        case .setting(let name, let value): record(setting: name, value)
        case .managementLogged(.blobApplied): state.registry.create(.sessionState.child("ODJApplied"))
        case .commandAnswered(let outcome): cachePolicy(outcome, tree)
        case .unenrolled: state.registry.remove(.nodeCache.child(facts.providerID))
        default: break
        }
    }
}
