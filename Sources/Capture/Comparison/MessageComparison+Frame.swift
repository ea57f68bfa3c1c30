import SyncML

/// The SyncHdr, the root and Final.
extension MessageComparison {
    mutating func compareFrames() {
        let (left, right) = (ours.message, recorded.message)
        // WBXML has no namespace of its own.
        if left.namespace != right.namespace, right.form == .message, !WBXMLDocument.isRecognised(right.raw) {
            frame(.headerVersion, "the root's namespace", left.namespace ?? "none", right.namespace ?? "none", nil)
        }
        if let our = left.header, let their = right.header { compare(our, their) }
        if left.isFinal != right.isFinal, right.form == .message {
            frame(.final, "Final", left.isFinal ? "Final" : "no Final", right.isFinal ? "Final" : "no Final", nil)
        }
    }

    private mutating func compare(_ our: SyncHdr, _ their: SyncHdr) {
        let places = (our.origin, their.origin)
        if our.verDTD != their.verDTD {
            frame(.headerVersion, "VerDTD", our.verDTD, their.verDTD, places)
        }
        if our.verProto != their.verProto {
            frame(.headerVersion, "VerProto", our.verProto, their.verProto, places)
        }
        if our.msgID != their.msgID || our.sessionID != their.sessionID { mask(.numbering) }
        compareAddress("Target", our.target, their.target, places)
        compareAddress("Source", our.source, their.source, places)
        compareCredentials(our, their, places)
        compareSize("MaxMsgSize", our.meta?.maxMsgSize, their.meta?.maxMsgSize, places)
        compareSize("MaxObjSize", our.meta?.maxObjSize, their.meta?.maxObjSize, places)
    }

    private mutating func compareAddress(
        _ name: String, _ our: Location?, _ their: Location?, _ places: (Origin, Origin)
    ) {
        guard our?.locURI != their?.locURI else { return }
        if mode.masksAddresses { return mask(.attachment) }
        frame(.headerAddress, name, our?.locURI ?? "none", their?.locURI ?? "none", places)
    }

    private mutating func compareCredentials(_ our: SyncHdr, _ their: SyncHdr, _ places: (Origin, Origin)) {
        let (left, right) = (our.cred?.meta?.type, their.cred?.meta?.type)
        if left != right || (our.cred == nil) != (their.cred == nil) {
            let words = { (cred: Cred?) in cred.map { "Cred of type \($0.meta?.type ?? "none")" } ?? "no Cred" }
            frame(.headerCredentials, "Cred", words(our.cred), words(their.cred), places)
        } else if our.cred?.data?.content != their.cred?.data?.content {
            mask(.proof)
        }
        if our.source?.locName != their.source?.locName { mask(.proof) }
    }

    private mutating func compareSize(_ name: String, _ our: String?, _ their: String?, _ places: (Origin, Origin)) {
        if our != their { frame(.headerMeta, name, our ?? "none", their ?? "none", places) }
    }

    private mutating func frame(
        _ rule: ComparisonRule, _ name: String, _ our: String, _ their: String, _ places: (Origin, Origin)?
    ) {
        add(
            Difference(
                rule, rule == .final ? .message : .header, "\(name) of the client's message differs",
                ours: ours.side(our, at: places?.0 ?? .none),
                recorded: recorded.side(their, at: places?.1 ?? .none)))
    }
}
