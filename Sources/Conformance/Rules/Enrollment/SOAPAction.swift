extension Rule {
    static let soapAction = Rule(
        "enrollment.action", .error, "The Action of the header is missing, or not that of the body.",
        requirements: ["ENR-04"], reference: "enrollment.md 4.2, 6, 7.2",
        check: .enrollment { linted in linted.message.actionDefect.map { [Breach($0)] } ?? [] })
}
