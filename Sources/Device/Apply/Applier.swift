import DMSession
import DMTree
import SyncML

/// Applies messages of a server to one device in one session: what `espalier apply` does.
public struct Applier: Sendable {
    public private(set) var tree: DeviceTree
    private var session: DMSession

    /// A session in which package 1 counts as sent.
    ///
    /// - Parameters:
    ///   - coding: the form in which the replies travel, whose bytes MaxMsgSize counts.
    ///   - user: who answers questions of the server; nil for nobody, and they are answered 406.
    public init(_ device: FreshDevice, tree: DeviceTree, coding: MessageCoding = .xml, user: UserScript? = nil) {
        self.tree = tree
        var parameters = SessionParameters(
            sessionID: "1", serverURI: FreshDevice.serverAddress, deviceID: device.profile.deviceID, alerts: [],
            user: user, coding: coding)
        parameters.credentials = Credentials(serverID: tree.providerID, negotiated: nil, in: tree)
        parameters.credentials.opening = nil
        parameters.nonces = NonceSource(seed: Array(device.profile.deviceID.utf8))
        session = DMSession.afterPackage1(parameters)
    }

    /// What one message brought.
    public struct Applied: Sendable {
        /// The message that was applied; bare commands were numbered.
        public var message: Message
        public var turn: Turn
        /// Deviations of the message first, then what the commands met, in document order.
        public var diagnostics: [Diagnostic]
    }

    /// What the decision on the command itself says too, and better: with its status, or, for bare commands, not at
    /// all, because they were numbered.
    private static let toldByTheCommand: Set<String> = ["syncml.command-id-missing", "syncml.unknown-command"]

    /// Applies a message. Bare commands without CmdID are numbered, because nobody writes CmdIDs into a profile; in a
    /// whole message they get 400 as Windows gives.
    public mutating func apply(_ message: Message) -> Applied {
        var message = message
        if message.form == .commands { message.commands = CommandNumbering.numbered(message.commands) }
        let turn = session.receive(message, tree: &tree)
        let findings = message.findings.filter { !Self.toldByTheCommand.contains($0.rule) }.map(Diagnostic.init)
        return Applied(message: message, turn: turn, diagnostics: findings + turn.diagnostics)
    }
}

/// Gives CmdIDs to bare commands that have none.
enum CommandNumbering {
    static func numbered(_ commands: [Command]) -> [Command] {
        var used: Set<String> = []
        collect(commands, into: &used)
        var next = 1
        return commands.map { number($0, &next, used) }
    }

    private static func collect(_ commands: [Command], into used: inout Set<String>) {
        for command in commands {
            if let cmdID = command.cmdID { used.insert(cmdID) }
            switch command {
            case .atomic(let container), .sequence(let container): collect(container.commands, into: &used)
            default: break
            }
        }
    }

    /// A container comes before its children. Statuses, Results and elements that are no commands keep what they have.
    private static func number(_ command: Command, _ next: inout Int, _ used: Set<String>) -> Command {
        switch command {
        case .status, .results, .unknown: return command
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence: break
        }
        var numbered = command
        if command.cmdID == nil {
            while used.contains(String(next)) { next += 1 }
            numbered = command.withCmdID(String(next))
            next += 1
        }
        return numbered.mappingChildren { number($0, &next, used) }
    }
}

extension Diagnostic {
    /// A deviation of the message as a diagnostic.
    public init(_ finding: Finding) {
        self.init(
            rule: finding.rule, severity: Severity(rawValue: finding.severity.rawValue) ?? .note,
            line: finding.position.line, column: finding.position.column, message: finding.message,
            hint: finding.hint, reference: finding.reference)
    }
}
