extension Rule {
    static let digestReplayed = Rule(
        "authentication.digest-replayed", .error, "The server takes an md5 digest that it took before.",
        requirements: ["SES-03", "DM-AUTH-18"], reference: "enrollment.md 14.5",
        check: .device { device in
            device.replayedDigests.map { place in
                Breach(
                    place: place,
                    "the server took a digest that it had taken before, so a recorded one opens a session",
                    hint: "send a NextNonce with every answer and take each nonce once")
            }
        })
}
