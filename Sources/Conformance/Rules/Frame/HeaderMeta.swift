extension Rule {
    static let headerMeta = Rule(
        "header.meta-ignored", .note,
        "The Meta of a server's SyncHdr holds something besides MaxMsgSize, which Windows does not read.",
        reference: "oma-dm.md 6.4; 8, A13",
        check: .message { linted in
            guard linted.sender == .server, linted.context.profile.name == .windows,
                let header = linted.message.header, let meta = header.meta
            else { return [] }
            let others = [
                meta.maxObjSize.map { _ in "MaxObjSize" }, meta.format.map { _ in "Format" },
                meta.type.map { _ in "Type" }, meta.nextNonce.map { _ in "NextNonce" },
            ].compactMap(\.self)
            guard !others.isEmpty else { return [] }
            return [
                Breach(
                    at: header.origin,
                    "Windows does not read \(others.joined(separator: " and ")) in the Meta of a server's SyncHdr",
                    hint: "leave it out, or do not rely on it")
            ]
        })
}
