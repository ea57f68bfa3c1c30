import SyncML

extension Rule {
    static let statusForResults = Rule(
        "session.status-for-results", .warning, "Results answered with 200; they are answered only when they fail.",
        requirements: ["DM-STAT-08"], reference: "oma-dm.md 2.3",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard let index = answer.asked, session.answers.asked[index].command?.results != nil,
                    answer.status.code == 200
                else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the Results \(answer.status.cmdRef) of message \(answer.status.msgRef) are answered with 200",
                    hint: "leave the Status out")
            }
        })
}
