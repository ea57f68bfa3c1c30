import SyncML

extension Rule {
    static let userNameMissing = Rule(
        "authentication.user-name-missing", .warning, "An md5 Cred without Source/LocName.",
        requirements: ["DM-HDR-15"], reference: "oma-dm.md 1.5",
        check: .message { linted in
            guard let header = linted.message.header, let cred = header.cred, cred.isDigest,
                (header.source?.locName ?? "").isEmpty
            else { return [] }
            return [
                Breach(
                    at: header.origin, "the SyncHdr has an md5 Cred and no Source/LocName with the user's name",
                    hint: "put the name that enters the digest into Source/LocName")
            ]
        })
}
