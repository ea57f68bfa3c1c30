import SyncML

extension Rule {
    static let statusForStatus = Rule(
        "session.status-for-status", .error, "A Status that answers a Status.", requirements: ["DM-STAT-07"],
        reference: "oma-dm.md 2.3",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard let index = answer.asked, session.answers.asked[index].command?.status != nil else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the Status answers the Status \(answer.status.cmdRef) of message \(answer.status.msgRef)",
                    hint: "a Status is never answered")
            }
        })
}
