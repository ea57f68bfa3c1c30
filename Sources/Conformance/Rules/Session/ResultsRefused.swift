import SyncML

extension Rule {
    static let resultsRefused = Rule(
        "session.results-refused", .warning, "A server refuses Results, or a chunk of them.",
        requirements: ["DM-RES-12", "DM-LOB-13"], reference: "oma-dm.md 2.4, 2.9",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard let index = answer.asked, session.answers.asked[index].command?.results != nil,
                    session.messages[answer.message].sender == .server, let code = answer.status.code, code >= 300,
                    !session.messages[answer.message].message.isChallenge
                else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the server answered \(code) to the Results \(answer.status.cmdRef)",
                    hint: "a server takes several Results, several Items in one, and Results in chunks")
            }
        })
}
