import XMLStream

/// A WBXML document of SyncML or DDF, decoded (oma-dm.md 5).
public struct WBXMLDocument: Sendable {
    public let version: WBXMLVersion
    /// What the document holds. Places are bytes of the document.
    public let tape: XMLTape
    /// What was accepted and is not as the standard wants it.
    public let findings: [Finding]
    /// True when the root is no SyncML, SyncBody or MgmtTree; the tape then has a synthetic root.
    let isFragment: Bool

    /// True for bytes that begin as WBXML 1.1 to 1.3 does. No text begins with these bytes.
    public static func isRecognised(_ bytes: [UInt8]) -> Bool {
        bytes.first.flatMap(WBXMLVersion.init(rawValue:)) != nil
    }

    /// Decodes a document. Octets with Format `bin` become Base64, and a WBXML document inside Data becomes XML.
    ///
    /// The time and memory taken are in proportion to `MessageLimits.messageBytes`, which also bounds the XML that the
    /// document stands for.
    ///
    /// - Throws: `MessageRefusal` with the byte, what was found and what was expected.
    public init(decoding bytes: [UInt8], limits: MessageLimits = .standard) throws(MessageRefusal) {
        try self.init(decoding: bytes, limits: limits, isNested: false)
    }

    init(decoding bytes: [UInt8], limits: MessageLimits, isNested: Bool) throws(MessageRefusal) {
        guard bytes.count <= limits.messageBytes else {
            throw .tooLarge(actual: bytes.count, allowed: limits.messageBytes)
        }
        var reader = WBXMLReader(bytes)
        let header = try WBXMLHeader(&reader)
        var decoder = WBXMLDecoder(reader, header: header, limits: limits, isNested: isNested)
        try decoder.body()
        version = header.version
        isFragment = decoder.isFragment
        (tape, findings) = try decoder.finish()
    }

    /// The document as XML in UTF-8, without XML declaration and white space. A character that XML cannot carry becomes U+FFFD.
    public func xml() -> [UInt8] {
        let root = XMLCursor(tape)
        return isFragment ? WBXMLMarkup.content(of: root) : WBXMLMarkup.text(of: root)
    }

    /// The message that the document is.
    ///
    /// - Throws: a refusal when its root is neither SyncML nor SyncBody nor a command or part of one.
    func message(limits: MessageLimits) throws(MessageRefusal) -> Message {
        let root = XMLCursor(tape)
        if !isFragment, root.name.local != "SyncML", root.name.local != "SyncBody" {
            throw .wrongRoot(root.name.local, at: root.position)
        }
        var reader = MessageReader(tape, limits: limits)
        for finding in findings { reader.find(finding) }
        var message = try reader.message(shape: isFragment ? .fragment : .document)
        message.raw = tape.source
        return message
    }
}
