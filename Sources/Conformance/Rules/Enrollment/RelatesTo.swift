extension Rule {
    static let relatesTo = Rule(
        "enrollment.relates-to", .warning, "RelatesTo of a response is not the MessageID of the request.",
        requirements: ["ENR-05"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard let expected = linted.request?.header.messageID?.value else { return [] }
            let hint = "write the MessageID of the request, \(expected)"
            guard let relatesTo = linted.message.header.relatesTo else {
                return [Breach("the header has no RelatesTo", hint: hint)]
            }
            guard relatesTo.value != expected else { return [] }
            return [Breach(relatesTo.place, "RelatesTo is \(relatesTo.value)", hint: hint)]
        })
}
