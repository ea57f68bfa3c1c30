import SyncML

extension Rule {
    static let statusMissing = Rule(
        "session.status-missing", .error, "A command, or a SyncHdr, that the other side never answered with a Status.",
        requirements: [
            "SES-04", "DM-SESS-07", "DM-SESS-08", "DM-STAT-02", "DM-STAT-14", "DM-STAT-01", "DM-WIN-01",
        ], reference: "oma-dm.md 2.3",
        check: .session { session in
            let answers = session.answers
            return answers.asked.indices.compactMap { index in
                let asked = answers.asked[index]
                guard asked.wantsStatus, answers.answersOf[index] == nil,
                    let due = session.dueAnswer(to: asked)
                else { return nil }
                let who = session.messages[due].sender
                return Breach(
                    at: session.messages[due].message.header?.origin ?? .none, messageIndex: due,
                    commandID: asked.cmdID, target: asked.command?.firstTarget,
                    "the \(who.rawValue) never answered \(asked.name)\(asked.command == nil ? "" : " " + asked.cmdID) of message \(asked.msgID)",
                    hint: "send a Status with MsgRef \(asked.msgID) and CmdRef \(asked.cmdID)")
            }
        })
}

extension LintedSession {
    /// The message in which the Status for something had to stand at the latest; nil when none had to.
    ///
    /// The header is answered in the next message; a command when its package is closed and the other side speaks again
    /// (oma-dm.md 2.2). After a challenge, an abort or a refused header nothing more is owed.
    func dueAnswer(to asked: AnswerLedger.Asked) -> Int? {
        let sender = messages[asked.message].sender
        if messages[asked.message].message.hasAlert(1223) { return nil }
        var isClosed = asked.command == nil
        for index in asked.message..<messages.count {
            let linted = messages[index]
            if linted.sender == sender {
                if linted.message.isFinal { isClosed = true }
                continue
            }
            if linted.message.hasAlert(1223) { return nil }
            if asked.command != nil {
                guard isClosed else { continue }
                if let status = linted.message.headerStatus, let code = status.code, code >= 400 { return nil }
                // A client may split its answers; they are complete with its Final.
                if sender == .server, !linted.message.isFinal { continue }
            }
            // A message without any Status is a sample, or the beginning of the session anew.
            if linted.sender == .client, linted.message.hasAlert(1201) || linted.message.hasAlert(1200),
                linted.message.headerStatus == nil
            {
                return nil
            }
            return index
        }
        return nil
    }
}
