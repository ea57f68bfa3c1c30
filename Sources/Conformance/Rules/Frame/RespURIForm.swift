extension Rule {
    static let respURIForm = Rule(
        "session.resp-uri", .warning, "A RespURI that is not absolute; the client goes on with the address it has.",
        requirements: ["DM-HDR-10"], reference: "oma-dm.md 1.5, RespURI",
        check: .message { linted in
            guard let header = linted.message.header, let address = header.respURI, !address.isEmpty,
                !address.contains("://") || !(address.first?.isLetter ?? false)
            else { return [] }
            return [
                Breach(
                    at: header.origin,
                    "the RespURI \"\(address)\" is not absolute, so the client goes on with the address it has",
                    hint: "write the whole address, with https://")
            ]
        })
}
