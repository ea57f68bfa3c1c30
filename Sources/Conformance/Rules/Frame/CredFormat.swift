import SyncML

extension Rule {
    static let credFormat = Rule(
        "authentication.cred-format", .warning, "An md5 Cred that does not state Format b64.",
        requirements: ["DM-AUTH-07"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let header = linted.message.header, let cred = header.cred, cred.isDigest,
                cred.meta?.format?.lowercased() != "b64"
            else { return [] }
            return [
                Breach(
                    at: header.origin, "the md5 Cred does not state Format b64",
                    hint: "add <Format>b64</Format> to its Meta")
            ]
        })
}

extension Cred {
    var isDigest: Bool { meta?.type?.lowercased() == "syncml:auth-md5" }
}
