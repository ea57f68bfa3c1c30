import SyncML

extension Rule {
    static let alertStatus = Rule(
        "session.alert-status", .warning, "A server refuses an alert of the client, which a server takes with 200.",
        requirements: ["DM-ALRT-01", "DM-ALRT-03", "DM-WIN-02", "SES-09", "SES-11"], reference: "oma-dm.md 2.5",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard let index = answer.asked, session.messages[answer.message].sender == .server,
                    case .alert(let alert) = session.answers.asked[index].command, let alertCode = alert.code,
                    let code = answer.status.code, code >= 300, !session.messages[answer.message].message.isChallenge,
                    !(session.messages[answer.message].context.profile.name == .oma && alert.mayGet(code))
                else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the server answered \(code) to Alert \(alertCode)\(alert.typeText)",
                    hint: "answer 200 to alerts that are not known, too: the client only tells something")
            }
        })
}

extension Alert {
    /// Refusals that the standard has for an alert of a client (oma-dm.md 2.5); servers of Windows answer 200 to all (8, A23).
    fileprivate func mayGet(_ status: Int) -> Bool {
        switch code {
        case 1224: status == 406
        case 1226: [401, 407, 412, 415, 500].contains(status)
        case .some, nil: false
        }
    }

    /// The types of the Items, for a sentence.
    fileprivate var typeText: String {
        let types = items.compactMap { $0.meta?.type }
        return types.isEmpty ? "" : " (\(types.joined(separator: ", ")))"
    }
}
