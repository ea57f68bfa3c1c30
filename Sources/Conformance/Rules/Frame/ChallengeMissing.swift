import SyncML

extension Rule {
    static let challengeMissing = Rule(
        "authentication.challenge-missing", .error, "401 or 407 for the SyncHdr without a Chal that names a type.",
        requirements: ["DM-AUTH-05", "SES-02"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard linted.message.isChallenge, let status = linted.message.headerStatus,
                (status.chal?.meta.type ?? "").isEmpty
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "the \(status.code ?? 401) for the SyncHdr has no Chal with a Type, so the client does not know what to send; the session ends",
                    hint: "send Chal with Meta Format, Type and NextNonce")
            ]
        })
}
