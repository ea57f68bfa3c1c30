import SyncML

extension Rule {
    static let statusHeaderFirst = Rule(
        "status.header-first", .error,
        "The first Status of a message is not the one for the SyncHdr: CmdRef 0, Cmd SyncHdr. Outside of a capture a warning.",
        requirements: ["DM-STAT-01", "SES-04"], reference: "oma-dm.md 2.3",
        check: .message { linted in
            guard linted.message.form == .message,
                let first = linted.message.commands.lazy.compactMap(\.status).first
            else { return [] }
            // What somebody printed alone is often an excerpt.
            let severity: Severity? = linted.record == nil ? .warning : nil
            guard first.answersHeader else {
                let isLater = linted.message.headerStatus != nil
                return [
                    Breach(
                        at: first.origin, commandID: first.cmdID,
                        isLater
                            ? "the first Status answers CmdRef \(first.cmdRef); that for the SyncHdr stands behind it"
                            : "the message has Statuses and none for the SyncHdr",
                        hint: "begin with a Status that has CmdRef 0 and Cmd SyncHdr", severity: severity)
                ]
            }
            guard !first.cmd.isEmpty, first.cmd != "SyncHdr" else { return [] }
            return [
                Breach(
                    at: first.origin, commandID: first.cmdID,
                    "the Status with CmdRef 0 has the Cmd \"\(first.cmd)\", where \"SyncHdr\" belongs",
                    hint: "write <Cmd>SyncHdr</Cmd>", severity: severity)
            ]
        })
}
