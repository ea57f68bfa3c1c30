import SyncML

extension Rule {
    static let statusRepeated = Rule(
        "session.status-repeated", .warning, "A second Status for a command, or more than the command has Items.",
        requirements: ["DM-STAT-02", "SES-04"], reference: "oma-dm.md 2.3",
        check: .session { session in
            let ledger = session.answers
            return ledger.answersOf.sorted { $0.key < $1.key }.compactMap { index, answers in
                let asked = ledger.asked[index]
                let allowed = max(asked.itemCount, 1)
                guard answers.count > allowed, let last = answers.last else { return nil }
                let answer = ledger.answers[last]
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "\(asked.name) \(asked.cmdID) of message \(asked.msgID) got \(answers.count) Statuses",
                    hint: "send one Status for each command, or one for each of its Items")
            }
        })
}
