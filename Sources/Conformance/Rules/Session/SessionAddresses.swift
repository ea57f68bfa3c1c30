extension Rule {
    static let sessionAddresses = Rule(
        "session.target", .warning, "Target of a server's message is not the device that it answers.",
        requirements: ["DM-HDR-09"], reference: "oma-dm.md 7, DM-HDR-09",
        check: .session { session in
            var device: String?
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                guard let header = linted.message.header else { return nil }
                switch linted.sender {
                case .client:
                    device = header.source?.locURI
                    return nil
                case .server:
                    guard let device, let target = header.target?.locURI, target != device else { return nil }
                    return Breach(
                        at: header.origin, messageIndex: index, target: target,
                        "Target is \"\(target)\", and the message answers \"\(device)\"",
                        hint: "write the client's Source into Target")
                }
            }
        })
}
