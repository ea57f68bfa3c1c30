import ESP
import SyncML

/// A small management server for one device, in the process: it answers client messages with what its assignments and
/// its script say.
///
/// Pure: bytes in, bytes out, the time is given. It makes the same SyncML that Intune makes for an Enrollment Status
/// Page, so that a life can be lived without a server; it is for tests and demonstrations.
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
        /// The codes, one for each Status; several for a command with several Items, none for a command that the client
        /// left unanswered.
        public var statuses: [Int]
        /// The Data of each Item that came back in Results.
        public var results: [String]
        /// The position of the command in the scripted messages, counted over all of them; nil for commands of the
        /// plan.
        public var scripted: Int?
    }

    /// A time in which the server does not do what a server has to.
    public struct Fault: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The connection breaks: no answer at all.
            case noAnswer
            /// The answer is a page of a proxy, not a message.
            case garbage
            /// Every answer holds another Get, so that no session ends.
            case endless
        }

        public var kind: Kind
        public var from: DeviceTime
        public var to: DeviceTime

        /// - Parameter to: the first instant at which the server works again.
        public init(kind: Kind, from: DeviceTime, to: DeviceTime) {
            self.kind = kind
            self.from = from
            self.to = to
        }
    }

    /// A step of the plan; each is sent once.
    private enum Step: Hashable {
        case deviceSetup, deviceLists, userSetup, userLists, laterUsers
        case scripted(Int)
    }

    private struct Sent {
        var command: Command
        var scripted: Int?
    }

    private let plan: EnrollmentPlan?
    private let scripted: [ScriptedMessage]
    private let faults: [Fault]
    private var done: Set<Step> = []
    private var isUserSignedIn = false
    private var firstUserSession: DeviceTime?
    private var sessionID = ""
    private var msgID = 0
    private var hasAskedProgress = false
    /// The client said goodbye, by abort or by leaving management: nothing more is sent in this session, or ever.
    private var isSessionAborted = false
    private var hasLeft = false
    /// The user's IsSyncDone was read as true.
    private var isFirstUserDone = false
    /// By CmdID, for the message that the client is answering.
    private var outstanding: [String: Sent] = [:]
    /// Every answer of the client, in order.
    public private(set) var answers: [Answer] = []

    /// - Parameters:
    ///   - assignments: what the plan is made from; nil for a server that sends scripted messages only.
    ///   - scripted: in order of time.
    public init(assignments: Assignments?, scripted: [ScriptedMessage] = [], faults: [Fault] = []) {
        plan = assignments.map(EnrollmentPlan.init)
        self.scripted = scripted
        self.faults = faults
    }

    /// Answers a client message; nil when it is none, or when a fault says so.
    public mutating func answer(_ bytes: [UInt8], now: DeviceTime) -> [UInt8]? {
        let fault = faults.first { $0.from <= now && now < $0.to }?.kind
        switch fault {
        case .noAnswer: return nil
        case .garbage: return Array("<html><body><h1>503 Service Unavailable</h1></body></html>".utf8)
        case .endless, nil: break
        }
        guard let message = try? Message(parsing: bytes), let header = message.header else { return nil }
        if header.msgID == "1" || header.sessionID != sessionID { beginSession(message, header, now) }
        readAlerts(message)
        record(message, now)
        msgID += 1
        var next = 1
        var commands = statuses(for: message, header).map { $0.numbered(&next) }
        if !message.isFinal {
            // The package goes on: the client's next message is asked for, and no command is sent in between (oma-dm.md
            // 2.9).
            commands.append(Command.alert(Alert(cmdID: nil, data: ItemData("1222"))).numbered(&next))
        } else if !isSessionAborted, !hasLeft {
            var sending = due(now)
            if fault == .endless, sending.isEmpty { sending.append((CommandFactory.get(["./DevInfo/DevId"]), nil)) }
            for (command, index) in sending {
                let numbered = command.numbered(&next)
                for part in numbered.flattened {
                    outstanding[part.cmdID ?? ""] = Sent(
                        command: part, scripted: part.cmdID == numbered.cmdID ? index : nil)
                }
                commands.append(numbered)
            }
        }
        let answer = Message(
            header: SyncHdr(
                sessionID: sessionID, msgID: String(msgID), target: header.source.map { Location($0.locURI) },
                source: header.target.map { Location($0.locURI) }),
            commands: commands, isFinal: true)
        return try? answer.serialized()
    }

    private mutating func beginSession(_ message: Message, _ header: SyncHdr, _ now: DeviceTime) {
        sessionID = header.sessionID
        msgID = 0
        hasAskedProgress = false
        isSessionAborted = false
        // What the last session left unanswered stays so.
        dropOutstanding(now)
        readLogin(message, now)
    }

    private mutating func readAlerts(_ message: Message) {
        for command in message.commands {
            guard case .alert(let alert) = command else { continue }
            if alert.data?.content == "1223" { isSessionAborted = true }
            if alert.items.contains(where: { $0.meta?.type == "com.microsoft:mdm.unenrollment.userrequest" }) {
                hasLeft = true
            }
        }
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

    /// Takes the client's Status and Results. With the end of the package what was not answered counts as left
    /// unanswered.
    private mutating func record(_ message: Message, _ now: DeviceTime) {
        var order: [String] = []
        var codes: [String: [Int]] = [:]
        var results: [String: [String]] = [:]
        for command in message.commands {
            switch command {
            case .status(let status):
                guard status.cmdRef != "0", let code = Int(status.data?.content ?? "") else { continue }
                if codes[status.cmdRef] == nil { order.append(status.cmdRef) }
                codes[status.cmdRef, default: []].append(code)
            case .results(let found):
                results[found.cmdRef, default: []] += found.items.map { $0.data?.content ?? "" }
                readProgress(found)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: continue
            }
        }
        for cmdRef in order {
            guard let sent = outstanding.removeValue(forKey: cmdRef) else { continue }
            answers.append(
                Answer(
                    time: now, command: sent.command, statuses: codes[cmdRef] ?? [], results: results[cmdRef] ?? [],
                    scripted: sent.scripted))
        }
        if message.isFinal { dropOutstanding(now) }
    }

    private mutating func dropOutstanding(_ now: DeviceTime) {
        for (_, sent) in outstanding.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }) {
            answers.append(Answer(time: now, command: sent.command, statuses: [], results: [], scripted: sent.scripted))
        }
        outstanding = [:]
    }

    private mutating func readProgress(_ results: Results) {
        for item in results.items where item.data?.content == "true" {
            guard let uri = item.source?.locURI, uri.hasPrefix("./User/"), uri.hasSuffix("/IsSyncDone") else {
                continue
            }
            isFirstUserDone = true
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
            for step in [Step.deviceSetup, .deviceLists, .userSetup, .userLists, .laterUsers]
            where isDue(step, plan, now) {
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
        // U-01: the page is for the first user only.
        case .laterUsers: return isFirstUserDone && plan.assignments.profile.disableUserStatusTrackingAfterFirstUser
        case .scripted: return false
        }
    }

    private func commands(_ step: Step, _ plan: EnrollmentPlan) -> [Command] {
        switch step {
        case .deviceSetup: plan.deviceSetup
        case .deviceLists: plan.lists(.device)
        case .userSetup: plan.userSetup
        case .userLists: plan.lists(.user)
        case .laterUsers: plan.pageForLaterUsers
        case .scripted: []
        }
    }
}
