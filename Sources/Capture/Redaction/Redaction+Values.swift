import SyncML

extension Redaction {
    /// A node of a list of nodes, without secrets in its address and its value: as the same node in a Results.
    ///
    /// - Returns: nil when secrets cannot be looked for in it, such as in a value that XML cannot carry.
    package mutating func redacted(uri: String, value: String?) -> (uri: String, value: String?)? {
        var body = Array("<Results><CmdID>1</CmdID><CmdRef>1</CmdRef><Item><Source><LocURI>".utf8)
        body += MarkupText.escaped(Array(uri.utf8))
        body += "</LocURI></Source>".utf8
        if let value {
            body += "<Data>".utf8 + MarkupText.escaped(Array(value.utf8)) + "</Data>".utf8
        }
        body += "</Item></Results>".utf8
        let (record, faults) = redacted(CaptureRecord(direction: .toServer, body: body))
        guard faults.isEmpty, let message = try? Message(parsing: record.body),
            case .results(let results)? = message.commands.first, let item = results.items.first,
            let address = item.source?.locURI
        else { return nil }
        return (address, value == nil ? nil : item.data?.content ?? "")
    }
}
