import XMLStream

/// A code page: the element names that one byte stands for, and the namespace that the page implies (oma-dm.md 5).
struct WBXMLCodePage: Sendable {
    var number: UInt8
    /// What the reference calls the page.
    var title: String
    var namespace: String
    /// The names in the order of their tokens, from `WBXMLToken.firstTag` on; nil where a token is reserved.
    let elements: [String?]

    /// - Parameter rows: names in the order of their tokens, separated by blanks; `-` is a reserved token.
    private init(_ number: UInt8, _ title: String, namespace: String, _ rows: [String]) {
        self.number = number
        self.title = title
        self.namespace = namespace
        elements = rows.flatMap { $0.split(separator: " ") }.map { $0 == "-" ? nil : String($0) }
    }

    /// The element of a token, the bits for content and attributes taken off.
    func element(_ token: UInt8) -> String? {
        let index = Int(token) - Int(WBXMLToken.firstTag)
        return elements.indices.contains(index) ? elements[index] : nil
    }

    /// The page of a number, nil for one that SyncML 1.2 does not have.
    static func page(_ number: UInt8) -> WBXMLCodePage? { all.indices.contains(Int(number)) ? all[Int(number)] : nil }

    /// All pages; a page's number is its index.
    static let all = [syncML, metInf, ddf]

    /// oma-dm.md 5.2. SyncML 1.0 and 1.1 use the same tokens as far as they have the elements, which real messages show.
    static let syncML = WBXMLCodePage(
        0, "SyncML", namespace: SyncMLNamespace.v12,
        [
            "Add Alert Archive",  // from 0x05
            "Atomic Chal Cmd CmdID CmdRef Copy Cred Data",  // from 0x08
            "Delete Exec Final Get Item Lang LocName LocURI",  // from 0x10
            "Map MapItem Meta MsgID MsgRef NoResp NoResults Put",  // from 0x18
            "Replace RespURI Results Search Sequence SessionID SftDel Source",  // from 0x20
            "SourceRef Status Sync SyncBody SyncHdr SyncML Target TargetRef",  // from 0x28
            "- VerDTD VerProto NumberOfChanges MoreData Field Filter Record",  // from 0x30
            "FilterType SourceParent TargetParent Move Correlator",  // from 0x38
        ])

    /// oma-dm.md 5.3.
    static let metInf = WBXMLCodePage(
        1, "MetInf", namespace: SyncMLNamespace.metinf,
        [
            "Anchor EMI Format",  // from 0x05
            "FreeID FreeMem Last Mark MaxMsgSize Mem MetInf Next",  // from 0x08
            "NextNonce SharedMem Size Type Version MaxObjSize FieldLevel",  // from 0x10
        ])

    /// oma-dm.md 5.4. Names that differ only in case are different elements. The namespace is that of the examples and of
    /// other codecs (oma-dm.md 8, A14).
    static let ddf = WBXMLCodePage(
        2, "DDF", namespace: SyncMLNamespace.dmddf,
        [
            "AccessType ACL Add",  // from 0x05
            "b64 bin bool chr CaseSense CIS Copy CS",  // from 0x08
            "date DDFName DefaultValue Delete Description DFFormat DFProperties DFTitle",  // from 0x10
            "DFType Dynamic Exec float Format Get int Man",  // from 0x18
            "MgmtTree MIME Mod Name Node node NodeName null",  // from 0x20
            "Occurrence One OneOrMore OneOrN Path Permanent Replace RTProperties",  // from 0x28
            "Scope Size time Title TStamp Type Value VerDTD",  // from 0x30
            "VerNo xml ZeroOrMore ZeroOrN ZeroOrOne",  // from 0x38
        ])
}

/// The byte of an element on its code page.
struct WBXMLTag: Hashable, Sendable {
    var page: UInt8
    var token: UInt8

    /// The tag of a name; nil when no page has it, so that it has to be written as a literal.
    ///
    /// Names of SyncML and metinf do not overlap, so they are found without their namespace, which messages often lack
    /// (oma-dm.md 8, A11). DDF has names of both, so it is asked only for its own namespace.
    init?(_ name: XMLName) {
        if name.namespace == SyncMLNamespace.dmddf {
            guard let tag = Self.ddf[name.local] else { return nil }
            self = tag
        } else {
            guard let tag = Self.message[name.local] else { return nil }
            self = tag
        }
    }

    /// The tag of a name of SyncML or metinf.
    init?(message name: String) {
        guard let tag = Self.message[name] else { return nil }
        self = tag
    }

    init(page: UInt8, token: UInt8) {
        self.page = page
        self.token = token
    }

    private static let message = tags(of: .syncML).merging(tags(of: .metInf)) { first, _ in first }
    private static let ddf = tags(of: .ddf)

    private static func tags(of page: WBXMLCodePage) -> [String: WBXMLTag] {
        var tags: [String: WBXMLTag] = [:]
        for (index, name) in page.elements.enumerated() {
            guard let name else { continue }
            tags[name] = WBXMLTag(page: page.number, token: UInt8(index) + WBXMLToken.firstTag)
        }
        return tags
    }
}

extension SyncMLNamespace {
    /// Device descriptions and TNDS objects (oma-dm.md 1.1).
    public static let dmddf = "syncml:dmddf1.2"
}
