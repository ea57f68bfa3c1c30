import SyncML

extension Rule {
    static let statusCommand = Rule(
        "session.status-cmd", .error, "Cmd of a Status is not the name of the command that it answers.",
        requirements: ["SES-04"], reference: "oma-dm.md 1.5, Cmd",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard let index = answer.asked, !answer.status.cmd.isEmpty else { return nil }
                let asked = session.answers.asked[index]
                guard answer.status.cmd != asked.name else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the Status has Cmd \"\(answer.status.cmd)\", and command \(asked.cmdID) of message \(asked.msgID) is \(asked.name)",
                    hint: "write <Cmd>\(asked.name)</Cmd>")
            }
        })
}
