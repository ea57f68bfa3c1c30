/// What the standard leaves open (oma-dm.md 8), one switch for each of its 35 rows, with the default that the row
/// records.
///
/// `set` takes an id and an option by their names, such as `A7` and `obeyed`; `ID.options` lists them.
public struct Ambiguities: Hashable, Sendable, Codable {
    /// A1: the order of the children of a Status that we write. Any order is read.
    public enum StatusOrder: String, Hashable, Sendable, Codable, CaseIterable {
        /// TargetRef, SourceRef, Cred, Chal, Data, Item, as REPDTD has it.
        case dtd
        /// Data and Item before TargetRef and SourceRef, as MS-MDM prints it.
        case msmdm
    }

    /// A2: the content of TargetRef and SourceRef that we write. Both forms are read.
    public enum ReferenceContent: String, Hashable, Sendable, Codable, CaseIterable {
        case text
        /// A LocURI element, as MS-MDM says.
        case locURI
    }

    /// A3: Cmd in a Results that we write. It is read and not used.
    public enum ResultsCmd: String, Hashable, Sendable, Codable, CaseIterable {
        case absent
        case present
    }

    /// A4: an Atomic whose first child is a confirmation that the user rejects.
    public enum RejectedAtomic: String, Hashable, Sendable, Codable, CaseIterable {
        /// 215: nothing was executed. A rejection behind an executed child is 507 in any case.
        case notExecuted
        /// 507, like any other failure.
        case failed
    }

    /// A5: when the client's own package may be closed with Final.
    public enum FinalRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not before the package that it answers was closed.
        case afterRequest
        /// In every message, as the text's package numbers would allow.
        case always
    }

    /// A6: a Sequence after an ordinary failure of a child.
    public enum SequenceFailure: String, Hashable, Sendable, Codable, CaseIterable {
        case continues
        /// The following children are answered 215.
        case stops
    }

    /// A7: a command with NoResp.
    public enum NoResp: String, Hashable, Sendable, Codable, CaseIterable {
        case answered
        /// No Status is sent for it.
        case obeyed
    }

    /// A8: which length of a `chr` object Size may state.
    public enum TextSize: String, Hashable, Sendable, Codable, CaseIterable {
        /// The UTF-8 bytes; the length with XML escapes is taken with a warning.
        case utf8
        /// The UTF-8 bytes and nothing else.
        case utf8Only
    }

    /// A9: what tells that a chunk continues the object that is under way.
    public enum ChunkMatching: String, Hashable, Sendable, Codable, CaseIterable {
        case target
        /// The Target, and the CmdID of the first chunk.
        case targetAndCmdID
    }

    /// A10: the spellings of the nonce 0x00000000 that a notification may be signed with.
    public enum SpecialNonce: String, Hashable, Sendable, Codable, CaseIterable {
        /// Four zero octets, the ten characters `0x00000000`, eight characters `0`, one after the other.
        case any
        case fourZeroOctets
        case tenCharacters
        case eightCharacters
    }

    /// A11: children of Meta that are in no namespace, or in another one.
    public enum MetaNamespace: String, Hashable, Sendable, Codable, CaseIterable {
        case accepted
        /// The command is answered 400.
        case refused
    }

    /// A12: the Type of a generic alert.
    public enum AlertTypePrefix: String, Hashable, Sendable, Codable, CaseIterable {
        /// As Windows writes each of them.
        case bare
        /// With `Reversed-Domain-Name: ` before a type that has no prefix.
        case prefixed
    }

    /// A13: the Meta of a server's SyncHdr.
    public enum HeaderMeta: String, Hashable, Sendable, Codable, CaseIterable {
        /// A Results beyond MaxMsgSize ends the session with 1223 (OBS-013); the rest is ignored.
        case observed
        /// MaxMsgSize splits and MaxObjSize binds.
        case honoured
        case ignored
    }

    /// A14: the namespace of DDF and TNDS documents that are read.
    public enum TNDSNamespace: String, Hashable, Sendable, Codable, CaseIterable {
        case both
        /// `syncml:dmddf1.2` alone.
        case versioned
        /// `syncml:dmddf` alone.
        case unversioned
    }

    /// A15: a CDATA section in Data.
    public enum CDATA: String, Hashable, Sendable, Codable, CaseIterable {
        case accepted
        /// The command is answered 400.
        case refused
    }

    /// A16: the number base of a SessionID that we make.
    public enum SessionIDBase: String, Hashable, Sendable, Codable, CaseIterable {
        /// Decimal, hexadecimal from SyncApplicationVersion 2.0 on.
        case bySyncVersion
        case decimal
        case hexadecimal
    }

    /// A17: the order of Data and Correlator in an Alert that we write. Both are read.
    public enum AlertOrder: String, Hashable, Sendable, Codable, CaseIterable {
        case dataFirst
        case correlatorFirst
    }

    /// A18: a Get inside an Atomic.
    public enum GetInAtomic: String, Hashable, Sendable, Codable, CaseIterable {
        case refused
        case executed
    }

    /// A19: which commands may stand in SyncBody.
    public enum BodyCommands: String, Hashable, Sendable, Codable, CaseIterable {
        /// Those of the standard and those of MS-MDM.
        case union
        /// Those that MS-MDM prints: Alert and Sequence are answered 400.
        case msmdm
    }

    /// A20: an Add whose ancestors are missing.
    public enum ImplicitAdd: String, Hashable, Sendable, Codable, CaseIterable {
        case made
        /// 404.
        case refused
    }

    /// A21: a Replace of a node that is not there.
    public enum ReplaceOfAbsent: String, Hashable, Sendable, Codable, CaseIterable {
        /// Carried out as an Add, with the exceptions of windows-csp.md 5.9 row 14.
        case added
        /// 404, and nothing comes into being.
        case refused
    }

    /// A22: a property or list that is not supported.
    public enum UnsupportedQuery: String, Hashable, Sendable, Codable, CaseIterable {
        /// 406.
        case optionalFeature
        /// 404, as for a node that is not there.
        case notFound
    }

    /// A23: what the embedded server answers to a client event (Alert 1224) of a type that it does not know.
    public enum UnknownEvent: String, Hashable, Sendable, Codable, CaseIterable {
        /// 200.
        case accepted
        /// 406.
        case refused
    }

    /// A24: when the nonce of a Chal comes into force.
    public enum NonceLife: String, Hashable, Sendable, Codable, CaseIterable {
        /// With 212 in the next session, with 200 in the next message.
        case asWritten
        /// At once.
        case atOnce
    }

    /// A25: what of a nonce enters the hash.
    public enum NonceForm: String, Hashable, Sendable, Codable, CaseIterable {
        /// The decoded octets.
        case octets
        /// The Base64 text, as faulty peers do.
        case text
    }

    /// A26: Statuses for the children of a container of a server that is not authenticated.
    public enum RefusedChildren: String, Hashable, Sendable, Codable, CaseIterable {
        /// One for each.
        case answered
        /// One for the container alone.
        case silent
    }

    /// A27: the Statuses of a command with several Items.
    public enum SeveralItems: String, Hashable, Sendable, Codable, CaseIterable {
        /// One for each Item, with TargetRef, even if all are equal.
        case each
        /// One for each Item when they differ, otherwise one for all.
        case whenDifferent
    }

    /// A28: the child names in the Results of an interior node.
    public enum ChildNames: String, Hashable, Sendable, Codable, CaseIterable {
        case encoded
        case raw
    }

    /// A29: the session alert in package 1.
    public enum SessionAlert: String, Hashable, Sendable, Codable, CaseIterable {
        /// 1201, or 1200 after a notification.
        case sent
        /// None, as in the sample of MS-MDM 4.
        case missing
    }

    /// A30: an answer that would hold nothing but the Status for the SyncHdr.
    public enum LoneStatus: String, Hashable, Sendable, Codable, CaseIterable {
        case unsent
        case sent
    }

    /// A31: the text of the mac in `x-syncml-hmac`.
    public enum MACText: String, Hashable, Sendable, Codable, CaseIterable {
        /// Base64 of the 16 octets.
        case octets
        /// Base64 of their 32 hexadecimal digits, as the sample of DMSEC 5.4.3 has it.
        case hexadecimal
    }

    /// A32: Meta Format of a basic Cred.
    public enum BasicFormat: String, Hashable, Sendable, Codable, CaseIterable {
        case b64
        case absent
    }

    /// A33: what is asked first of a node that the server may not touch.
    public enum AccessOrder: String, Hashable, Sendable, Codable, CaseIterable {
        /// Whether it is there, whether it takes the verb, then the ACL (oma-dm.md 4.2).
        case existenceFirst
        /// The ACL, so that a server without rights does not learn what is there.
        case accessFirst
    }

    /// A34: the Data of a leaf without value in Results.
    public enum EmptyData: String, Hashable, Sendable, Codable, CaseIterable {
        case empty
        case absent
    }

    /// A35: a message in the namespace `SYNCML:SYNCML1.1`.
    public enum OldNamespace: String, Hashable, Sendable, Codable, CaseIterable {
        case accepted
        /// 505 on the SyncHdr.
        case refused
    }

    public var statusOrder = StatusOrder.dtd
    public var referenceContent = ReferenceContent.text
    public var resultsCmd = ResultsCmd.absent
    public var rejectedAtomic = RejectedAtomic.notExecuted
    public var finalRule = FinalRule.afterRequest
    public var sequenceFailure = SequenceFailure.continues
    public var noResp = NoResp.answered
    public var textSize = TextSize.utf8
    public var chunkMatching = ChunkMatching.target
    public var specialNonce = SpecialNonce.any
    public var metaNamespace = MetaNamespace.accepted
    public var alertTypePrefix: AlertTypePrefix
    public var headerMeta: HeaderMeta
    public var tndsNamespace = TNDSNamespace.both
    public var cdata = CDATA.accepted
    public var sessionIDBase = SessionIDBase.bySyncVersion
    public var alertOrder = AlertOrder.dataFirst
    public var getInAtomic = GetInAtomic.refused
    public var bodyCommands = BodyCommands.union
    public var implicitAdd = ImplicitAdd.made
    public var replaceOfAbsent: ReplaceOfAbsent
    public var unsupportedQuery = UnsupportedQuery.optionalFeature
    public var unknownEvent = UnknownEvent.accepted
    public var nonceLife = NonceLife.asWritten
    public var nonceForm = NonceForm.octets
    public var refusedChildren = RefusedChildren.answered
    public var severalItems: SeveralItems
    public var childNames: ChildNames
    public var sessionAlert = SessionAlert.sent
    public var loneStatus = LoneStatus.unsent
    public var macText = MACText.octets
    public var basicFormat = BasicFormat.b64
    public var accessOrder = AccessOrder.existenceFirst
    public var emptyData = EmptyData.empty
    public var oldNamespace = OldNamespace.accepted

    /// The defaults that oma-dm.md 8 records for a profile.
    public init(_ profile: ProtocolProfile.Name) {
        switch profile {
        case .windows:
            (alertTypePrefix, headerMeta, replaceOfAbsent) = (.bare, .observed, .added)
            (severalItems, childNames) = (.each, .encoded)
        case .oma:
            (alertTypePrefix, headerMeta, replaceOfAbsent) = (.prefixed, .honoured, .refused)
            (severalItems, childNames) = (.whenDifferent, .raw)
        }
    }
}
