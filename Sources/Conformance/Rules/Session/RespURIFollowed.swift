extension Rule {
    static let respURIFollowed = Rule(
        "session.resp-uri-ignored", .error, "A message goes to another address than the RespURI that came before it.",
        requirements: ["DM-HDR-10"], reference: "oma-dm.md 1.5, RespURI",
        check: .session { session in
            var address: String?
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                switch linted.sender {
                case .server:
                    if let next = linted.message.header?.respURI, next.contains("://") { address = next }
                    return nil
                case .client:
                    guard let address, let url = linted.record?.url, !url.hasPrefix(address) else { return nil }
                    return Breach(
                        at: linted.message.header?.origin ?? .none, messageIndex: index, target: url,
                        "the message went to \(url), and the server had asked for \(address)",
                        hint: "a RespURI counts for all further messages of the session")
                }
            }
        })
}
