import DMSession
import SyncML

extension Rule {
    static let macBroken = Rule(
        "authentication.mac-broken", .error, "With auth-MAC, another Status than 200, or one without NextNonce.",
        requirements: ["DM-MAC-04"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard linted.record?.header(MACHeader.name) != nil, let status = linted.message.headerStatus,
                !linted.message.isChallenge, status.code != 200 || (status.chal?.meta.nextNonce ?? "").isEmpty
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "with auth-MAC every Status for a SyncHdr is 200 and brings a NextNonce, this one is \(status.data?.content ?? "missing"); the session ends",
                    hint: "answer 200 with a Chal that holds a NextNonce")
            ]
        })
}
