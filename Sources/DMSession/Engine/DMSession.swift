import DMTree
import ProtocolProfile
import SyncML

/// The client's end of one DM session (oma-dm.md 2.1, windows-csp.md 5.3): packages, identifiers, Status and Results.
///
/// Pure: messages in, a `Turn` out. Everything a command does to the device goes through the `DeviceTree` that is
/// passed in, whose `profile` is the dialect that is spoken; what a command sets in motion comes back as effects.
public struct DMSession: Sendable {
    enum State: Sendable {
        /// Package 1 was not made yet.
        case opening
        /// Messages go to and fro.
        case talking(Exchange)
        /// Our last message is on its way. An answer to it is taken and not looked at (oma-dm.md 2.6).
        case closing(SessionEnd)
        case ended(SessionEnd)
    }

    public let parameters: SessionParameters
    var state: State
    /// What the server's messages should have as SessionID; the first message's own when the session was not opened by
    /// us.
    var sessionID: String?
    /// The user who answers questions of the server, with the answers that are left.
    var user: UserScript?
    var clientAuthentication: ClientAuthentication
    var serverAuthentication: ServerAuthentication
    /// The server asked for credentials in the message that is being answered.
    var repeatsPackage1 = false

    /// A session that begins with package 1.
    public init(_ parameters: SessionParameters) {
        self.parameters = parameters
        state = .opening
        sessionID = parameters.sessionID
        user = parameters.user
        clientAuthentication = ClientAuthentication(parameters.credentials)
        serverAuthentication = ServerAuthentication(
            parameters.credentials.server, demand: parameters.serverDemand, nonces: parameters.nonces)
    }

    /// A session in which package 1 counts as sent, for a tool that applies single messages. The first reply has MsgID
    /// 2 and the SessionID is that of the first message.
    public static func afterPackage1(_ parameters: SessionParameters) -> DMSession {
        var session = DMSession(parameters)
        session.state = .talking(Exchange())
        session.sessionID = nil
        return session
    }

    /// Why the session is over; nil while it runs.
    public var end: SessionEnd? {
        switch state {
        case .opening, .talking: nil
        case .closing(let end), .ended(let end): end
        }
    }

    /// Package 1: Alert 1201, LoginStatus and the other alerts, Replace of five DevInfo items. CmdIDs start at 2,
    /// because 1 is kept for the SyncHdr Status of later messages (observed on 19043 and 26200, enrollment.md 14.4).
    public mutating func open(tree: DeviceTree) -> Message {
        adopt(tree.profile)
        state = .talking(Exchange())
        return Message(
            header: header(msgID: 1, address: nil, profile: tree.profile), commands: openingCommands(tree),
            isFinal: true)
    }

    /// What package 1 holds, with CmdIDs from 2 on.
    func openingCommands(_ tree: DeviceTree) -> [Command] {
        var commands: [Command] = []
        func cmdID() -> String { String(commands.count + 2) }
        switch tree.profile.ambiguities.sessionAlert {
        case .missing: break
        case .sent:
            let code =
                switch parameters.initiation {
                case .client: "1201"
                case .server: "1200"
                }
            commands.append(.alert(Alert(cmdID: cmdID(), data: ItemData(code))))
        }
        for alert in parameters.alerts + tree.standingAlerts {
            commands.append(.alert(alert.command(cmdID: cmdID(), profile: tree.profile)))
        }
        let items = ["DevId", "Man", "Mod", "DmV", "Lang"].map { name in
            Item(
                source: Location("./DevInfo/\(name)"), data: ItemData(tree.value("./DevInfo/\(name)") ?? ""))
        }
        commands.append(.replace(ItemCommand(cmdID: cmdID(), items: items)))
        return commands
    }

    /// Ends the session from the device's side: the next message is Alert 1223, and nothing more is executed
    /// (oma-dm.md 2.6). One that was not opened is over at once.
    public mutating func abort() {
        switch state {
        case .opening: state = .ended(.abortedByClient)
        case .talking(var exchange):
            exchange.isAborting = true
            state = .talking(exchange)
        case .closing, .ended: break
        }
    }

    /// A message that holds only the keep-alive alert, for a client whose answer is not ready; the server's answer to it
    /// is answered with what is held back (windows-csp.md 3.6, 5.4). May be repeated.
    ///
    /// - Parameter reply: what the last `receive` made; it must not be sent.
    /// - Returns: nil when the session is over, or in the middle of a large object.
    public mutating func keepAlive(holding reply: Message, tree: DeviceTree) -> Message? {
        guard case .talking(var exchange) = state, exchange.outbox.object == nil else { return nil }
        exchange.outbox.prepend(contentsOf: reply.commands.filter { !$0.isNextMessage })
        exchange.isHolding = true
        state = .talking(exchange)
        let alert = GenericAlert(.requestPending, data: "1").command(cmdID: "2", profile: tree.profile)
        return Message(
            header: header(msgID: exchange.sent, address: exchange.address, profile: tree.profile),
            commands: [.alert(alert)], isFinal: true)
    }

    /// Takes a message of the server: runs its commands in document order and makes the answer.
    ///
    /// - Parameter signature: the message's `x-syncml-hmac` header and the bytes it covers; nil where there is no
    ///   transport, and nothing is verified.
    public mutating func receive(
        _ message: Message, signature: BodySignature? = nil, tree: inout DeviceTree
    ) -> Turn {
        adopt(tree.profile)
        var exchange: Exchange
        switch state {
        case .opening:
            _ = open(tree: tree)
            exchange = Exchange()
        case .talking(let current): exchange = current
        case .closing(let end):
            state = .ended(end)
            return Turn(
                reply: nil, end: end, diagnostics: SessionText.commandsAfterEnd(message),
                received: Self.statuses(in: message))
        case .ended(let end):
            return Turn(reply: nil, end: end, diagnostics: [SessionText.afterEnd(end)])
        }
        var turn = Turn(reply: nil, writing: tree.profile.ambiguities.writing, coding: parameters.coding)
        let judgement = judge(message, &exchange, tree.profile, &turn.diagnostics)
        turn.received = Self.statuses(in: message)
        turn.address = exchange.address
        switch judgement {
        case .accepted: break
        case .refused(let status):
            close(&turn, exchange, status, answering: message, .headerRefused(status: status), tree.profile)
            return turn
        }
        guard !exchange.isAborting else {
            close(&turn, exchange, 200, answering: message, .abortedByClient, tree.profile)
            return turn
        }
        if authenticate(message, signature, &exchange, &turn, tree) { return turn }
        run(message, &exchange, &turn, &tree)
        guard turn.end == nil else { return turn }
        answer(message, &exchange, &turn, tree)
        return turn
    }
}
