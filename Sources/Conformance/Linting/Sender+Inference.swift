import Capture
import SyncML

extension LintedMessage.Sender {
    /// Who wrote a message that nobody says it of.
    ///
    /// Commands that only one side may send decide first (oma-dm.md 1.2, restriction layer), because published samples swap
    /// Source and Target (windows-csp.md 5.1); then the header, whose Source is an address of the web in a server's message;
    /// then the rest. A fragment is what an administrator wrote, so a server's, unless it is an alert of a client.
    public init(inferredFrom message: Message) {
        if message.commands.contains(where: Self.isOnlyClients) {
            self = .client
        } else if message.commands.contains(where: Self.isOnlyServers) {
            self = .server
        } else if let header = message.header {
            let source = Self.isWebAddress(header.source)
            let target = Self.isWebAddress(header.target)
            let isClient = source == target ? message.commands.contains { $0.alert?.code == 1201 } : target
            self = isClient ? .client : .server
        } else {
            self = message.commands.contains(where: Self.isClientsAlert) ? .client : .server
        }
    }

    /// Alerts that a fragment shows because a client sends them (oma-dm.md 2.5).
    private static func isClientsAlert(_ command: Command) -> Bool {
        command.alert?.code.map { [1200, 1201, 1224, 1226].contains($0) } ?? false
    }

    private static func isOnlyClients(_ command: Command) -> Bool {
        switch command {
        case .results: true
        // DevInfo: a Replace with Source in place of Target.
        case .replace(let command): command.items.contains { $0.target == nil && $0.source != nil }
        // The answer to what only a server sends.
        case .status(let status):
            ["Add", "Delete", "Get", "Copy", "Exec", "Atomic", "Sequence"].contains(status.cmd)
        case .add, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: false
        }
    }

    private static func isOnlyServers(_ command: Command) -> Bool {
        switch command {
        case .add, .delete, .get, .copy, .exec, .atomic, .sequence: true
        case .replace(let command): command.items.contains { $0.target != nil }
        case .alert, .status, .results, .unknown: false
        }
    }

    private static func isWebAddress(_ location: Location?) -> Bool {
        guard let text = location?.locURI.lowercased() else { return false }
        return text.hasPrefix("http://") || text.hasPrefix("https://")
    }
}

extension LintedMessage.Sender {
    init(_ direction: CaptureRecord.Direction) {
        switch direction {
        case .toServer: self = .client
        case .toClient: self = .server
        }
    }
}
