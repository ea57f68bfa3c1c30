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
    /// What a client event of an unknown type is answered (oma-dm.md 8, A23).
    public var unknownEvent = Ambiguities.UnknownEvent.accepted

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

    /// Answers a client message; nil when it is none, or when a fault says so.
    public mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        let fault = faults.first { $0.from <= now && now < $0.to }?.kind
        switch fault {
        case .noAnswer: return nil
        case .garbage: return Array("<html><body><h1>503 Service Unavailable</h1></body></html>".utf8)
        case .endless, .silent, nil: break
        }
        guard let message = try? Message(parsing: bytes), let header = message.header else { return nil }
        if header.msgID == "1" || header.sessionID != progress.session.id { beginSession(message, header, now) }
        readGoodbye(message)
        record(message, now)
        progress.session.msgID += 1
        var next = 1
        var commands = statuses(for: message, header).map { $0.numbered(&next) }
        if !message.isFinal {
            // The package goes on: the client's next message is asked for, and no command is sent in between (oma-dm.md
            // 2.9).
            commands.append(Command.alert(Alert(cmdID: nil, data: ItemData("1222"))).numbered(&next))
        } else if !progress.session.isAborted, !progress.hasLeft, fault != .silent {
            var sending = due(now)
            if fault == .endless, sending.isEmpty { sending.append((CommandFactory.get(["./DevInfo/DevId"]), nil)) }
            for (command, index) in sending {
                let numbered = command.numbered(&next)
                progress.outstanding += numbered.flattened.map { part in
                    Progress.Sent(part, scripted: part.cmdID == numbered.cmdID ? index : nil)
                }
                commands.append(numbered)
            }
        }
        let answer = Message(
            header: SyncHdr(
                sessionID: progress.session.id, msgID: String(progress.session.msgID),
                target: header.source.map { Location($0.locURI) }, source: header.target.map { Location($0.locURI) }),
            commands: commands, isFinal: true)
        return try? answer.serialized()
    }

    /// A Status for the SyncHdr, each Alert and the DevInfo Replace (oma-dm.md 2.3).
    private func statuses(for message: Message, _ header: SyncHdr) -> [Command] {
        var result = [status(header.msgID, cmdRef: "0", "SyncHdr", "200")]
        for command in message.commands {
            switch command {
            case .alert(let alert):
                let isRefused = unknownEvent == .refused && ClientEvent.isUnknown(alert)
                result.append(status(header.msgID, cmdRef: alert.cmdID ?? "", "Alert", isRefused ? "406" : "200"))
            case .replace(let replace):
                result.append(status(header.msgID, cmdRef: replace.cmdID ?? "", "Replace", "200"))
            case .status, .results, .add, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: break
            }
        }
        return result
    }

    private func status(_ msgRef: String, cmdRef: String, _ cmd: String, _ code: String) -> Command {
        .status(Status(cmdID: nil, msgRef: msgRef, cmdRef: cmdRef, cmd: cmd, data: ItemData(code)))
    }
}
