import SyncML

extension ParseRule {
    /// The rows of oma-dm.md 7 and enrollment.md 16 that the parser tells a breach of.
    var requirements: [String] {
        switch self {
        case .namespaceVersion, .namespaceCase, .namespaceUnknown, .elementNamespace: ["DM-MSG-02"]
        case .namespaceMissing: ["DM-MSG-02", "DM-WIN-13"]
        case .headerMissing, .bodyMissing, .rootMissing: ["DM-MSG-03"]
        case .elementMissing: ["DM-MSG-03", "DM-HDR-05", "DM-HDR-06", "DM-CMD-18"]
        case .childOrder: ["DM-MSG-04"]
        case .bodyEmpty: ["DM-MSG-05"]
        case .afterFinal, .notEmpty: ["DM-MSG-06"]
        case .metinfNamespace, .metaOutside: ["DM-MSG-07"]
        case .dataMarkup: ["DM-MSG-08"]
        case .unusedElement, .noResp: ["DM-MSG-12"]
        case .unknownCommand: ["DM-MSG-12", "DM-CMD-18"]
        case .encodingLabel: ["DM-MSG-17"]
        case .credInCommand: ["DM-HDR-14"]
        case .commandIDMissing, .commandIDZero, .commandIDRepeated: ["DM-STAT-04", "SES-06"]
        case .dataCDATA: ["DM-WIN-04"]
        case .repeatedElement, .unknownElement, .nameCase, .markupInText: ["DM-CMD-18"]
        case .locURIMissing: ["DM-CMD-19"]
        case .wbxmlPublicID: ["DM-WBX-01"]
        case .wbxmlOctets, .wbxmlCharacters: ["DM-WBX-05"]
        case .byteOrderMark, .transcoded, .documentType, .unboundPrefix, .leadingWhiteSpace, .bodyAlone, .bareCommands,
            .partAlone, .commandIDPlaceholder, .sessionIDZero, .resultsCmd, .referenceLocURI, .metinfContainer,
            .attribute, .strayText, .locURIWhiteSpace, .wbxmlInstruction, .wbxmlTableEnd, .wbxmlNested,
            .wbxmlNestedRefused, .wbxmlLost, .findingsLeftOut:
            []
        }
    }
}
