extension Rule {
    static let nonceRepeated = Rule(
        "authentication.nonce-repeated", .warning, "A NextNonce that an earlier session got already.",
        requirements: ["DM-AUTH-18"], reference: "oma-dm.md 2.11; 6.3",
        check: .device { device in
            device.repeatedNonces.map { place in
                Breach(
                    place: place, "the NextNonce is one that an earlier session got",
                    hint: "make a new nonce for every session, at random")
            }
        })
}
