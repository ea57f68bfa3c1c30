extension Rule {
    static let msgIDRepeated = Rule(
        "session.msg-id-repeated", .error, "A MsgID that an earlier message of the same sender has.",
        requirements: ["DM-HDR-06", "SES-05"], reference: "oma-dm.md 1.5, MsgID",
        check: .session { session in
            var seen: [LintedMessage.Sender: Set<String>] = [:]
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                guard let header = linted.message.header,
                    !seen[linted.sender, default: []].insert(header.msgID).inserted
                else { return nil }
                return Breach(
                    at: header.origin, messageIndex: index,
                    "an earlier message of the \(linted.sender.rawValue) has the MsgID \"\(header.msgID)\" too",
                    hint: "count messages from 1, resent ones too")
            }
        })
}
