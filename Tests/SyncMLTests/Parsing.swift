import SyncML

/// Shorthands of these tests.
func parse(_ text: String, limits: MessageLimits = .standard) throws(MessageRefusal) -> Message {
    try Message(parsing: Array(text.utf8), limits: limits)
}

func refusing(_ text: String, limits: MessageLimits = .standard) -> MessageRefusal? {
    refusing(Array(text.utf8), limits: limits)
}

func refusing(_ bytes: [UInt8], limits: MessageLimits = .standard) -> MessageRefusal? {
    do {
        _ = try Message(parsing: bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// A whole message with a body.
func message(_ body: String, namespace: String = "SYNCML:SYNCML1.2") -> String {
    """
    <SyncML xmlns="\(namespace)"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID>\
    <MsgID>2</MsgID><Target><LocURI>urn:device</LocURI></Target><Source><LocURI>https://mdm</LocURI></Source>\
    </SyncHdr><SyncBody>\(body)<Final/></SyncBody></SyncML>
    """
}

/// The column at which the body of `message` begins.
let bodyColumn = message("").utf8.count - "<Final/></SyncBody></SyncML>".utf8.count + 1

extension Message {
    var rules: [String] { findings.map(\.rule) }

    /// The first command's Items, whatever the command is.
    var firstItems: [Item] {
        switch commands.first {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items
        case .alert(let alert): alert.items
        case .status(let status): status.items
        case .results(let results): results.items
        case .atomic, .sequence, .unknown, nil: []
        }
    }

    var firstItem: Item? { firstItems.first }
}
