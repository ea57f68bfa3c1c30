extension Rule {
    static let envelopeMalformed = Rule(
        "enrollment.malformed", .error,
        "A SOAP message of the enrolment that is not well-formed, or has no Body. Windows shows 0x80180001.",
        requirements: ["ENR-13"], reference: "enrollment.md 6.2, 9", check: .enrollment { _ in [] })
    static let missingBlank = Rule(
        "enrollment.missing-blank", .warning,
        "An element of XCEP that runs into its xsi:nil. It is not well-formed, and Windows was seen to take it.",
        requirements: ["ENR-13"], reference: "enrollment.md 6.2", check: .enrollment { _ in [] })
    static let soapNameCase = Rule(
        "enrollment.name-case", .error, "An element's name differs from the right one in the case of letters.",
        requirements: ["ENR-13"], reference: "enrollment.md 9.1; 16, ENR-13", check: .enrollment { _ in [] })
    static let soapNamespace = Rule(
        "enrollment.soap-namespace", .warning, "The Envelope is not in the namespace of SOAP 1.2.",
        reference: "enrollment.md 4.1", check: .enrollment { _ in [] })
    static let provisioningMalformed = Rule(
        "provisioning.malformed", .error,
        "A provisioning document that is not well-formed, or has an element without its name.",
        requirements: ["ENR-13"], reference: "enrollment.md 8", check: .provisioning { _ in [] })
}
