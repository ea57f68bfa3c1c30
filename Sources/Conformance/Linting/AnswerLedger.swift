import SyncML
import XMLStream

/// Which Status of a session answers which command (oma-dm.md 2.3). Made in one pass; the rules read it.
public struct AnswerLedger: Sendable {
    /// One command, or the header, of one message.
    public struct Asked: Sendable {
        /// Index into the session's messages.
        public let message: Int
        public let msgID: String
        /// `0` for the SyncHdr.
        public let cmdID: String
        /// The element's name, `SyncHdr` for the header.
        public let name: String
        public let itemCount: Int
        /// The place among what its message asks, the header being 0.
        public let order: Int
        public let origin: Origin
        /// nil for the header.
        public let command: Command?
    }

    /// One Status.
    public struct Answer: Sendable {
        /// Index into the session's messages.
        public let message: Int
        public let status: Status
        /// What it answers, as an index into `asked`; nil when nothing fits.
        public let asked: Int?
        /// True when the message that MsgRef names is part of the session.
        public let knowsMessage: Bool
    }

    public private(set) var asked: [Asked] = []
    public private(set) var answers: [Answer] = []
    /// The answers to each of `asked`, as indices into `answers`.
    public private(set) var answersOf: [Int: [Int]] = [:]

    private struct Key: Hashable {
        var sender: LintedMessage.Sender
        var msgID: String
        var cmdID: String
    }

    init(_ messages: [LintedMessage]) {
        var places: [Key: Int] = [:]
        var known: Set<Key> = []
        for (index, linted) in messages.enumerated() {
            let commands = linted.message.allCommands
            let peer = linted.sender.peer
            for status in commands.lazy.compactMap(\.status) {
                let place = places[Key(sender: peer, msgID: status.msgRef, cmdID: status.cmdRef)]
                if let place { answersOf[place, default: []].append(answers.count) }
                answers.append(
                    Answer(
                        message: index, status: status, asked: place,
                        knowsMessage: known.contains(Key(sender: peer, msgID: status.msgRef, cmdID: ""))))
            }
            guard let header = linted.message.header else { continue }
            known.insert(Key(sender: linted.sender, msgID: header.msgID, cmdID: ""))
            places[Key(sender: linted.sender, msgID: header.msgID, cmdID: "0")] = asked.count
            asked.append(
                Asked(
                    message: index, msgID: header.msgID, cmdID: "0", name: "SyncHdr", itemCount: 0, order: 0,
                    origin: header.origin, command: nil))
            for (order, command) in commands.enumerated() {
                guard let cmdID = command.cmdID else { continue }
                places[Key(sender: linted.sender, msgID: header.msgID, cmdID: cmdID)] = asked.count
                asked.append(
                    Asked(
                        message: index, msgID: header.msgID, cmdID: cmdID, name: command.name,
                        itemCount: command.itemsAndMeta.items.count, order: order + 1, origin: command.origin,
                        command: command))
            }
        }
    }

    /// The codes that a command was answered with, in their order.
    func codes(of asked: Int) -> [Int] { (answersOf[asked] ?? []).compactMap { answers[$0].status.code } }
}

extension AnswerLedger.Asked {
    /// True when the standard wants a Status for it: not for answers, and not for the end of a session.
    var wantsStatus: Bool {
        guard let command else { return true }
        switch command {
        case .status, .results: return false
        case .alert(let alert): return alert.code != 1223 && !alert.noResp
        case .add, .replace, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: return !command.noResp
        }
    }
}
