extension Rule {
    static let msgIDOrder = Rule(
        "session.msg-id", .warning, "A server's MsgID that is not the next one; the first is 1.",
        requirements: ["DM-HDR-07", "SES-05"], reference: "windows-csp.md 5.3",
        check: .session { session in
            var expected = session.isComplete ? 1 : nil
            return session.indices(of: .server).compactMap { index in
                guard let header = session.messages[index].message.header else { return nil }
                defer { expected = (Int(header.msgID) ?? expected ?? 0) + 1 }
                guard let expected, header.msgID != String(expected) else { return nil }
                return Breach(
                    at: header.origin, messageIndex: index,
                    "the MsgID is \"\(header.msgID)\", expected \"\(expected)\"",
                    hint: "a server's MsgID starts at 1 and grows by 1")
            }
        })
}
