import SyncML

extension Rule {
    static let nonceNotBase64 = Rule(
        "authentication.nonce-not-base64", .warning, "A NextNonce that is no Base64; its characters are hashed.",
        requirements: ["DM-AUTH-04"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard let status = linted.message.headerStatus, let chal = status.chal, chal.isDigest,
                let nonce = chal.meta.nextNonce, !nonce.isEmpty, !nonce.isBase64
            else { return [] }
            return [
                Breach(
                    at: status.origin, commandID: status.cmdID,
                    "the NextNonce is not Base64; its characters are hashed as they stand",
                    hint: "send the nonce in Base64, with padding")
            ]
        })
}

extension String {
    /// Groups of four characters of the alphabet, padded at the end.
    var isBase64: Bool {
        guard utf8.count % 4 == 0, !isEmpty else { return false }
        let padding = utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return false }
        return utf8.prefix(utf8.count - padding).allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
    }
}
