import SyncML

extension Rule {
    static let neverQuiet = Rule(
        "session.never-quiet", .warning,
        "A server sends the same commands in three messages of one session or more: it never goes quiet.",
        requirements: ["DM-SESS-30"], reference: "oma-dm.md 2.1, package 4",
        check: .session { session in
            var seen: [Int: (count: Int, index: Int)] = [:]
            for index in session.indices(of: .server) {
                let commands = session.messages[index].message.commands.filter(\.isNewCommand)
                guard !commands.isEmpty, !session.messages[index].message.hasChunk else { continue }
                // The CmdIDs may differ from message to message.
                var hasher = Hasher()
                for command in commands { hasher.combine(command.withCmdID("")) }
                let key = hasher.finalize()
                seen[key] = ((seen[key]?.count ?? 0) + 1, index)
            }
            return seen.values.filter { $0.count >= 3 }.sorted { $0.index < $1.index }.map { count, index in
                let command = session.messages[index].message.commands.first(where: \.isNewCommand)
                return Breach(
                    at: command?.origin ?? .none, messageIndex: index, commandID: command?.cmdID,
                    target: command?.firstTarget,
                    "the server sent the same commands in \(count) messages of one session",
                    hint: "when nothing new is to be done, answer with Statuses and Final alone: that ends the session")
            }
        })
}
