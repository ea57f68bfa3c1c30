import XMLStream

/// Status and Results.
extension MessageReader {
    mutating func status() throws(MessageRefusal) -> Status {
        var status = Status(cmdID: nil, msgRef: "", cmdRef: "", cmd: "", data: nil, origin: origin())
        // Gathered here: in the Status each one would copy those before it.
        var sources: [String] = []
        var unknown: [UnknownElement] = []
        var order = ChildOrder()
        enter("Status")
        while let child = try next(in: "Status") {
            let rank: UInt8
            switch child {
            case .cmdID where status.cmdID == nil:
                rank = 0
                status.cmdID = commandID()
            case .msgRef where status.msgRef.isEmpty:
                rank = 1
                status.msgRef = text()
            case .cmdRef where status.cmdRef.isEmpty:
                rank = 2
                status.cmdRef = text()
            case .cmd where status.cmd.isEmpty:
                rank = 3
                status.cmd = text()
            case .targetRef:
                rank = 4
                status.targetRefs.append(reference())
            case .sourceRef:
                rank = 5
                sources.append(reference())
            case .cred where order.isFirst(6):
                rank = 6
                status.cred = try cred()
            case .chal where order.isFirst(7):
                rank = 7
                status.chal = try chal()
            case .data where order.isFirst(8):
                rank = 8
                status.data = data()
            case .item:
                rank = 9
                try item(into: &status.items)
            case .cmdID, .msgRef, .cmdRef, .cmd, .cred, .chal, .data:
                unknown.append(repeated("Status"))
                continue
            default:
                unknown.append(self.unknown(child, in: "Status"))
                continue
            }
            if order.isLate(rank) { findChildOrder(child, in: "Status", status.origin) }
        }
        if !sources.isEmpty { status.sourceRefs = sources }
        if !unknown.isEmpty { status.unknown = unknown }
        finish(status.cmdID, "Status", status.origin)
        findMissing(in: status)
        return status
    }

    private mutating func findMissing(in status: Status) {
        if status.msgRef.isEmpty { findMissing(.msgRef, in: "Status", status.origin) }
        // An empty CmdRef is what Windows sends for a command without CmdID (oma-dm.md 2.3), so it is not missed.
        if status.cmd.isEmpty { findMissing(.cmd, in: "Status", status.origin) }
        if status.data == nil { findMissing(.data, in: "Status", status.origin) }
    }

    mutating func results() throws(MessageRefusal) -> Results {
        var results = Results(cmdID: nil, msgRef: nil, cmdRef: "", items: [], origin: origin())
        var order = ChildOrder()
        enter("Results")
        while let child = try next(in: "Results") {
            let rank: UInt8
            switch child {
            case .cmdID where results.cmdID == nil:
                rank = 0
                results.cmdID = commandID()
            case .msgRef where results.msgRef == nil:
                rank = 1
                results.msgRef = text()
            case .cmdRef where results.cmdRef.isEmpty:
                rank = 2
                results.cmdRef = text()
            case .cmd where results.cmd == nil:
                rank = 3
                find(.resultsCmd(at: position()))
                results.cmd = text()
            case .meta where order.isFirst(4):
                rank = 4
                try meta(into: &results.meta)
            case .targetRef where results.targetRef == nil:
                rank = 5
                results.targetRef = reference()
            case .sourceRef where results.sourceRef == nil:
                rank = 6
                results.sourceRef = reference()
            case .item:
                rank = 7
                try item(into: &results.items)
            case .cmdID, .msgRef, .cmdRef, .cmd, .meta, .targetRef, .sourceRef:
                results.unknown.append(repeated("Results"))
                continue
            default:
                results.unknown.append(unknown(child, in: "Results"))
                continue
            }
            if order.isLate(rank) { findChildOrder(child, in: "Results", results.origin) }
        }
        finish(results.cmdID, "Results", results.origin)
        if results.cmdRef.isEmpty { findMissing(.cmdRef, in: "Results", results.origin) }
        if results.items.isEmpty { findMissing(.item, in: "Results", results.origin) }
        return results
    }

    /// TargetRef or SourceRef: the address as text, or in a LocURI as MS-MDM 2.2.3.10 prints it (oma-dm.md 8, A2).
    private mutating func reference() -> String {
        guard cursor.hasElementChildren else { return cursor.readTrimmedText() }
        find(.referenceLocURI(cursor.name.local, at: position()))
        var address = ""
        cursor.enter()
        while let id = cursor.nextChild() {
            if names[id].element == .locURI, address.isEmpty {
                address = cursor.readTrimmedText()
            } else {
                cursor.skipElement()
            }
        }
        return address
    }
}
