import SyncML

extension Rule {
    static let nonceFormat = Rule(
        "authentication.nonce-format", .warning, "A Chal with NextNonce that does not state Format b64.",
        requirements: ["DM-AUTH-06", "SES-02"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let status = linted.message.headerStatus, let chal = status.chal, chal.isDigest,
                chal.meta.nextNonce != nil, chal.meta.format?.lowercased() != "b64"
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "the Chal does not state Format b64 for its NextNonce; it is decoded all the same",
                    hint: "add <Format>b64</Format> to the Meta")
            ]
        })
}
