import CSP
import Capture
import DDF
import DMSession
import DMTree
import Device
import Notation
import SyncML

/// Our device in the place of the recorded one: its tree lives through all sessions of the capture.
struct PlayedDevice: Sendable {
    var tree: DeviceTree
    let device: FreshDevice
    let options: ReplayOptions
    private let state: CapturedState?
    private(set) var learned: [LearnedFact] = []
    private(set) var notes: [ReplayNote] = []
    /// The nodes of the users who were there before, by what their tokens call them.
    private var userTrees: [String: UserTree] = [:]
    /// Who is signed in; nil for nobody.
    private var signedInUser: String?
    private let isInAutopilot: Bool

    /// - Parameter deviceID: the id that our device has; nil for the recorded one's.
    init(_ recorded: RecordedDevice, options: ReplayOptions, deviceID: String? = nil) {
        var device = options.device
        if !options.keepsRelease, let release = recorded.release(edition: device.release.edition) {
            let facts = device.profile
            device.release = release
            if facts == DeviceProfile(release: options.device.release) {
                device.profile = DeviceProfile(release: release)
            }
        }
        if !options.keepsProvider, let id = recorded.providerID {
            if id != device.providerID { notes.append(ReplayText.providerChosen(id)) }
            device.providerID = id
        }
        isInAutopilot = recorded.isInAutopilot
        if isInAutopilot { device.phase = .oobe }
        if !options.keepsLogin, let login = recorded.firstLogin { device.login = login }
        if isInAutopilot || device.phase == .oobe { device.login = device.login == .user ? .user : .others }
        device.profile.deviceID = deviceID ?? recorded.deviceID
        if device.profile.deviceID.isEmpty { device.profile.deviceID = options.device.profile.deviceID }
        self.device = device
        self.options = options
        state = options.learns ? CapturedState(recorded) : nil
        let facts = state?.facts ?? [:]
        tree = device.makeTree { base in
            LearnedProvider.roots.contains(base.name.lowercased()) && !facts.isEmpty
                ? LearnedProvider(base: base, values: facts) : base
        }
        for fact in state?.factList ?? [] { learnFact(fact) }
        learnSyncVersion(recorded)
        // The fresh device has the user who is signed in first.
        if tree.hasUserContext { signedInUser = recorded.sessions.first?.user ?? RecordedSession.onlyUser }
    }

    /// A fact that the node did not have of itself.
    private mutating func learnFact(_ fact: LearnedFact) {
        learned.append(fact)
        guard let value = fact.value, tree.value(fact.uri) != value else { return }
        tree.setLocally(fact.uri, value: value)
    }

    /// HRESULTs beside Statuses are what SyncApplicationVersion 3.0 switches on (windows-csp.md 3.11). When the recorded
    /// client writes them before the server asked, it was asked before the capture began.
    private mutating func learnSyncVersion(_ recorded: RecordedDevice) {
        guard state != nil else { return }
        let uri =
            "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(device.providerID))/SyncApplicationVersion"
        let names = recorded.sessions.lazy.flatMap(\.serverMessages).flatMap { ServerAddresses.all($0.message) }
        if names.contains(where: { $0.lowercased().hasSuffix("/syncapplicationversion") }) { return }
        for message in recorded.sessions.lazy.flatMap(\.clientMessages)
        where message.statuses.contains(where: { $0.data?.originalError != nil }) {
            tree.setLocally(uri, value: "3.0")
            learned.append(
                LearnedFact(
                    .value, uri: uri, value: "3.0", source: "msft:originalerror in a Status", record: message.number))
            return
        }
    }

    /// What the capture knows of the moment before a server's message is executed.
    mutating func arrive(at message: RecordedMessage) {
        for fact in state?.moments[message.number] ?? [] where apply(fact) { learned.append(fact) }
    }

    /// - Returns: false when the tree was so already, or cannot be.
    private mutating func apply(_ fact: LearnedFact) -> Bool {
        guard !fact.uri.lowercased().hasPrefix("./user/") || tree.hasUserContext else { return false }
        switch fact.kind {
        case .fact, .event: return false
        case .value:
            guard tree.value(fact.uri) != fact.value else { return false }
            tree.setLocally(fact.uri, value: fact.value)
            return tree.value(fact.uri) == fact.value
        case .absence:
            guard tree.value(fact.uri) != nil || tree.exists(fact.uri) else { return false }
            tree.removeLocally(fact.uri)
            return !tree.exists(fact.uri) || tree.value(fact.uri) == nil
        case .node: return applyNode(fact)
        }
    }

    /// A node that was there; with a value, the names of its children.
    private mutating func applyNode(_ fact: LearnedFact) -> Bool {
        guard let children = fact.value else {
            guard let uri = (try? tree.schema.resolve(locURI: fact.uri))?.uri, !tree.isStored(uri) else { return false }
            tree.setLocally(uri, value: nil)
            return true
        }
        let wanted = children.split(separator: "/").map(String.init)
        let known = (tree.children(fact.uri) ?? []).map(PercentCoding.encode)
        let lower = { (names: [String]) in Set(names.map { $0.lowercased() }) }
        guard lower(wanted) != lower(known) || !tree.exists(fact.uri) else { return false }
        if wanted.isEmpty { tree.setLocally(fact.uri, value: nil) }
        for name in wanted where !lower(known).contains(name.lowercased()) {
            tree.setLocally("\(fact.uri)/\(name)", value: nil)
        }
        for name in known where !lower(wanted).contains(name.lowercased()) { tree.removeLocally("\(fact.uri)/\(name)") }
        return true
    }

    /// Package 1 of a session: who is signed in, what the device has to tell, who it is.
    mutating func parameters(_ session: RecordedSession, number: Int) -> SessionParameters {
        let login = options.keepsLogin ? device.login : session.login ?? device.login
        signIn(login, user: session.user ?? signedInUser ?? userTrees.keys.sorted().first ?? RecordedSession.onlyUser)
        if let time = session.clientMessages.first?.record.time { tree.localTime = time.text.prefix(19) + "Z" }
        var alerts = [GenericAlert(code: 1224, type: RecordedSession.loginStatus, data: login.rawValue)]
        for alert in session.openingAlerts { if let event = event(alert, session) { alerts.append(event) } }
        var parameters = SessionParameters(
            sessionID: session.sessionID, serverURI: session.serverURI ?? FreshDevice.serverAddress,
            deviceID: device.profile.deviceID, alerts: alerts,
            initiation: session.openingAlerts.contains { $0.data?.content == "1200" } ? .server : .client)
        parameters.credentials = Credentials(serverID: tree.providerID, negotiated: nil, in: tree)
        parameters.credentials.opening = session.clientMessages.first?.message.header?.cred?.meta?.type
            .flatMap(AuthenticationType.init(rawValue:))
        parameters.nonces = NonceSource(seed: Array("\(device.profile.deviceID) \(number)".utf8))
        return parameters
    }

    /// The session is over: the next one goes on with its nonces.
    mutating func keep(_ session: DMSession, opened: SessionParameters) {
        session.credentials.keep(instead: opened.credentials, serverID: tree.providerID, in: &tree)
    }

    /// What the device tells of itself in package 1, behind LoginStatus: no message of the server says when, so the
    /// capture does.
    private mutating func event(_ alert: Alert, _ session: RecordedSession) -> GenericAlert? {
        guard let code = alert.data.flatMap({ StatusCode($0.content)?.rawValue }), [1224, 1226].contains(code),
            let item = alert.items.first, let type = item.meta?.type, type != RecordedSession.loginStatus,
            !tree.standingAlerts.contains(where: { $0.type == type })
        else { return nil }
        let isToken = type.lowercased().contains("token")
        learned.append(
            LearnedFact(
                .event, uri: type, value: isToken ? nil : item.data?.content, source: "Alert \(code) of package 1",
                record: session.clientMessages.first?.number ?? 0))
        return GenericAlert(
            code: code, type: type, source: item.source?.locURI, format: item.meta?.format, mark: item.meta?.mark,
            data: item.data?.content ?? "", correlator: alert.correlator)
    }

    /// A user context is there while an enrolled user is signed in (ESP-401b), and each user has nodes of their own. With
    /// Autopilot Windows makes the user's half of DMClient by itself (U-07).
    private mutating func signIn(_ login: FreshDevice.Login, user: String) {
        let next = login == .user ? user : nil
        guard next != signedInUser else { return }
        // A user who was there before any token named them (windows-csp.md 5.4: the first session of a join has none).
        if signedInUser == RecordedSession.onlyUser, let next {
            signedInUser = next
            return
        }
        let known = next.flatMap {
            userTrees.removeValue(forKey: $0) ?? userTrees.removeValue(forKey: RecordedSession.onlyUser)
        }
        let old = tree.switchUser(to: next == nil ? nil : known ?? UserTree())
        if let signedInUser { userTrees[signedInUser] = old }
        signedInUser = next
        guard next != nil, known == nil else { return }
        device.profile.provisionUser(LifeScript.User.standard.sid, in: &tree)
        guard isInAutopilot else { return }
        tree.setLocally(
            "./User/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/FirstSyncStatus", value: nil)
    }
}

/// The addresses that a message's commands have.
enum ServerAddresses {
    static func all(_ message: Message) -> [String] { all(message.commands) }

    private static func all(_ commands: [Command]) -> [String] {
        commands.flatMap { command -> [String] in
            switch command {
            case .add(let items), .replace(let items), .delete(let items), .get(let items), .copy(let items),
                .exec(let items):
                items.items.compactMap { $0.target?.locURI }
            case .atomic(let container), .sequence(let container): all(container.commands)
            case .alert, .status, .results, .unknown: []
            }
        }
    }
}
