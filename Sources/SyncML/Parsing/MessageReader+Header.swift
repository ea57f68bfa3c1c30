import XMLStream

/// SyncHdr, Cred and Chal.
extension MessageReader {
    mutating func header() throws(MessageRefusal) -> SyncHdr {
        var header = SyncHdr(verDTD: "", verProto: "", sessionID: "", msgID: "", origin: origin())
        let start = position()
        var order = ChildOrder()
        enter("SyncHdr")
        while let child = try next(in: "SyncHdr") {
            if let rank = Self.headerRank(child), order.isLate(rank) {
                find(.childOrder(child.rawValue, in: "SyncHdr", at: position()))
            }
            switch child {
            case .verDTD where header.verDTD.isEmpty: header.verDTD = text()
            case .verProto where header.verProto.isEmpty: header.verProto = text()
            case .sessionID where header.sessionID.isEmpty:
                let place = position()
                header.sessionID = text()
                if header.sessionID == "0" { find(.sessionIDZero(at: place)) }
            case .msgID where header.msgID.isEmpty: header.msgID = text()
            case .target where header.target == nil: header.target = try location("Target")
            case .source where header.source == nil: header.source = try location("Source")
            case .respURI where header.respURI == nil: header.respURI = text()
            case .noResp:
                find(.noResp(at: position()))
                header.noResp = true
                flag()
            case .cred where header.cred == nil: header.cred = try cred()
            case .meta where header.meta == nil: try meta(into: &header.meta)
            case let child where Self.headerRank(child) != nil: header.unknown.append(repeated("SyncHdr"))
            default: header.unknown.append(unknown(child, in: "SyncHdr"))
            }
        }
        findMissing(in: header, at: start)
        return header
    }

    private mutating func findMissing(in header: SyncHdr, at start: XMLPosition) {
        let parts: [(name: ElementName, isMissing: Bool)] = [
            (.verDTD, header.verDTD.isEmpty), (.verProto, header.verProto.isEmpty),
            (.sessionID, header.sessionID.isEmpty), (.msgID, header.msgID.isEmpty),
            (.target, header.target == nil), (.source, header.source == nil),
        ]
        for part in parts where part.isMissing { find(.elementMissing(part.name, in: "SyncHdr", at: start)) }
    }

    private static func headerRank(_ child: ElementName) -> UInt8? {
        switch child {
        case .verDTD: 0
        case .verProto: 1
        case .sessionID: 2
        case .msgID: 3
        case .target: 4
        case .source: 5
        case .respURI: 6
        case .noResp: 7
        case .cred: 8
        case .meta: 9
        default: nil
        }
    }

    mutating func cred() throws(MessageRefusal) -> Cred {
        var cred = Cred()
        var order = ChildOrder()
        enter("Cred")
        while let child = try next(in: "Cred") {
            switch child {
            case .meta where cred.meta == nil:
                if order.isLate(0) { find(.childOrder("Meta", in: "Cred", at: position())) }
                try meta(into: &cred.meta)
            case .data where cred.data == nil:
                _ = order.isLate(1)
                cred.data = data()
            case .meta, .data: cred.unknown.append(repeated("Cred"))
            default: cred.unknown.append(unknown(child, in: "Cred"))
            }
        }
        return cred
    }

    mutating func chal() throws(MessageRefusal) -> Chal {
        var chal = Chal(meta: Meta())
        var hasMeta = false
        enter("Chal")
        while let child = try next(in: "Chal") {
            switch child {
            case .meta where !hasMeta:
                hasMeta = true
                var found: Meta?
                try meta(into: &found)
                if let found { chal.meta = found }
            case .meta: chal.unknown.append(repeated("Chal"))
            default: chal.unknown.append(unknown(child, in: "Chal"))
            }
        }
        return chal
    }
}
