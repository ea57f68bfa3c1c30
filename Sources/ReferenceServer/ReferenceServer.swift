import ESP
import SyncML

/// A small management server for one device, in the process: it answers client messages with what its assignments and its script say.
///
/// Pure: bytes in, bytes out, the time is given. It makes the same SyncML that Intune makes for an Enrollment Status Page, so that a life
/// can be lived without a server; it is for tests and demonstrations.
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

    /// The client's answer to one command that the server sent.
    public struct Answer: Hashable, Sendable {
        public var time: DeviceTime
        public var command: Command
        /// The codes, one for each Status; several for a command with several Items.
        public var statuses: [Int]
        /// The position of the command in the scripted messages, counted over all of them; nil for commands of the plan.
        public var scripted: Int?
    }

    /// A step of the plan; each is sent once.
    private enum Step: Hashable {
        case deviceSetup, deviceLists, userSetup, userLists
        case scripted(Int)
    }

    private struct Sent {
        var command: Command
        var scripted: Int?
    }

    private let plan: EnrollmentPlan?
    private let scripted: [ScriptedMessage]
    private var done: Set<Step> = []
    private var isUserSignedIn = false
    private var firstUserSession: DeviceTime?
    private var sessionID = ""
    private var msgID = 0
    private var hasAskedProgress = false
    /// By CmdID, for the message that the client is answering.
    private var outstanding: [String: Sent] = [:]
    /// Every answer of the client, in order.
    public private(set) var answers: [Answer] = []

    /// - Parameters:
    ///   - assignments: what the plan is made from; nil for a server that sends scripted messages only.
    ///   - scripted: in order of time.
    public init(assignments: Assignments?, scripted: [ScriptedMessage] = []) {
        plan = assignments.map(EnrollmentPlan.init)
        self.scripted = scripted
    }

    /// Answers a client message; nil when it is none.
    public mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        guard let message = try? Message(parsing: bytes), let header = message.header else { return nil }
        if header.msgID == "1" || header.sessionID != sessionID {
            sessionID = header.sessionID
            msgID = 0
            hasAskedProgress = false
            outstanding = [:]
            readLogin(message, now)
        }
        record(message, now)
        msgID += 1
        var next = 1
        var commands = statuses(for: message, header).map { $0.numbered(&next) }
        outstanding = [:]
        for (command, index) in due(now) {
            let numbered = command.numbered(&next)
            outstanding[numbered.cmdID ?? ""] = Sent(command: command, scripted: index)
            commands.append(numbered)
        }
        let answer = Message(
            header: SyncHdr(
                sessionID: sessionID, msgID: String(msgID), target: header.source.map { Location($0.locURI) },
                source: header.target.map { Location($0.locURI) }),
            commands: commands, isFinal: true)
        return try? answer.serialized()
    }

    private mutating func readLogin(_ message: Message, _ now: DeviceTime) {
        for command in message.commands {
            guard case .alert(let alert) = command, let item = alert.items.first,
                item.meta?.type == "com.microsoft/MDM/LoginStatus"
            else { continue }
            isUserSignedIn = item.data?.content == "user"
            if isUserSignedIn, firstUserSession == nil { firstUserSession = now }
        }
    }

    private mutating func record(_ message: Message, _ now: DeviceTime) {
        var order: [String] = []
        var codes: [String: [Int]] = [:]
        for command in message.commands {
            guard case .status(let status) = command, status.cmdRef != "0", let code = Int(status.data?.content ?? "")
            else { continue }
            if codes[status.cmdRef] == nil { order.append(status.cmdRef) }
            codes[status.cmdRef, default: []].append(code)
        }
        for cmdRef in order {
            guard let sent = outstanding[cmdRef] else { continue }
            answers.append(
                Answer(time: now, command: sent.command, statuses: codes[cmdRef] ?? [], scripted: sent.scripted))
        }
    }

    /// A Status for the SyncHdr, each Alert and the DevInfo Replace (oma-dm.md 2.3).
    private func statuses(for message: Message, _ header: SyncHdr) -> [Command] {
        var result = [status(header.msgID, cmdRef: "0", "SyncHdr", "200")]
        for command in message.commands {
            switch command {
            case .alert(let alert): result.append(status(header.msgID, cmdRef: alert.cmdID ?? "", "Alert", "200"))
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

    /// What is to be sent now, in order; scripted commands with their position.
    private mutating func due(_ now: DeviceTime) -> [(command: Command, scripted: Int?)] {
        var result: [(command: Command, scripted: Int?)] = []
        if let plan {
            for step in [Step.deviceSetup, .deviceLists, .userSetup, .userLists] where isDue(step, plan, now) {
                done.insert(step)
                result += commands(step, plan).map { ($0, nil) }
            }
            if !hasAskedProgress, result.isEmpty, let scope = phase {
                hasAskedProgress = true
                result.append((plan.progress(scope), nil))
            }
        }
        var position = 0
        for (index, message) in scripted.enumerated() {
            if message.time <= now, done.insert(.scripted(index)).inserted {
                for (offset, command) in message.commands.enumerated() { result.append((command, position + offset)) }
            }
            position += message.commands.count
        }
        return result
    }

    /// The scope whose lists are out and whose progress is of interest.
    private var phase: PhaseScope? {
        if isUserSignedIn, done.contains(.userLists) { return .user }
        if !isUserSignedIn, done.contains(.deviceLists) { return .device }
        return nil
    }

    private func isDue(_ step: Step, _ plan: EnrollmentPlan, _ now: DeviceTime) -> Bool {
        guard !done.contains(step) else { return false }
        switch step {
        case .deviceSetup: return true
        case .deviceLists: return plan.assignments.listsAt.map { now >= $0 } ?? false
        case .userSetup: return isUserSignedIn
        case .userLists:
            guard isUserSignedIn, let first = firstUserSession, let delay = plan.assignments.userListsAfterSeconds
            else { return false }
            return now >= first.adding(seconds: delay)
        case .scripted: return false
        }
    }

    private func commands(_ step: Step, _ plan: EnrollmentPlan) -> [Command] {
        switch step {
        case .deviceSetup: plan.deviceSetup
        case .deviceLists: plan.lists(.device)
        case .userSetup: plan.userSetup
        case .userLists: plan.lists(.user)
        case .scripted: []
        }
    }
}
