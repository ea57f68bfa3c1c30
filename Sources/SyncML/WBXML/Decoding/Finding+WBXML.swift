import XMLStream

/// The sentences about what was accepted in WBXML.
extension Finding {
    static func wbxmlTypeUnstated() -> Finding {
        Finding(
            .wbxmlPublicID, at: XMLPosition(byte: 1),
            "The header does not say what the document is (public id 1); it is read as SyncML 1.2.",
            hint: "Write the public id 0x1201.")
    }

    static func wbxmlInstruction(at offset: Int) -> Finding {
        Finding(
            .wbxmlInstruction, at: XMLPosition(byte: offset),
            "A processing instruction stands at byte \(offset); it is passed over.", hint: "Leave it out.")
    }

    static func wbxmlTableEnd(at offset: Int) -> Finding {
        Finding(
            .wbxmlTableEnd, at: XMLPosition(byte: offset),
            "The last string of the string table has no NUL; it ends with the table.",
            hint: "End every string of the table with NUL.")
    }

    static func wbxmlOctets(at offset: Int) -> Finding {
        Finding(
            .wbxmlOctets, at: XMLPosition(byte: offset),
            "The OPAQUE octets at byte \(offset) are no text and their Format is not bin; they are kept in Base64.",
            hint: "State Format bin.")
    }

    static func wbxmlCharacters(at offset: Int) -> Finding {
        Finding(
            .wbxmlCharacters, at: XMLPosition(byte: offset),
            "The OPAQUE text at byte \(offset) holds NUL or another character that XML cannot carry.",
            hint: "Send octets with Format bin, or Base64 with Format b64.")
    }

    static func wbxmlNested(_ root: String, at offset: Int) -> Finding {
        Finding(
            .wbxmlNested, at: XMLPosition(byte: offset),
            "Data holds a WBXML document (\(root)); it is read as XML, and its Type and Format are those of XML.")
    }

    static func wbxmlNestedRefused(_ refusal: MessageRefusal, at offset: Int) -> Finding {
        Finding(
            .wbxmlNestedRefused, at: XMLPosition(byte: offset),
            "Data at byte \(offset) should hold a WBXML document and cannot be read as one; it is kept in Base64. "
                + refusal.message, hint: refusal.hint)
    }
}
