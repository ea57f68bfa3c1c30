import SyncML

extension Rule {
    static let statusReferences = Rule(
        "session.status-references", .note,
        "A Status without TargetRef and SourceRef for a command that has Target or Source. Told with --protocol oma.",
        requirements: ["DM-STAT-06"], reference: "oma-dm.md 8, A27",
        check: .session { session in
            session.answers.answers.compactMap { answer in
                guard session.messages[answer.message].context.profile.name == .oma, let index = answer.asked,
                    let command = session.answers.asked[index].command,
                    command.itemsAndMeta.items.contains(where: { $0.target != nil || $0.source != nil }),
                    answer.status.targetRefs.isEmpty, answer.status.sourceRefs.isEmpty
                else { return nil }
                return Breach(
                    at: answer.status.origin, messageIndex: answer.message, commandID: answer.status.cmdID,
                    "the Status names neither TargetRef nor SourceRef of \(command.name) \(answer.status.cmdRef)",
                    hint: "repeat the LocURI of the Item")
            }
        })
}
