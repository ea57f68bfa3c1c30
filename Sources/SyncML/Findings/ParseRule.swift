import XMLStream

/// The rules that parsing a message checks. The raw value is the stable id; docs/rules.md lists them all.
public enum ParseRule: String, CaseIterable, Hashable, Sendable {
    // The XML.
    case byteOrderMark = "xml.byte-order-mark"
    case transcoded = "xml.transcoded"
    case encodingLabel = "xml.encoding-label"
    case documentType = "xml.document-type"
    case unboundPrefix = "xml.unbound-prefix"
    case leadingWhiteSpace = "xml.leading-white-space"
    // The frame.
    case bodyAlone = "syncml.body-alone"
    case bareCommands = "syncml.bare-commands"
    case rootMissing = "syncml.root-missing"
    case partAlone = "syncml.part-alone"
    case headerMissing = "syncml.header-missing"
    case bodyMissing = "syncml.body-missing"
    case bodyEmpty = "syncml.body-empty"
    case notEmpty = "syncml.not-empty"
    case afterFinal = "syncml.after-final"
    // Namespaces.
    case namespaceMissing = "syncml.namespace-missing"
    case namespaceVersion = "syncml.namespace-version"
    case namespaceCase = "syncml.namespace-case"
    case namespaceUnknown = "syncml.namespace-unknown"
    case elementNamespace = "syncml.element-namespace"
    case metinfNamespace = "syncml.metinf-namespace"
    // Identifiers.
    case commandIDMissing = "syncml.command-id-missing"
    case commandIDPlaceholder = "syncml.command-id-placeholder"
    case commandIDZero = "syncml.command-id-zero"
    case commandIDRepeated = "syncml.command-id-repeated"
    case sessionIDZero = "syncml.session-id-zero"
    // Elements.
    case elementMissing = "syncml.element-missing"
    case repeatedElement = "syncml.repeated-element"
    case childOrder = "syncml.child-order"
    case unknownElement = "syncml.unknown-element"
    case unknownCommand = "syncml.unknown-command"
    case nameCase = "syncml.name-case"
    case unusedElement = "syncml.unused-element"
    case noResp = "syncml.no-resp"
    case credInCommand = "syncml.cred-in-command"
    case resultsCmd = "syncml.results-cmd"
    case referenceLocURI = "syncml.reference-locuri"
    case metinfContainer = "syncml.metinf-container"
    case metaOutside = "syncml.meta-outside"
    case attribute = "syncml.attribute"
    // Texts.
    case strayText = "syncml.stray-text"
    case markupInText = "syncml.markup-in-text"
    case locURIMissing = "syncml.locuri-missing"
    case locURIWhiteSpace = "syncml.locuri-white-space"
    case dataMarkup = "syncml.data-markup"
    case dataCDATA = "syncml.data-cdata"
    // WBXML.
    case wbxmlPublicID = "wbxml.public-id"
    case wbxmlInstruction = "wbxml.processing-instruction"
    case wbxmlTableEnd = "wbxml.string-table-end"
    case wbxmlOctets = "wbxml.octets"
    case wbxmlCharacters = "wbxml.characters"
    case wbxmlNested = "wbxml.nested-document"
    case wbxmlNestedRefused = "wbxml.nested-refused"
    case wbxmlLost = "wbxml.lost"
    // The list of findings itself.
    case findingsLeftOut = "syncml.findings-left-out"

    /// An error is what a Windows client answers with a failure or drops; a warning breaks the standard and Windows takes it; a
    /// note is worth knowing.
    public var severity: Finding.Severity {
        switch self {
        case .unboundPrefix, .headerMissing, .bodyMissing, .namespaceUnknown, .commandIDMissing, .elementMissing,
            .repeatedElement, .unknownCommand, .nameCase, .noResp, .credInCommand, .markupInText:
            .error
        case .encodingLabel, .documentType, .leadingWhiteSpace, .rootMissing, .partAlone, .bodyEmpty, .notEmpty,
            .afterFinal,
            .namespaceMissing, .namespaceVersion, .namespaceCase, .elementNamespace, .metinfNamespace,
            .commandIDPlaceholder, .commandIDZero, .commandIDRepeated, .childOrder, .unknownElement, .unusedElement,
            .metaOutside, .strayText, .locURIMissing, .dataMarkup, .dataCDATA, .wbxmlPublicID,
            .wbxmlOctets, .wbxmlCharacters, .wbxmlNestedRefused, .wbxmlLost:
            .warning
        case .byteOrderMark, .transcoded, .bodyAlone, .bareCommands, .sessionIDZero, .resultsCmd, .referenceLocURI,
            .metinfContainer, .attribute, .locURIWhiteSpace, .wbxmlInstruction, .wbxmlTableEnd, .wbxmlNested,
            .findingsLeftOut:
            .note
        }
    }

    /// Where the rule comes from.
    public var reference: String {
        switch self {
        case .byteOrderMark, .leadingWhiteSpace, .bodyAlone, .bareCommands, .rootMissing, .partAlone, .strayText:
            "design.md 8"
        case .transcoded, .encodingLabel: "oma-dm.md 1.1, character set"
        case .documentType: "oma-dm.md 1.1, prolog; design.md 7"
        case .unboundPrefix, .elementNamespace: "oma-dm.md 1.1, default prefixing"
        case .headerMissing, .bodyMissing: "oma-dm.md 1.2; MS-MDM 2.2.4.1"
        case .bodyEmpty: "oma-dm.md 7, DM-MSG-05"
        case .notEmpty: "oma-dm.md 1.2"
        case .afterFinal: "oma-dm.md 1.5, Final"
        case .namespaceMissing: "MS-MDM 2.2.4.1"
        case .namespaceVersion: "oma-dm.md 8, A35"
        case .namespaceCase: "oma-dm.md 1.1, case"
        case .namespaceUnknown: "oma-dm.md 1.1, root element"
        case .metinfNamespace, .metaOutside: "oma-dm.md 8, A11"
        case .commandIDMissing: "oma-dm.md 6.4; MS-MDM 2.2.3.2"
        case .commandIDPlaceholder, .commandIDRepeated: "oma-dm.md 1.5, CmdID"
        case .commandIDZero: "oma-dm.md 1.5, CmdID; 4.2 row 4"
        case .sessionIDZero: "oma-dm.md 1.5, SessionID"
        case .elementMissing, .repeatedElement, .childOrder, .markupInText: "oma-dm.md 1.2; MS-MDM 2.2.2"
        case .unknownElement, .unusedElement: "oma-dm.md 1.2, DM restriction layer"
        case .unknownCommand: "oma-dm.md 6.4; windows-csp.md 5.9 row 1"
        case .nameCase: "oma-dm.md 1.1, case"
        case .noResp: "oma-dm.md 8, A7"
        case .credInCommand: "oma-dm.md 1.2, Cred"
        case .resultsCmd: "oma-dm.md 8, A3"
        case .referenceLocURI: "oma-dm.md 8, A2"
        case .metinfContainer: "oma-dm.md 1.3"
        case .attribute: "oma-dm.md 1.1, attribute on root"
        case .locURIMissing: "oma-dm.md 1.2, Target"
        case .locURIWhiteSpace: "oma-dm.md 1.5, escaping"
        case .dataMarkup: "oma-dm.md 1.5, escaping"
        case .dataCDATA: "oma-dm.md 8, A15"
        case .wbxmlPublicID, .wbxmlInstruction, .wbxmlTableEnd: "oma-dm.md 5.1"
        case .wbxmlOctets, .wbxmlCharacters, .wbxmlNested, .wbxmlNestedRefused, .wbxmlLost: "oma-dm.md 5.5"
        case .findingsLeftOut: "design.md 7"
        }
    }
}

extension Finding {
    init(_ rule: ParseRule, at position: XMLPosition, _ message: String, hint: String = "") {
        self.init(
            rule: rule.rawValue, severity: rule.severity, position: position, message: message, hint: hint,
            reference: rule.reference)
    }

    /// The same finding with another severity: a fragment lacks by nature what a whole message must have.
    func weakened(to severity: Severity) -> Finding {
        var copy = self
        copy.severity = severity
        return copy
    }
}
