import Capture

extension Rule {
    static let contentType = Rule(
        "http.content-type", .error,
        "The Content-Type of a message is none of the two of device management, or not that of its body.",
        requirements: ["DM-MSG-13", "DM-HTTP-01"], reference: "oma-dm.md 1.1, MIME; 2.14",
        check: .record { record in
            guard !record.headers.isEmpty, !record.body.isEmpty, record.status.map({ $0 == 200 }) ?? true else {
                return []
            }
            guard let type = record.mediaType else {
                return [
                    Breach(
                        "the message has no Content-Type",
                        hint: "send Content-Type: application/vnd.syncml.dm+xml", severity: .warning)
                ]
            }
            let isBinary = (1...3).contains(record.body[0])
            let expected = "application/vnd.syncml.dm+\(isBinary ? "wbxml" : "xml")"
            guard type != expected else { return [] }
            // The Accept of Windows names it (enrollment.md 14.3).
            let isTaken = type == "application/octet-stream"
            return [
                Breach(
                    "the Content-Type is \(type), and the body is \(expected)", hint: "send Content-Type: \(expected)",
                    severity: isTaken ? .warning : nil)
            ]
        })
}
