import XMLStream

/// The sentences about what XMLStream tolerated.
extension Finding {
    static func remark(_ remark: XMLRemark) -> Finding {
        switch remark.code {
        case .byteOrderMark:
            Finding(.byteOrderMark, at: remark.position, "The message begins with a byte order mark.")
        case .transcoded(let encoding):
            Finding(
                .transcoded, at: remark.position, "The message is in \(encoding), not in UTF-8.",
                hint: "Send UTF-8; places are those of the text, not of the bytes.")
        case .encodingLabel(let declared, let actual):
            Finding(
                .encodingLabel, at: remark.position,
                "The XML declaration says \(declared), but the bytes are \(actual).",
                hint: "Declare the encoding that is used.")
        case .documentType:
            Finding(
                .documentType, at: remark.position, "A DOCTYPE stands before the root; nothing of it is used.",
                hint: "Leave it out.")
        case .unboundPrefix(let prefix):
            Finding(
                .unboundPrefix, at: remark.position, "No xmlns declaration binds the prefix \"\(prefix)\".",
                hint: "Declare xmlns:\(prefix), or drop the prefix.")
        case .leadingWhitespace: leadingWhiteSpace(at: remark.position)
        }
    }

    static func leadingWhiteSpace(at position: XMLPosition) -> Finding {
        Finding(
            .leadingWhiteSpace, at: position, "White space stands before the XML declaration.",
            hint: "Let the message begin with <?xml, or leave the declaration out.")
    }
}
