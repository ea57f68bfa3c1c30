import SyncML

extension Rule {
    static let nonceMissing = Rule(
        "authentication.nonce-missing", .warning,
        "A challenge, or a 200 for an md5 Cred, without NextNonce: the last nonce is used again.",
        requirements: ["SES-02", "DM-AUTH-18"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let status = linted.message.headerStatus, let chal = status.chal, chal.isDigest,
                (chal.meta.nextNonce ?? "").isEmpty
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "the challenge has no NextNonce: the last nonce that is known is used",
                    hint: "send a fresh nonce with every challenge")
            ]
        })
}

extension Chal {
    /// md5 or MAC, which need a nonce.
    var isDigest: Bool {
        switch meta.type?.lowercased() {
        case "syncml:auth-md5", "syncml:auth-mac": true
        default: false
        }
    }
}
