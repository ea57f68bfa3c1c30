import XMLStream

/// SyncHdr, Cred and Chal.
extension MessageWriter {
    mutating func header(_ header: SyncHdr) {
        xml.start("SyncHdr")
        xml.leaf("VerDTD", header.verDTD)
        xml.leaf("VerProto", header.verProto)
        xml.leaf("SessionID", header.sessionID)
        xml.leaf("MsgID", header.msgID)
        location("Target", header.target)
        location("Source", header.source)
        leaf("RespURI", header.respURI)
        if header.noResp { empty("NoResp") }
        cred(header.cred)
        meta(header.meta)
        unknown(header.unknown)
        xml.end("SyncHdr")
    }

    mutating func cred(_ cred: Cred?) {
        guard let cred else { return }
        xml.start("Cred")
        meta(cred.meta)
        data(cred.data)
        unknown(cred.unknown)
        xml.end("Cred")
    }

    mutating func chal(_ chal: Chal?) {
        guard let chal else { return }
        xml.start("Chal")
        meta(chal.meta)
        unknown(chal.unknown)
        xml.end("Chal")
    }
}
