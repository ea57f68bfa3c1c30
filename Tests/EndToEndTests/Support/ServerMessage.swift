/// Server messages for tests, in the shape of a first answer.
enum ServerMessage {
    /// A whole message round commands.
    static func whole(_ commands: String, msgID: Int = 1) -> String {
        """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
        <MsgID>\(msgID)</MsgID><Target><LocURI>device</LocURI></Target>\
        <Source><LocURI>https://mdm.example.test/dm</LocURI></Source></SyncHdr><SyncBody>
        \(commands)
        <Final/></SyncBody></SyncML>
        """
    }

    static func replace(_ cmdID: String, _ uri: String, _ value: String, format: String = "int") -> String {
        "<Replace><CmdID>\(cmdID)</CmdID>\(item(uri, value, format))</Replace>"
    }

    static func add(_ cmdID: String, _ uri: String, _ value: String, format: String = "int") -> String {
        "<Add><CmdID>\(cmdID)</CmdID>\(item(uri, value, format))</Add>"
    }

    static func get(_ cmdID: String, _ uri: String) -> String {
        "<Get><CmdID>\(cmdID)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target></Item></Get>"
    }

    private static func item(_ uri: String, _ value: String, _ format: String) -> String {
        "<Item><Target><LocURI>\(uri)</LocURI></Target>"
            + "<Meta><Format xmlns=\"syncml:metinf\">\(format)</Format></Meta><Data>\(value)</Data></Item>"
    }

    static let camera = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"
}
