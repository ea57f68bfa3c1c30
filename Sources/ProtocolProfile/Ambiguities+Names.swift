import Notation

extension Ambiguities {
    /// The rows of oma-dm.md 8 by their ids.
    public enum ID: String, Hashable, Sendable, QuestionID {
        case a1 = "A1"
        case a2 = "A2"
        case a3 = "A3"
        case a4 = "A4"
        case a5 = "A5"
        case a6 = "A6"
        case a7 = "A7"
        case a8 = "A8"
        case a9 = "A9"
        case a10 = "A10"
        case a11 = "A11"
        case a12 = "A12"
        case a13 = "A13"
        case a14 = "A14"
        case a15 = "A15"
        case a16 = "A16"
        case a17 = "A17"
        case a18 = "A18"
        case a19 = "A19"
        case a20 = "A20"
        case a21 = "A21"
        case a22 = "A22"
        case a23 = "A23"
        case a24 = "A24"
        case a25 = "A25"
        case a26 = "A26"
        case a27 = "A27"
        case a28 = "A28"
        case a29 = "A29"
        case a30 = "A30"
        case a31 = "A31"
        case a32 = "A32"
        case a33 = "A33"
        case a34 = "A34"
        case a35 = "A35"

        /// The options by name. The first is the default of both profiles where they agree.
        public var options: [String] {
            switch self {
            case .a1: StatusOrder.names
            case .a2: ReferenceContent.names
            case .a3: ResultsCmd.names
            case .a4: RejectedAtomic.names
            case .a5: FinalRule.names
            case .a6: SequenceFailure.names
            case .a7: NoResp.names
            case .a8: TextSize.names
            case .a9: ChunkMatching.names
            case .a10: SpecialNonce.names
            case .a11: MetaNamespace.names
            case .a12: AlertTypePrefix.names
            case .a13: HeaderMeta.names
            case .a14: TNDSNamespace.names
            case .a15: CDATA.names
            case .a16: SessionIDBase.names
            case .a17: AlertOrder.names
            case .a18: GetInAtomic.names
            case .a19: BodyCommands.names
            case .a20: ImplicitAdd.names
            case .a21: ReplaceOfAbsent.names
            case .a22: UnsupportedQuery.names
            case .a23: UnknownEvent.names
            case .a24: NonceLife.names
            case .a25: NonceForm.names
            case .a26: RefusedChildren.names
            case .a27: SeveralItems.names
            case .a28: ChildNames.names
            case .a29: SessionAlert.names
            case .a30: LoneStatus.names
            case .a31: MACText.names
            case .a32: BasicFormat.names
            case .a33: AccessOrder.names
            case .a34: EmptyData.names
            case .a35: OldNamespace.names
            }
        }
    }

    /// Decides a row by its id, for example `A7`, with one of its options by name.
    public mutating func set(_ name: String, to option: String) throws(OptionRefusal) {
        let id = try ID(named: name)
        switch id {
        case .a1: statusOrder = try id.option(option)
        case .a2: referenceContent = try id.option(option)
        case .a3: resultsCmd = try id.option(option)
        case .a4: rejectedAtomic = try id.option(option)
        case .a5: finalRule = try id.option(option)
        case .a6: sequenceFailure = try id.option(option)
        case .a7: noResp = try id.option(option)
        case .a8: textSize = try id.option(option)
        case .a9: chunkMatching = try id.option(option)
        case .a10: specialNonce = try id.option(option)
        case .a11: metaNamespace = try id.option(option)
        case .a12: alertTypePrefix = try id.option(option)
        case .a13: headerMeta = try id.option(option)
        case .a14: tndsNamespace = try id.option(option)
        case .a15: cdata = try id.option(option)
        case .a16: sessionIDBase = try id.option(option)
        case .a17: alertOrder = try id.option(option)
        case .a18: getInAtomic = try id.option(option)
        case .a19: bodyCommands = try id.option(option)
        case .a20: implicitAdd = try id.option(option)
        case .a21: replaceOfAbsent = try id.option(option)
        case .a22: unsupportedQuery = try id.option(option)
        case .a23: unknownEvent = try id.option(option)
        case .a24: nonceLife = try id.option(option)
        case .a25: nonceForm = try id.option(option)
        case .a26: refusedChildren = try id.option(option)
        case .a27: severalItems = try id.option(option)
        case .a28: childNames = try id.option(option)
        case .a29: sessionAlert = try id.option(option)
        case .a30: loneStatus = try id.option(option)
        case .a31: macText = try id.option(option)
        case .a32: basicFormat = try id.option(option)
        case .a33: accessOrder = try id.option(option)
        case .a34: emptyData = try id.option(option)
        case .a35: oldNamespace = try id.option(option)
        }
    }

    /// The option that a row has now, by name.
    public func option(of id: ID) -> String {
        switch id {
        case .a1: statusOrder.rawValue
        case .a2: referenceContent.rawValue
        case .a3: resultsCmd.rawValue
        case .a4: rejectedAtomic.rawValue
        case .a5: finalRule.rawValue
        case .a6: sequenceFailure.rawValue
        case .a7: noResp.rawValue
        case .a8: textSize.rawValue
        case .a9: chunkMatching.rawValue
        case .a10: specialNonce.rawValue
        case .a11: metaNamespace.rawValue
        case .a12: alertTypePrefix.rawValue
        case .a13: headerMeta.rawValue
        case .a14: tndsNamespace.rawValue
        case .a15: cdata.rawValue
        case .a16: sessionIDBase.rawValue
        case .a17: alertOrder.rawValue
        case .a18: getInAtomic.rawValue
        case .a19: bodyCommands.rawValue
        case .a20: implicitAdd.rawValue
        case .a21: replaceOfAbsent.rawValue
        case .a22: unsupportedQuery.rawValue
        case .a23: unknownEvent.rawValue
        case .a24: nonceLife.rawValue
        case .a25: nonceForm.rawValue
        case .a26: refusedChildren.rawValue
        case .a27: severalItems.rawValue
        case .a28: childNames.rawValue
        case .a29: sessionAlert.rawValue
        case .a30: loneStatus.rawValue
        case .a31: macText.rawValue
        case .a32: basicFormat.rawValue
        case .a33: accessOrder.rawValue
        case .a34: emptyData.rawValue
        case .a35: oldNamespace.rawValue
        }
    }
}
