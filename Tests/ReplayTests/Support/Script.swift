import Capture

/// Messages of a made-up session as text, so that a test shows what is on the wire.
enum Script {
    static let device = "DEV-1"
    static let server = "https://mdm.example.test/dm"

    static func client(_ msgID: Int, session: String = "1", device: String = device, _ body: String) -> CaptureRecord {
        record(.toServer, msgID, session, server, device, body)
    }

    static func server(_ msgID: Int, session: String = "1", device: String = device, _ body: String) -> CaptureRecord {
        record(.toClient, msgID, session, device, server, body)
    }

    static func package1(session: String = "1", device: String = device, login: String = "user") -> CaptureRecord {
        client(1, session: session, device: device, opening(device: device, login: login) + "<Final/>")
    }

    static func opening(device: String = device, login: String = "user", manufacturer: String = "Orchard") -> String {
        let items = [("DevId", device), ("Man", manufacturer), ("Mod", "Bough 7"), ("DmV", "1.3"), ("Lang", "de-DE")]
        return "<Alert><CmdID>2</CmdID><Data>1201</Data></Alert>"
            + "<Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</Type></Meta><Data>\(login)</Data></Item></Alert>"
            + "<Replace><CmdID>4</CmdID>"
            + items.map { "<Item><Source><LocURI>./DevInfo/\($0)</LocURI></Source><Data>\($1)</Data></Item>" }.joined()
            + "</Replace>"
    }

    static func status(
        _ cmdID: Int, msgRef: Int, cmdRef: String, _ cmd: String, _ code: String, target: String? = nil
    ) -> String {
        let reference = target.map { "<TargetRef>\($0)</TargetRef>" } ?? ""
        return
            "<Status><CmdID>\(cmdID)</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>\(cmdRef)</CmdRef><Cmd>\(cmd)</Cmd>\(reference)<Data>\(code)</Data></Status>"
    }

    static func results(_ cmdID: Int, msgRef: Int, cmdRef: String, _ uri: String, _ data: String, format: String? = nil)
        -> String
    {
        let meta = format.map { "<Meta><Format xmlns=\"syncml:metinf\">\($0)</Format></Meta>" } ?? ""
        return
            "<Results><CmdID>\(cmdID)</CmdID><MsgRef>\(msgRef)</MsgRef><CmdRef>\(cmdRef)</CmdRef><Item><Source><LocURI>\(uri)</LocURI></Source>\(meta)<Data>\(data)</Data></Item></Results>"
    }

    /// The server's Statuses for package 1.
    static let welcome =
        status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200") + status(2, msgRef: 1, cmdRef: "2", "Alert", "200")
        + status(3, msgRef: 1, cmdRef: "3", "Alert", "200") + status(4, msgRef: 1, cmdRef: "4", "Replace", "200")

    static func get(_ cmdID: String, _ uri: String) -> String {
        "<Get><CmdID>\(cmdID)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target></Item></Get>"
    }

    static func write(_ verb: String, _ cmdID: String, _ uri: String, _ data: String, format: String = "chr") -> String
    {
        "<\(verb)><CmdID>\(cmdID)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target><Meta><Format xmlns=\"syncml:metinf\">\(format)</Format></Meta><Data>\(data)</Data></Item></\(verb)>"
    }

    private static func record(
        _ direction: CaptureRecord.Direction, _ msgID: Int, _ session: String, _ target: String, _ source: String,
        _ body: String
    ) -> CaptureRecord {
        let text =
            "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>\(session)</SessionID><MsgID>\(msgID)</MsgID><Target><LocURI>\(target)</LocURI></Target><Source><LocURI>\(source)</LocURI></Source></SyncHdr>\n<SyncBody>\(body)</SyncBody></SyncML>"
        return CaptureRecord(
            direction: direction, body: Array(text.utf8),
            origin: CaptureOrigin(file: "\(direction == .toServer ? "client" : "server")-\(session)-\(msgID).xml"))
    }
}
