import XMLStream

/// The sentences about elements and texts inside a message.
extension Finding {
    static func commandIDMissing(_ command: String, at position: XMLPosition) -> Finding {
        Finding(
            .commandIDMissing, at: position, "\(command) has no CmdID.",
            hint: "Give each command a CmdID of its own: Windows answers one without with 400 and an empty CmdRef.")
    }

    static func commandIDPlaceholder(_ id: String, at position: XMLPosition) -> Finding {
        Finding(
            .commandIDPlaceholder, at: position, "The CmdID \"\(id)\" is not a number; it looks like a placeholder.",
            hint: "Number the commands of a message from 1.")
    }

    static func commandIDZero(at position: XMLPosition) -> Finding {
        Finding(
            .commandIDZero, at: position, "The CmdID is 0, which stands for the SyncHdr in a CmdRef.",
            hint: "Number the commands of a message from 1.")
    }

    static func commandIDRepeated(_ id: String, first: XMLPosition?, at position: XMLPosition) -> Finding {
        let place = first.map { "; the first is at \($0)" } ?? ""
        return Finding(
            .commandIDRepeated, at: position, "The CmdID \"\(id)\" was used before in this message\(place).",
            hint: "Give every command a number of its own; those inside Atomic and Sequence share the count.")
    }

    static func sessionIDZero(at position: XMLPosition) -> Finding {
        Finding(.sessionIDZero, at: position, "The SessionID is 0.")
    }

    static func elementMissing(_ child: ElementName, in parent: String, at position: XMLPosition) -> Finding {
        Finding(.elementMissing, at: position, "\(parent) has no \(child.rawValue).")
    }

    static func repeatedElement(_ child: String, in parent: String, at position: XMLPosition) -> Finding {
        Finding(
            .repeatedElement, at: position, "\(parent) has more than one \(child); the first one counts.",
            hint: "Leave the others out.")
    }

    static func childOrder(_ child: String, in parent: String, at position: XMLPosition) -> Finding {
        Finding(
            .childOrder, at: position, "\(child) stands too late in \(parent).",
            hint: order(of: parent).map { "Write them in this order: \($0)." }
                ?? "The children of \(parent) follow the order of the DTD.")
    }

    /// The children that device management uses, in the order of the DTD (oma-dm.md 1.2); nil where the sentence is enough.
    private static func order(of parent: String) -> String? {
        switch parent {
        case "SyncHdr": "VerDTD, VerProto, SessionID, MsgID, Target, Source, RespURI, Cred, Meta"
        case "Item": "Target, Source, Meta, Data, MoreData"
        case "Status": "CmdID, MsgRef, CmdRef, Cmd, TargetRef, SourceRef, Cred, Chal, Data, Item"
        case "Results": "CmdID, MsgRef, CmdRef, Meta, TargetRef, SourceRef, Item"
        case "Alert": "CmdID, Data, Correlator, Item"
        case "Exec": "CmdID, Meta, Correlator, Item"
        case "Add", "Replace", "Delete", "Get", "Copy": "CmdID, Meta, Item"
        default: nil
        }
    }

    static func unknownElement(_ name: String, in parent: String, at position: XMLPosition) -> Finding {
        Finding(.unknownElement, at: position, "\(parent) has no child named \(name); it is kept and not used.")
    }

    static func unknownCommand(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .unknownCommand, at: position, "\(name) is not a command of device management.",
            hint: "Windows answers it with 400.")
    }

    static func nameCase(_ name: String, known: ElementName, at position: XMLPosition) -> Finding {
        Finding(
            .nameCase, at: position, "The name \(name) is not known; names are case sensitive.",
            hint: "Write \(known.rawValue).")
    }

    static func unusedElement(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .unusedElement, at: position, "\(name) belongs to data synchronization; device management does not use it.")
    }

    static func noResp(at position: XMLPosition) -> Finding {
        Finding(
            .noResp, at: position, "NoResp is not used in device management; the command is answered all the same.",
            hint: "Leave it out.")
    }

    static func credInCommand(_ command: String, at position: XMLPosition) -> Finding {
        Finding(
            .credInCommand, at: position, "\(command) carries a Cred, which belongs into the SyncHdr only.",
            hint: "Move it to the SyncHdr.")
    }

    static func resultsCmd(at position: XMLPosition) -> Finding {
        Finding(.resultsCmd, at: position, "Results carries a Cmd, which MS-MDM prints and Windows does not send.")
    }

    static func referenceLocURI(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .referenceLocURI, at: position, "\(name) holds a LocURI element; in the DTD it is the address itself.",
            hint: "Write the address as text.")
    }

    static func metinfContainer(at position: XMLPosition) -> Finding {
        Finding(.metinfContainer, at: position, "Meta holds a MetInf element; its children are read as those of Meta.")
    }

    static func metaOutside(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .metaOutside, at: position, "\(name) stands beside Meta and is read as if it stood in it.",
            hint: "Put it into Meta.")
    }

    static func attribute(_ name: String, on element: String, at position: XMLPosition) -> Finding {
        Finding(
            .attribute, at: position, "The attribute \(name) of \(element) has no meaning in SyncML and is dropped.")
    }

    /// - Parameter text: in words, since it may be invisible.
    static func strayText(_ text: String, in parent: String, at position: XMLPosition) -> Finding {
        Finding(.strayText, at: position, "\(parent) holds \(text) where only elements belong.", hint: "Remove it.")
    }

    static func markupInText(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .markupInText, at: position, "\(name) holds elements where only text belongs; they are dropped.",
            hint: "Angle brackets in a text are written &lt; and &gt;.")
    }

    static func locURIMissing(_ name: String, at position: XMLPosition) -> Finding {
        Finding(.locURIMissing, at: position, "\(name) has no LocURI, or an empty one.")
    }

    static func locURIWhiteSpace(at position: XMLPosition) -> Finding {
        Finding(.locURIWhiteSpace, at: position, "White space stands round the address; it is taken off.")
    }

    static func dataMarkup(at position: XMLPosition) -> Finding {
        Finding(
            .dataMarkup, at: position, "Data holds elements; they are kept as they are written.",
            hint: "Escape markup in Data.")
    }

    static func dataCDATA(at position: XMLPosition) -> Finding {
        Finding(
            .dataCDATA, at: position, "Data holds a CDATA section, which Microsoft documents as not supported.",
            hint: "Escape the characters < > & instead.")
    }

    static func findingsLeftOut(allowed: Int, at position: XMLPosition) -> Finding {
        Finding(.findingsLeftOut, at: position, "More findings follow from here; \(allowed) are listed.")
    }
}
