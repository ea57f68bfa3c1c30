extension ParseRule {
    /// What the rule is about, in plain words, as docs/rules.md prints it.
    public var summary: String {
        switch self {
        case .byteOrderMark: "The message begins with a byte order mark."
        case .transcoded: "The message is not in UTF-8 and was converted."
        case .encodingLabel: "The XML declaration names another encoding than the bytes have."
        case .documentType:
            "A DOCTYPE stands before the root. It is passed over; one that declares entities is refused."
        case .unboundPrefix:
            "A prefix that no xmlns declaration binds. Names are matched without it. Told once for each prefix."
        case .leadingWhiteSpace: "White space before the XML declaration."
        case .bodyAlone: "A SyncBody without SyncML and SyncHdr."
        case .bareCommands: "One or more commands without a root."
        case .rootMissing: "SyncHdr, and perhaps SyncBody, without a SyncML element round them."
        case .partAlone: "An Item, Meta, LocURI or another part without its command. It is kept; nothing is executed."
        case .headerMissing: "SyncML without SyncHdr."
        case .bodyMissing: "SyncML without SyncBody."
        case .bodyEmpty: "A SyncBody without a single command."
        case .notEmpty: "Final, MoreData or NoResp with content. It is dropped."
        case .afterFinal: "A command after Final."
        case .namespaceMissing: "The root has no namespace."
        case .namespaceVersion: "The root has the namespace of SyncML 1.0 or 1.1."
        case .namespaceCase: "The root's namespace differs from that of SyncML in the case of letters."
        case .namespaceUnknown: "The root is in a namespace that is none of SyncML's."
        case .elementNamespace: "An element of SyncML is in another namespace than the root. Told once for each name."
        case .metinfNamespace: "A child of Meta is not in `syncml:metinf`. Told once for each name."
        case .commandIDMissing:
            "A command without CmdID, or with an empty one. In commands without a root only a note: tools number them."
        case .commandIDPlaceholder: "A CmdID that is no number. In commands without a root only a note."
        case .commandIDZero: "A CmdID of 0."
        case .commandIDRepeated: "A CmdID that an earlier command of the message has. Placeholders are left out."
        case .sessionIDZero: "A SessionID of 0."
        case .elementMissing:
            "An element that the DTD requires is missing: header elements, Item, Data, MsgRef, CmdRef, Cmd."
        case .repeatedElement: "An element that may stand once stands again. The first one counts, the others are kept."
        case .childOrder: "A child stands later than the DTD has it. Told once for each parent."
        case .unknownElement: "An element that its parent does not have. It is kept and not used."
        case .unknownCommand:
            "A child of SyncBody, Atomic or Sequence that is no command of device management. Windows answers 400."
        case .nameCase: "A name that is known in another case. Names are case sensitive."
        case .unusedElement: "An element of data synchronization, such as Archive, Lang or SourceParent."
        case .noResp: "NoResp. The command is answered all the same."
        case .credInCommand: "Cred in a command; it belongs into the SyncHdr."
        case .resultsCmd: "Cmd in Results."
        case .referenceLocURI: "TargetRef or SourceRef with a LocURI inside in place of text."
        case .metinfContainer: "A MetInf element in Meta. Its children are read as those of Meta."
        case .metaOutside: "Format, Type or another child of Meta beside it, directly in the Item."
        case .attribute: "An attribute where SyncML has none. It is dropped; on Data attributes are kept."
        case .strayText:
            "Text, or no-break spaces, where only elements belong. An ellipsis or Markdown there is refused."
        case .markupInText: "Elements inside CmdID, LocURI or another element that holds text. They are dropped."
        case .locURIMissing: "A Target or Source without LocURI, or with an empty one."
        case .locURIWhiteSpace: "White space round the text of LocURI."
        case .dataMarkup: "Elements inside Data, not escaped. They are kept verbatim."
        case .dataCDATA: "A CDATA section in Data."
        case .wbxmlPublicID:
            "A WBXML header that does not say what the document is (public id 1). It is read as SyncML 1.2."
        case .wbxmlInstruction: "A processing instruction in WBXML. It is passed over."
        case .wbxmlTableEnd: "The last string of a WBXML string table has no NUL."
        case .wbxmlOctets: "OPAQUE octets that are no text, without Format bin. They are kept in Base64."
        case .wbxmlCharacters: "OPAQUE text with NUL or another character that XML cannot carry."
        case .wbxmlNested:
            "A WBXML document in Data whose Type ends in +wbxml. It is read as XML; Type and Format are made to fit."
        case .wbxmlNestedRefused: "Data should hold a WBXML document and cannot be read as one. It is kept in Base64."
        case .wbxmlLost:
            """
            Encoding to WBXML only: attributes, or a foreign namespace, which WBXML cannot carry and which are left out.
            """
        case .findingsLeftOut: "The message has more findings than the limit; the rest is not listed."
        }
    }
}
