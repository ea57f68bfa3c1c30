import DMTree
import SyncML

/// The client's end of one DM session (oma-dm.md 2.1, windows-csp.md 5.3): packages, identifiers, Status and Results.
///
/// Pure: messages in, a `Turn` out. Everything a command does to the device goes through the `DeviceTree` that is
/// passed in; what it sets in motion comes back as effects.
public struct DMSession: Sendable {
    private enum State: Sendable {
        /// Package 1 was not made yet.
        case opening
        /// Messages go to and fro.
        case talking(Counters)
        /// A Results did not fit: the next message is Alert 1223 (OBS-013).
        case aborting(Counters)
        case ended(SessionEnd)
    }

    private struct Counters: Sendable {
        /// MsgID of the last message we sent.
        var sent: Int
        /// MsgID that the next message of the server should have.
        var expected: Int
        /// MsgID of the message that is being answered; MsgRef of the answer.
        var answered = "1"
    }

    public let parameters: SessionParameters
    private var state: State
    /// What the server's messages should have as SessionID; the first message's own when the session was not opened by
    /// us.
    private var sessionID: String?

    /// A session that begins with package 1.
    public init(_ parameters: SessionParameters) {
        self.parameters = parameters
        state = .opening
        sessionID = parameters.sessionID
    }

    /// A session in which package 1 counts as sent, for a tool that applies single messages. The first reply has MsgID
    /// 2 and the SessionID is that of the first message.
    public static func afterPackage1(_ parameters: SessionParameters) -> DMSession {
        var session = DMSession(parameters)
        session.state = .talking(Counters(sent: 1, expected: 1))
        session.sessionID = nil
        return session
    }

    /// Why the session is over; nil while it runs.
    public var end: SessionEnd? {
        if case .ended(let end) = state { end } else { nil }
    }

    /// Package 1: Alert 1201, LoginStatus and the other alerts, Replace of five DevInfo items. CmdIDs start at 2,
    /// because 1 is kept for the SyncHdr Status of later messages (observed on 19043 and 26200, enrollment.md 14.4).
    public mutating func open(tree: DeviceTree) -> Message {
        state = .talking(Counters(sent: 1, expected: 1))
        var commands: [Command] = [.alert(Alert(cmdID: "2", data: ItemData("1201")))]
        for alert in parameters.alerts + tree.standingAlerts {
            commands.append(.alert(alert.command(cmdID: String(commands.count + 2))))
        }
        let items = ["DevId", "Man", "Mod", "DmV", "Lang"].map { name in
            Item(
                source: Location("./DevInfo/\(name)"), data: ItemData(tree.value("./DevInfo/\(name)") ?? ""))
        }
        commands.append(.replace(ItemCommand(cmdID: String(commands.count + 2), items: items)))
        return Message(header: header(msgID: 1), commands: commands, isFinal: true)
    }

    /// Takes a message of the server: runs its commands in document order and makes the answer.
    public mutating func receive(_ message: Message, tree: inout DeviceTree) -> Turn {
        switch state {
        case .opening: _ = open(tree: tree)
        case .talking: break
        case .aborting(let counters):
            return abort(answering: message, counters)
        case .ended(let end):
            return Turn(reply: nil, end: end, diagnostics: [SessionText.afterEnd(end)])
        }
        guard case .talking(var counters) = state else { return Turn(reply: nil) }

        var diagnostics = checkHeader(message, &counters)
        let received = Self.statuses(in: message)
        if let challenge = received.first(where: { $0.cmdRef == "0" && Self.isChallenge($0) }) {
            let status = challenge.data?.content.trimmedASCII ?? ""
            state = .ended(.credentialsWanted(status: status))
            diagnostics.append(SessionText.challenge(challenge, status: status))
            return Turn(
                reply: nil, end: .credentialsWanted(status: status), diagnostics: diagnostics, received: received)
        }

        var processor = CommandProcessor(tree: tree)
        processor.run(message.commands)
        tree = processor.tree
        diagnostics += processor.diagnostics

        var turn = Turn(
            reply: nil, outcomes: processor.outcomes, diagnostics: diagnostics, effects: processor.effects,
            received: received)
        if let ending = processor.ending {
            state = .ended(ending)
            turn.end = ending
            return turn
        }
        let isFinal = message.isFinal || message.form != .message
        guard !turn.outcomes.isEmpty || !isFinal else {
            // Nothing but a Status for the SyncHdr: it is not sent, the session is over (oma-dm.md 2.1 rule 1).
            state = .ended(.completed)
            turn.end = .completed
            return turn
        }
        counters.sent += 1
        let version = tree.syncApplicationVersion
        let limit = message.header?.meta?.maxMsgSize.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        var builder = ReplyBuilder(
            header: header(msgID: counters.sent), msgRef: counters.answered, reportsOriginalError: version >= 3,
            maxMsgSize: limit)
        builder.append(&turn.outcomes)
        builder.append(tree.standingAlerts)
        if !isFinal { builder.appendNextMessage() }
        turn.reply = builder.message(isFinal: isFinal)
        turn.declaresMSFT = version >= 3
        if builder.omittedResults {
            turn.diagnostics.append(SessionText.resultsTooLarge(limit: message.header?.meta?.maxMsgSize ?? ""))
            state = .aborting(counters)
        } else {
            state = .talking(counters)
        }
        return turn
    }

    /// The SessionID is constant for the session, whatever the server's messages say.
    private func header(msgID: Int) -> SyncHdr {
        SyncHdr(
            sessionID: sessionID ?? parameters.sessionID, msgID: String(msgID), target: Location(parameters.serverURI),
            source: Location(parameters.deviceID))
    }

    private mutating func abort(answering message: Message, _ counters: Counters) -> Turn {
        var counters = counters
        let diagnostics = checkHeader(message, &counters)
        var builder = ReplyBuilder(
            header: header(msgID: counters.sent + 1), msgRef: counters.answered, reportsOriginalError: false,
            maxMsgSize: nil)
        builder.appendAbort()
        state = .ended(.abortedByClient)
        return Turn(
            reply: builder.message(isFinal: true), end: .abortedByClient, diagnostics: diagnostics,
            received: Self.statuses(in: message))
    }

    private static func statuses(in message: Message) -> [Status] {
        message.commands.compactMap { if case .status(let status) = $0 { status } else { nil } }
    }

    private static func isChallenge(_ status: Status) -> Bool {
        let code = status.data?.content.trimmedASCII
        return code == "401" || code == "407"
    }

    private mutating func checkHeader(_ message: Message, _ counters: inout Counters) -> [Diagnostic] {
        guard let header = message.header else {
            // Bare commands count as the message that was expected.
            counters.answered = String(counters.expected)
            counters.expected += 1
            return []
        }
        var diagnostics: [Diagnostic] = []
        if let sessionID, sessionID != header.sessionID {
            diagnostics.append(SessionText.sessionID(header, expected: sessionID))
        } else if !header.sessionID.isEmpty {
            sessionID = header.sessionID
        }
        if header.msgID != String(counters.expected) {
            diagnostics.append(SessionText.msgID(header, expected: counters.expected))
        }
        counters.answered = header.msgID
        counters.expected = Int(Int32(header.msgID) ?? Int32(clamping: counters.expected)) + 1
        if !["1.1", "1.2"].contains(header.verDTD) || !["DM/1.1", "DM/1.2"].contains(header.verProto) {
            diagnostics.append(SessionText.version(header))
        }
        return diagnostics
    }
}

extension GenericAlert {
    /// The alert as an element of a message.
    func command(cmdID: String) -> Alert {
        Alert(
            cmdID: cmdID, data: ItemData(String(code)),
            items: [
                Item(
                    source: source.map { Location($0) }, meta: Meta(format: format, type: type, mark: mark),
                    data: ItemData(data))
            ])
    }
}

extension DeviceTree {
    /// The major part of `SyncApplicationVersion` that the server set for its provider; 1 when it never did
    /// (windows-csp.md 3.11).
    public var syncApplicationVersion: Int {
        let uri = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))/SyncApplicationVersion"
        return value(uri)?.split(separator: ".").first.flatMap { Int($0) } ?? 1
    }
}

extension String {
    /// Without ASCII white space at both ends.
    var trimmedASCII: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let low = firstIndex(where: { !isBlank($0) }), let high = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[low...high])
    }
}
