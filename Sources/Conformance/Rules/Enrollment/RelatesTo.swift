extension Rule {
    static let relatesTo = Rule(
        "enrollment.relates-to", .warning, "RelatesTo of a response is not the MessageID of the request.",
        requirements: ["ENR-05"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard let expected = linted.request?.header.messageID?.value else { return [] }
            return linted.message.relatesToDefect(messageID: expected).map { [Breach($0)] } ?? []
        })
}
