import XMLStream

/// All sentences of refusals.
extension MessageRefusal {
    // MARK: - Limits

    static func tooLarge(actual: Int, allowed: Int) -> MessageRefusal {
        MessageRefusal(
            code: .tooLarge, position: .start, message: "The message has \(actual) bytes; allowed are \(allowed).",
            hint: "Send several messages, or large objects in chunks.")
    }

    static func tooManyCommands(allowed: Int, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .tooManyCommands, position: position,
            message: "This is command \(allowed + 1) of the message; allowed are \(allowed).",
            hint: "Send several messages.")
    }

    /// - Parameter reason: XMLStream's, which holds the actual and the allowed value.
    static func limit(_ code: Code, _ reason: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(code: code, position: position, message: sentence(reason))
    }

    // MARK: - The start of the document

    static func empty() -> MessageRefusal {
        MessageRefusal(
            code: .empty, position: .start,
            message: "The document holds no element; expected SyncML, SyncBody or commands.")
    }

    static func wrongRoot(_ name: String, at position: XMLPosition) -> MessageRefusal {
        let hint =
            switch name {
            case "wap-provisioningdoc":
                "This is a provisioning document, which enrolment carries, not a SyncML message."
            case "MgmtTree": "This is a device description (DDF)."
            case "Envelope": "This is a SOAP message of the enrolment."
            case "DevInf": "This is device information of data synchronization."
            case "html", "HTML": "This is a web page: the server answered with an error page."
            default:
                ElementName.differingInCase(from: name).map { "Names are case sensitive: write \($0.rawValue)." } ?? ""
            }
        return MessageRefusal(
            code: .wrongRoot, position: position,
            message: "Found the root \(name); expected SyncML, SyncBody or commands.", hint: hint)
    }

    static func binary(_ name: String) -> MessageRefusal {
        MessageRefusal(
            code: .binary, position: .start, message: "Found \(name); expected a message in XML or WBXML 1.1 to 1.3.",
            hint: "Convert it first.")
    }

    static func httpHeaders(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .httpHeadersBeforeBody, position: position,
            message: "Found HTTP header lines; expected the message alone.",
            hint: "Remove everything up to the empty line after the headers.")
    }

    static func text(_ shown: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .ellipsisOrMarkdown, position: position,
            message: "Found the text \"\(shown)\"; expected an element.",
            hint: "Keep only the XML: prose, Markdown and ellipses are not part of a message.")
    }

    static func bracketMissing(_ shown: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .notWellFormed, position: position, message: "Found \"\(shown)\"; expected < before the first name.",
            hint: "The first character was lost.")
    }

    static func declarationMalformed(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .notWellFormed, position: position,
            message: "Found an XML declaration without a blank after <?xml.",
            hint: "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.")
    }

    // MARK: - Inside the document

    static func ellipsisOrMarkdown(_ shown: String, in parent: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .ellipsisOrMarkdown, position: position,
            message: "Found \(shown) in \(parent); expected an element.",
            hint: "Something was left out here: fill it in, or remove the text.")
    }

    static func markdown(_ shown: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .ellipsisOrMarkdown, position: position,
            message: "Found \"\(shown)\" after the end of the message; expected nothing.", hint: "Remove it.")
    }

    static func cutOff(at position: XMLPosition, inside: String) -> MessageRefusal {
        cutOff(at: position, reason: "the document ends inside \(inside)")
    }

    static func cutOff(at position: XMLPosition, reason: String) -> MessageRefusal {
        MessageRefusal(
            code: .cutOff, position: position, message: sentence(reason),
            hint: "It was cut off: send or save it whole.")
    }

    static func typographic(_ character: Unicode.Scalar, at position: XMLPosition) -> MessageRefusal {
        let code = "U+" + String(character.value, radix: 16, uppercase: true)
        let isDash = (0x2013...0x2014).contains(character.value)
        return MessageRefusal(
            code: .typographicQuotes, position: position,
            message: isDash
                ? "Found the dash \(character) (\(code)); a comment begins with <!-- and ends with -->."
                : "Found the typographic quote \(character) (\(code)); expected \" or '.",
            hint: "A word processor or web page replaced it: write plain \(isDash ? "hyphens" : "quotes").")
    }

    static func escapedQuote(_ shown: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .htmlEscaped, position: position, message: "Found \(shown) in a tag; expected \" or '.",
            hint: "The text was escaped for HTML; unescape it once.")
    }

    static func escapedDocument(_ shown: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .htmlEscaped, position: position, message: "Found \"\(shown)\"; expected < before the first name.",
            hint: "The document was escaped for HTML; unescape it once.")
    }

    static func backslashQuote(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .notWellFormed, position: position, message: "Found a backslash before a quote; expected \" or '.",
            hint: "The text was copied from a string in source code: remove the backslashes.")
    }

    static func declarationInside(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .unescapedDeclarationInData, position: position,
            message: "Found an XML declaration in the middle of the document; it may stand only at the start.",
            hint: "Escape the document inside Data, or leave its declaration out.")
    }

    static func bareAmpersand(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .bareAmpersand, position: position, message: "Found & where no entity begins; expected &amp;.",
            hint: "Write &amp; for every & in a text.")
    }

    static func entity(_ reason: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .entity, position: position, message: sentence(reason),
            hint: "Only &lt; &gt; &amp; &quot; &apos; and numeric references are allowed.")
    }

    /// - Parameter open: the name of the element that is still open, nil when it could not be told.
    static func mismatch(_ reason: String, open: String?, at position: XMLPosition) -> MessageRefusal {
        let placeholder = open.flatMap { ElementName(local: $0) == .other ? $0 : nil }
        return MessageRefusal(
            code: .notWellFormed, position: position, message: sentence(reason),
            hint: placeholder.map {
                "\($0) looks like a placeholder or a tag that is never closed: in a text, write &lt;\($0)&gt;."
            } ?? "Close the inner element first.")
    }

    static func secondRoot(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .notWellFormed, position: position, message: "Found more markup after the end of the root element.",
            hint: "A document holds one message: put each one into a file of its own.")
    }

    static func badComment(at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(
            code: .notWellFormed, position: position, message: "Found <! that begins no comment; expected <!--.",
            hint: "Comments begin with <!-- and end with -->.")
    }

    /// - Parameter reason: libxml2's words.
    static func other(_ code: Code, _ reason: String, at position: XMLPosition) -> MessageRefusal {
        MessageRefusal(code: code, position: position, message: sentence(reason))
    }

    static func sentence(_ reason: String) -> String {
        guard let first = reason.first else { return reason }
        let text = first.uppercased() + reason.dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
