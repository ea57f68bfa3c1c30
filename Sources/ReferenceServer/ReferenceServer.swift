import DMSession
import ESP
import ProtocolProfile
import SyncML

/// A small management server for one device, in the process: it answers client messages with what its assignments and
/// its script say.
///
/// Pure: bytes in, bytes out, the time is given. It makes the same SyncML that Intune makes for an Enrollment Status
/// Page, so that a life can be lived without a server, and the mistakes that other servers make; it is for tests and
/// demonstrations.
public struct ReferenceServer: Sendable {
    /// Commands that a scenario has the server send, beside or instead of the plan.
    public struct ScriptedMessage: Hashable, Sendable {
        /// In the first session at or after this instant.
        public var time: DeviceTime
        public var commands: [Command]

        public init(time: DeviceTime, commands: [Command]) {
            self.time = time
            self.commands = commands
        }
    }

    let assignments: Assignments?
    let scripted: [ScriptedMessage]
    let faults: [Fault]
    let mistakes: Set<Mistake>
    public var progress = Progress()
    /// What the server knows of the account; nil where nothing is proved inside SyncML, and nobody is notified.
    public var account: Account?
    /// nil: the client is known by its certificate.
    public var authentication: Authentication?
    public var notifications: [ScriptedNotification] = []
    /// In order of time.
    public var redirects: [Redirect] = []
    /// What a client event of an unknown type is answered (oma-dm.md 8, A23).
    public var unknownEvent = Ambiguities.UnknownEvent.accepted
    /// Whom a session is of that has a signed-in user and no token: who enrolled the device, where that was not done with
    /// Entra (enrollment.md 14.4, LoginStatus `user`). nil: without a token there is device policy only.
    public var enrolledUser: String?
    /// What is to be sent beside plan and script, in order; the caller takes out what was answered.
    public var queue: [QueuedCommand] = []
    /// How many messages the server sends in one session before it has no commands left for it; nil: without end.
    public var messagesPerSession: Int?

    /// - Parameters:
    ///   - assignments: what the plan is made from; nil for a server that sends scripted messages only.
    ///   - scripted: in order of time.
    public init(
        assignments: Assignments?, scripted: [ScriptedMessage] = [], faults: [Fault] = [], mistakes: Set<Mistake> = []
    ) {
        self.assignments = assignments
        self.scripted = scripted
        self.faults = faults
        self.mistakes = mistakes
    }

    /// Every answer of the client, in order.
    public var answers: [Answer] { progress.answers }

    /// Where the server wants sessions to go on (oma-dm.md 1.5, RespURI).
    public struct Redirect: Hashable, Sendable {
        /// For sessions that begin at or after this instant.
        public var time: DeviceTime
        /// As it is sent; one that is not absolute is a mistake of the server.
        public var address: String

        public init(time: DeviceTime, address: String) {
            self.time = time
            self.address = address
        }
    }

    /// An answer as it travels.
    public struct Reply: Hashable, Sendable {
        public var body: [UInt8]
        /// The value of `x-syncml-hmac`; nil without.
        public var signature: String?
        /// Whether the client's message was taken: false when its credentials were refused, or missing.
        public var isAccepted = false
    }

    /// Answers a client message; nil when it is none, or when a fault says so.
    public mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        reply(to: bytes, signature: nil, address: nil, now: now)?.body
    }

    /// The same with what travels beside a message.
    ///
    /// - Parameters:
    ///   - signature: the value of `x-syncml-hmac`.
    ///   - address: where the message went to; nil for a caller that has no addresses.
    /// - Returns: nil also for a message that goes to the old address after a RespURI.
    public mutating func reply(
        to bytes: [UInt8], signature: String?, address: String?, now: DeviceTime
    ) -> Reply? {
        let fault = faults.first { $0.from <= now && now < $0.to }?.kind
        switch fault {
        case .noAnswer: return nil
        case .garbage: return Reply(body: Array("<html><body><h1>503 Service Unavailable</h1></body></html>".utf8))
        case .endless, .silent, nil: break
        }
        guard let message = try? Message(parsing: bytes), let header = message.header else { return nil }
        return reply(to: message, header, signature: signature, address: address, fault, now)
    }

    private mutating func reply(
        to message: Message, _ header: SyncHdr, signature: String?, address: String?, _ fault: Fault.Kind?,
        _ now: DeviceTime
    ) -> Reply? {
        var respURI: String?
        if header.msgID == "1" || header.sessionID != progress.session.id {
            beginSession(header, now)
            respURI = redirects.last { $0.time <= now }?.address
            progress.session.address = respURI
        } else if let expected = progress.session.address, let address, address != expected {
            return nil
        }
        readVerdict(of: message)
        let verdict = Self.unsupported(header) ?? judge(message, message.raw, signature, now)
        progress.session.msgID += 1
        var next = 1
        var commands: [Command]
        var isAccepted = false
        switch verdict {
        case .refused(let status, let chal):
            commands = Self.refusals(of: message, header, status, chal).map { $0.numbered(&next) }
        case .accepted(let status, let chal):
            isAccepted = true
            commands = statuses(for: message, header, status, chal).map { $0.numbered(&next) }
            // A client whose answer is not ready has said nothing yet (windows-csp.md 3.6).
            if !message.isKeepAlive {
                commands += goOn(after: message, fault, now, &next)
            }
        }
        let own = ownCred(now)
        let answer = Message(
            header: SyncHdr(
                sessionID: progress.session.id, msgID: String(progress.session.msgID),
                target: header.source.map { Location($0.locURI) },
                source: header.target.map { Location($0.locURI, locName: own?.name) }, respURI: respURI,
                cred: own?.cred),
            commands: commands, isFinal: true)
        guard let body = Self.bytes(of: answer, inFormOf: message) else { return nil }
        let reply = Reply(body: body, signature: ownSignature(body, now), isAccepted: isAccepted)
        if own != nil || reply.signature != nil { proofs?.hasProvedItself = true }
        return reply
    }

    /// DM-HDR-03, DM-HDR-04: another version is refused with its own code, and nothing of the message is looked at.
    private static func unsupported(_ header: SyncHdr) -> Verdict? {
        if header.verDTD != "1.2" { return .refused(status: 505, chal: nil) }
        return header.verProto == "DM/1.2" ? nil : .refused(status: 513, chal: nil)
    }

    /// A client that speaks WBXML is answered in WBXML (oma-dm.md 5).
    static func bytes(of answer: Message, inFormOf message: Message) -> [UInt8]? {
        guard let version = message.raw.first.flatMap(WBXMLVersion.init) else { return try? answer.serialized() }
        return try? answer.wbxml(version: version)
    }

    /// Takes what the client says, and gives what it is to do next.
    private mutating func goOn(
        after message: Message, _ fault: Fault.Kind?, _ now: DeviceTime, _ next: inout Int
    ) -> [Command] {
        if !progress.session.hasPackage1 {
            progress.session.hasPackage1 = true
            readPackage1(message, now)
        }
        readGoodbye(message)
        record(message, now)
        progress.session.turns += 1
        guard message.isFinal else {
            // The package goes on: the client's next message is asked for, and no command is sent in between (oma-dm.md
            // 2.9).
            return [Command.alert(Alert(cmdID: nil, data: ItemData("1222"))).numbered(&next)]
        }
        guard !progress.session.isAborted, !progress.hasLeft, fault != .silent,
            progress.session.msgID < messagesPerSession ?? .max
        else { return [] }
        progress.beforeSending = progress.plan
        var sending = due(now)
        if fault == .endless, sending.isEmpty {
            sending.append(Due(command: CommandFactory.get(["./DevInfo/DevId"])))
        }
        return sending.map { due in
            let numbered = due.command.numbered(&next)
            progress.outstanding += numbered.flattened.map { part in
                Progress.Sent(
                    part, scripted: part.cmdID == numbered.cmdID ? due.scripted : nil, queued: due.queued)
            }
            return numbered
        }
    }

    /// The last message was not executed, so everything of it is sent again when it can be.
    mutating func takeBack() {
        guard let plan = progress.beforeSending else { return }
        progress.plan = plan
        progress.outstanding = []
        progress.beforeSending = nil
    }

    /// A Status for the SyncHdr, each Alert and the DevInfo Replace (oma-dm.md 2.3).
    private func statuses(for message: Message, _ header: SyncHdr, _ code: Int, _ chal: Chal?) -> [Command] {
        var result = [Self.status(header.msgID, cmdRef: "0", "SyncHdr", String(code), chal)]
        for command in message.commands {
            switch command {
            case .alert(let alert):
                let isRefused = unknownEvent == .refused && ClientEvent.isUnknown(alert)
                result.append(Self.status(header.msgID, cmdRef: alert.cmdID ?? "", "Alert", isRefused ? "406" : "200"))
            case .replace(let replace):
                result.append(Self.status(header.msgID, cmdRef: replace.cmdID ?? "", "Replace", "200"))
            case .status, .results, .add, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: break
            }
        }
        return result
    }

    /// One Status with the same code for the SyncHdr and each command, and nothing else (DM-AUTH-11).
    static func refusals(of message: Message, _ header: SyncHdr, _ code: Int, _ chal: Chal?) -> [Command] {
        var result = [status(header.msgID, cmdRef: "0", "SyncHdr", String(code), chal)]
        for command in message.commands {
            switch command {
            case .alert, .replace:
                result.append(status(header.msgID, cmdRef: command.cmdID ?? "", command.name, String(code)))
            case .status, .results, .add, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: break
            }
        }
        return result
    }

    private static func status(
        _ msgRef: String, cmdRef: String, _ cmd: String, _ code: String, _ chal: Chal? = nil
    ) -> Command {
        .status(Status(cmdID: nil, msgRef: msgRef, cmdRef: cmdRef, cmd: cmd, chal: chal, data: ItemData(code)))
    }
}
