import SyncML

extension Rule {
    static let statusUnexpected = Rule(
        "session.status-unexpected", .error, "A Status for a command that the other side never sent.",
        requirements: ["SES-04", "DM-STAT-02", "DM-STAT-11"], reference: "oma-dm.md 2.3",
        check: .session { session in
            let firstOf = Dictionary(
                session.messages.enumerated().map { ($1.sender, $1.message.header.flatMap { Int($0.msgID) } ?? 1) }
            ) { first, _ in first }
            return session.answers.answers.compactMap { answer in
                let status = answer.status
                // An empty CmdRef answers a command without CmdID (windows-csp.md 5.9 row 2).
                guard answer.asked == nil, !status.cmdRef.isEmpty else { return nil }
                let peer = session.messages[answer.message].sender.peer
                if !answer.knowsMessage, let first = firstOf[peer], let msgRef = Int(status.msgRef), msgRef < first {
                    return nil
                }
                guard firstOf[peer] != nil else { return nil }
                return Breach(
                    at: status.origin, messageIndex: answer.message, commandID: status.cmdID,
                    answer.knowsMessage
                        ? "message \(status.msgRef) has no command \(status.cmdRef), which this Status answers"
                        : "no message \(status.msgRef) was sent, which this Status answers",
                    hint: "copy MsgRef and CmdRef from the message that is answered")
            }
        })
}
