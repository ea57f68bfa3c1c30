import SyncML

extension Rule {
    static let statusOrder = Rule(
        "session.status-order", .warning, "Statuses in another order than the commands that they answer.",
        requirements: ["DM-STAT-03"], reference: "oma-dm.md 2.3",
        check: .session { session in
            var last: [String: (message: Int, order: Int)] = [:]
            var told: Set<Int> = []
            return session.answers.answers.compactMap { answer in
                guard let index = answer.asked else { return nil }
                let asked = session.answers.asked[index]
                let key = "\(session.messages[answer.message].sender.rawValue) \(asked.msgID)"
                defer { last[key] = (answer.message, asked.order) }
                guard let before = last[key], before.message == answer.message, asked.order < before.order,
                    told.insert(answer.message).inserted
                else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the Status for command \(asked.cmdID) of message \(asked.msgID) stands behind that of a later command",
                    hint: "answer in the order of the commands")
            }
        })
}
