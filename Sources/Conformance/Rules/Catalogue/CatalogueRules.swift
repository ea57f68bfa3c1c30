import SyncML

extension Rule {
    /// The rules that the descriptions alone decide; `apply` has them, too.
    static let described: [Rule] = [
        observedAnswer, nodeUnknown, nodeNotOnBuild, nodeNotOnEdition, nodeWrongScope, nodeRetired, nodeNotRegistered,
        nodeExists, accessAdd, accessVerb, accessPermanent, queryVerb, queryUnsupported, objectsUnsupported,
        formatMismatch, valueNotOfFormat, valueNotAllowed, valueMissing, atomicRequired,
    ]

    static let describedIDs = Set(described.map(\.id))

    /// What the catalogue says of commands, and the CSPs that have behaviour.
    public static let catalogue: [Rule] =
        described
        + [
            deprecated, rebootNote, replaceAsAdd, parentAfterChild, execBeforeData, occurrence, placeholder,
            instanceName, percentEncoding, doubleEscaped, base64InText, admxForm, separatorLetters, unit, spelling,
        ]
        + CSPRule.all.map { Rule.reviewed($0.id, $0.severity, $0.summary, reference: $0.reference) }
}
