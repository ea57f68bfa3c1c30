import XMLStream

/// All sentences of refusals of WBXML. Each says the byte, because a binary document has no lines.
extension MessageRefusal {
    private static func wbxml(
        _ code: Code, at offset: Int, _ found: String, expected: String, hint: String = ""
    ) -> MessageRefusal {
        MessageRefusal(
            code: code, position: XMLPosition(byte: offset),
            message: "Byte \(offset): found \(found); expected \(expected).",
            hint: hint)
    }

    // MARK: - The header

    static func wbxmlVersion(_ byte: UInt8) -> MessageRefusal {
        let found = byte == 0 ? "WBXML 1.0 or another binary form" : "the first byte \(WBXMLToken.shown(byte))"
        return wbxml(
            .binary, at: 0, found, expected: "WBXML 1.1, 1.2 or 1.3, or XML", hint: "Send the message as one of them.")
    }

    static func wbxmlType(_ name: String, at offset: Int) -> MessageRefusal {
        wbxml(
            .binary, at: offset, "a WBXML document that is \(name)", expected: "SyncML 1.0, 1.1 or 1.2, or DDF 1.2",
            hint: "The public id of SyncML 1.2 is 0x1201.")
    }

    static func wbxmlCharset(_ number: UInt32, at offset: Int) -> MessageRefusal {
        wbxml(
            .encoding, at: offset, "\(WBXMLCharset.name(number)) (\(number))",
            expected: "UTF-8 (106), US-ASCII (3) or ISO-8859-1 (4)", hint: "Send UTF-8.")
    }

    // MARK: - Numbers and lengths

    static func wbxmlCutOff(at offset: Int, inside: StaticString) -> MessageRefusal {
        cutOff(at: XMLPosition(byte: offset), reason: "the document ends at byte \(offset), inside \(inside)")
    }

    static func wbxmlLength(at offset: Int, inside: StaticString, stated: Int, found: Int) -> MessageRefusal {
        cutOff(
            at: XMLPosition(byte: offset),
            reason:
                "the document ends at byte \(offset), inside \(inside), which states \(stated) bytes and has \(found)")
    }

    /// The same refusal with the element that the document ends in.
    func within(_ element: String) -> MessageRefusal {
        var copy = self
        copy.message = "\(message.dropLast()) (in \(element))."
        return copy
    }

    static func wbxmlNumber(at offset: Int) -> MessageRefusal {
        wbxml(
            .notWellFormed, at: offset, "a number of more than 32 bits", expected: "a mb_u_int32 of at most 0xFFFFFFFF")
    }

    static func wbxmlTableIndex(_ index: Int, tableBytes: Int, at offset: Int) -> MessageRefusal {
        wbxml(
            .notWellFormed, at: offset, "index \(index) into the string table",
            expected: tableBytes == 0 ? "none, because the table is empty" : "one from 0 to \(tableBytes - 1)")
    }

    static func wbxmlTooLong(_ name: Int, at offset: Int) -> MessageRefusal {
        wbxml(.textTooLong, at: offset, "a name of more than \(name) bytes", expected: "at most \(name)")
    }

    /// - Parameter allowed: in bytes of the XML that the document stands for.
    static func wbxmlExpands(allowed: Int, at offset: Int) -> MessageRefusal {
        wbxml(
            .tooLarge, at: offset, "a document that stands for more than \(allowed) bytes of XML",
            expected: "at most \(allowed)", hint: "Send several messages, or large objects in chunks.")
    }

    // MARK: - Tokens

    static func wbxmlTag(_ token: UInt8, page: UInt8, at offset: Int) -> MessageRefusal {
        let found = "token \(WBXMLToken.shown(token)) of code page \(page)"
        guard let known = WBXMLCodePage.page(page) else {
            return wbxml(
                .unknownToken, at: offset, found, expected: "code page 0 (SyncML), 1 (MetInf) or 2 (DDF)",
                hint: "SWITCH_PAGE holds until the next one, also beyond the end of an element.")
        }
        return wbxml(
            .unknownToken, at: offset, found, expected: "an element of \(known.title)",
            hint: "SWITCH_PAGE holds until the next one, also beyond the end of an element.")
    }

    static func wbxmlExtension(_ token: UInt8, at offset: Int) -> MessageRefusal {
        wbxml(
            .unknownToken, at: offset, "the extension token \(WBXMLToken.shown(token))",
            expected: "an element or text; SyncML has no extensions")
    }

    static func wbxmlAttribute(_ token: UInt8, at offset: Int) -> MessageRefusal {
        wbxml(
            .unknownToken, at: offset, "the attribute token \(WBXMLToken.shown(token))",
            expected: "a literal name or a string; SyncML has no tokens for attributes")
    }

    static func wbxmlRepeatedAttribute(at offset: Int) -> MessageRefusal {
        wbxml(.notWellFormed, at: offset, "an attribute that the element already has", expected: "another one")
    }

    static func wbxmlTooManyAttributes(allowed: Int, at offset: Int) -> MessageRefusal {
        wbxml(.tooManyEvents, at: offset, "attribute \(allowed + 1) of one element", expected: "at most \(allowed)")
    }

    static func wbxmlName(at offset: Int) -> MessageRefusal {
        wbxml(
            .notWellFormed, at: offset, "a literal that is no name of XML",
            expected: "a string of letters, digits, '.', '-', '_' and at most one ':'")
    }

    // MARK: - Structure

    static func wbxmlOutside(_ what: String, at offset: Int) -> MessageRefusal {
        wbxml(.notWellFormed, at: offset, "\(what) outside of any element", expected: "the root element")
    }

    static func wbxmlTrailing(_ count: Int, at offset: Int) -> MessageRefusal {
        wbxml(
            .notWellFormed, at: offset, "\(count) more \(count == 1 ? "byte" : "bytes") behind the root element",
            expected: "the end of the document", hint: "A document holds one message.")
    }

    // MARK: - Text

    static func wbxmlText(_ fault: WBXMLText.Fault, charset: WBXMLCharset, at offset: Int) -> MessageRefusal {
        switch fault {
        case .encoding:
            wbxml(
                .encoding, at: offset, "a text that is not \(charset == .ascii ? "US-ASCII" : "UTF-8")",
                expected: "the character set that the header names",
                hint: "Send octets that are no text as OPAQUE with Format bin.")
        case .forbidden:
            wbxml(.forbiddenCharacter, at: offset, "a character that XML forbids", expected: "text")
        }
    }

    static func wbxmlEntity(_ code: UInt32, at offset: Int) -> MessageRefusal {
        wbxml(
            .forbiddenCharacter, at: offset, "the character 0x\(String(code, radix: 16, uppercase: true))",
            expected: "one that XML allows")
    }
}
