import SyncML

/// What is kept of all sessions of one device while a capture is read: enough to say at its end what never came.
///
/// Bounded: commands count up to `mostCommands`, nonces up to `mostNonces`.
public struct LintedDevice: Sendable {
    public static let mostCommands = 10_000
    static let mostNonces = 1_000

    /// The device id of the headers.
    public let id: String
    public private(set) var sessionCount = 0
    /// Commands that the device refused, by their address in lower case.
    private(set) var refused: [String: RefusedCommand] = [:]
    /// True when more commands were refused than are kept.
    public private(set) var hasForgotten = false
    private(set) var releases: [FirstSyncRelease.Scope: FirstSyncRelease] = [:]
    /// NextNonces that a session got which an earlier one had got.
    private(set) var repeatedNonces: [Breach.Place] = []
    private var nonces: Set<String> = []
    /// Digests that the server took although it had taken them before.
    private(set) var replayedDigests: [Breach.Place] = []
    private var digests: Set<String> = []

    public init(id: String) { self.id = id }

    /// Takes the next session of the device.
    public mutating func add(_ session: LintedSession) {
        sessionCount += 1
        takeNonces(session)
        guard session.hasBothSides else { return }
        // What was refused before could have been sent again in this session.
        for key in refused.keys { refused[key]?.hadChance = true }
        for (index, asked) in session.answers.asked.enumerated() {
            let linted = session.messages[asked.message]
            guard linted.sender == .server, let command = asked.command else { continue }
            if case .alert = command { continue }
            let answers = session.answers.answersOf[index] ?? []
            for (number, item) in command.itemsAndMeta.items.enumerated() {
                guard let target = item.target?.locURI, !target.isEmpty else { continue }
                let answer = answers.first { session.answers.answers[$0].status.targetRefs.contains(target) }
                let place = answer ?? (number < answers.count ? answers[number] : answers.first)
                let code = place.flatMap { session.answers.answers[$0].status.code }
                let sent = SentCommand(
                    command: command, item: item, target: target, code: code, place: Breach.Place(linted),
                    hasSuccessor: session.messages[(asked.message + 1)...].contains { $0.sender == .server })
                takeAnswer(sent)
                takeRelease(sent)
            }
        }
        for linted in session.messages where linted.sender == .client && linted.login == .user {
            releases[.user, default: FirstSyncRelease()].sawUser = true
        }
    }

    private mutating func takeAnswer(_ sent: SentCommand) {
        let key = sent.target.lowercased()
        if refused[key] != nil {
            refused[key]?.wasSentAgain = true
            if sent.code.map({ $0 < 400 }) ?? false { refused[key] = nil }
            return
        }
        guard let code = sent.code, RefusedCommand.counts(code, for: sent.command) else { return }
        guard refused.count < Self.mostCommands else {
            hasForgotten = true
            return
        }
        refused[key] = RefusedCommand(sent, code: code)
    }

    private mutating func takeRelease(_ sent: SentCommand) {
        guard let write = FirstSyncWrite(sent) else { return }
        releases[write.scope, default: FirstSyncRelease()].take(write)
        // SkipUserStatusPage stands in the device's tree and is about the user's page.
        if write.leaf == "skipuserstatuspage", write.isAccepted {
            releases[.user, default: FirstSyncRelease()].isShown = !write.isTrue
        }
    }

    private mutating func takeNonces(_ session: LintedSession) {
        var given: Set<String> = []
        var sent: (digest: String, place: Breach.Place)?
        for linted in session.messages {
            switch linted.sender {
            case .client:
                guard let cred = linted.message.header?.cred, cred.meta?.type?.lowercased() == "syncml:auth-md5",
                    let data = cred.data?.content
                else {
                    sent = nil
                    continue
                }
                sent = (data, Breach.Place(linted))
            case .server:
                guard let status = linted.message.headerStatus else { continue }
                if let sent, let code = status.code, code == 200 || code == 212 {
                    if digests.contains(sent.digest) { replayedDigests.append(Breach.Place(linted)) }
                    if digests.count < Self.mostNonces { digests.insert(sent.digest) }
                }
                if let nonce = status.chal?.meta.nextNonce, !given.contains(nonce) {
                    given.insert(nonce)
                    if nonces.contains(nonce) { repeatedNonces.append(Breach.Place(linted)) }
                }
            }
        }
        if nonces.count < Self.mostNonces { nonces.formUnion(given) }
    }
}

/// One Item of a server's command, with the Status that it got.
struct SentCommand {
    var command: Command
    var item: Item
    var target: String
    /// nil when no Status came.
    var code: Int?
    var place: Breach.Place
    /// True when the server sent another message in the session.
    var hasSuccessor: Bool
}

/// A command that a device refused, and what became of it.
struct RefusedCommand: Sendable {
    var name: String
    var commandID: String?
    var target: String
    var code: Int
    var origin: Origin
    var place: Breach.Place
    var wasSentAgain = false
    /// The server sent something later, so that it could have sent this again.
    var hadChance: Bool

    init(_ sent: SentCommand, code: Int) {
        name = sent.command.name
        commandID = sent.command.cmdID
        target = sent.target
        self.code = code
        origin = sent.item.origin
        place = sent.place
        hadChance = sent.hasSuccessor
    }

    /// Failures that leave something undone: not 418 (it is there already), not a question that found nothing.
    static func counts(_ code: Int, for command: Command) -> Bool {
        guard code >= 400, code != 418, code != 424 else { return false }
        switch command {
        case .add, .replace, .exec, .copy: return true
        case .delete: return code != 404
        case .get, .alert, .atomic, .sequence, .status, .results, .unknown: return false
        }
    }
}
