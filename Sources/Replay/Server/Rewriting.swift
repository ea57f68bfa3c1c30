import DMSession
import SyncML

/// Puts a recorded message of the server into a live session: its numbers, its addresses, its nonces.
struct Rewriting {
    private let client: Message
    /// CmdIDs of the recorded client's commands to those of the live client's.
    private let matched: [String: String]
    private let msgID: String
    private(set) var nonces: NonceSource
    /// How many of the client's commands the recording does not answer. A server answers every command (oma-dm.md 7,
    /// DM-STAT-01), so each got a Status 200.
    private(set) var addedCount = 0

    init(_ client: Message, matched: [String: String], msgID: String, nonces: NonceSource) {
        self.client = client
        self.matched = matched
        self.msgID = msgID
        self.nonces = nonces
    }

    /// - Parameter recorded: nil when the recording has nothing left: the message then only answers the client.
    mutating func rewritten(_ recorded: Message?) -> Message {
        var message = recorded ?? Message(isFinal: true)
        message.form = .message
        message.namespace = message.namespace ?? SyncMLNamespace.v12
        message.header = header(recorded?.header)
        message.raw = []
        message.findings = []
        var answered: Set<String> = []
        var commands: [Command] = []
        for command in recorded?.commands ?? [] {
            guard case .status(let status) = command else {
                commands.append(command)
                continue
            }
            guard let status = rewritten(status) else { continue }
            answered.insert(status.cmdRef)
            commands.append(.status(status))
        }
        message.commands = added(answered, taken: commands) + commands
        return message
    }

    private func header(_ recorded: SyncHdr?) -> SyncHdr {
        var header = recorded ?? SyncHdr(sessionID: "", msgID: "")
        header.sessionID = client.header?.sessionID ?? ""
        header.msgID = msgID
        header.target = client.header?.source.map { Location($0.locURI) }
        header.source = client.header?.target.map { Location($0.locURI) }
        header.respURI = nil
        header.cred = nil
        return header
    }

    /// nil for the answer to a command that the live client did not send.
    private mutating func rewritten(_ status: Status) -> Status? {
        var status = status
        if status.cmdRef != "0" {
            guard let cmdRef = matched[status.cmdRef] ?? sameCommand(status) else { return nil }
            status.cmdRef = cmdRef
        }
        status.msgRef = client.header?.msgID ?? "1"
        if status.cmdRef == "0" {
            status.targetRefs = []
            status.sourceRefs = []
        }
        if status.chal?.meta.nextNonce != nil { status.chal?.meta.nextNonce = nonces.next().text }
        return status
    }

    /// Without a recorded client the numbers themselves say which command is meant.
    private func sameCommand(_ status: Status) -> String? {
        guard matched.isEmpty else { return nil }
        return client.commands.first { $0.cmdID == status.cmdRef && $0.name == status.cmd }?.cmdID
    }

    /// Statuses that the recording lacks, before all others.
    private mutating func added(_ answered: Set<String>, taken: [Command]) -> [Command] {
        var next = (taken.compactMap { $0.cmdID.flatMap { Int($0) } }.max() ?? 0) + 1
        let msgRef = client.header?.msgID ?? "1"
        var result: [Command] = []
        func add(_ cmdRef: String, _ cmd: String) {
            result.append(
                .status(
                    Status(cmdID: String(next), msgRef: msgRef, cmdRef: cmdRef, cmd: cmd, data: ItemData("200"))))
            next += 1
        }
        if !answered.contains("0") { add("0", "SyncHdr") }
        for command in client.commands {
            switch command {
            case .status, .results: continue
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: break
            }
            guard let cmdID = command.cmdID, !answered.contains(cmdID) else { continue }
            add(cmdID, command.name)
            addedCount += 1
        }
        return result
    }
}
