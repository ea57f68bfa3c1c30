extension Rule {
    static let soapAction = Rule(
        "enrollment.action", .error, "The Action of the header is missing, or not that of the body.",
        requirements: ["ENR-04"], reference: "enrollment.md 4.2, 6, 7.2",
        check: .enrollment { linted in
            guard let expected = linted.message.body.action else { return [] }
            guard let action = linted.message.header.action else {
                return [Breach("the header has no Action", hint: "write \(expected)")]
            }
            guard action.value != expected else { return [] }
            return [Breach(action.place, "the Action is \(action.value)", hint: "write \(expected)")]
        })
}
