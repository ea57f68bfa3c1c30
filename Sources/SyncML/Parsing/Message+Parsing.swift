import XMLStream

extension Message {
    /// Reads a message, a SyncBody or bare commands, in the accept and refuse rules of design.md section 8.
    ///
    /// Names are matched by their local part; every deviation that was accepted is in `findings`, in document order.
    /// `raw` keeps the bytes as they came. The time taken is proportional to the size of the message.
    ///
    /// - Parameter bytes: UTF-8, UTF-16, or what an XML declaration says; or WBXML 1.1 to 1.3, which is told by its first byte
    ///   and whose places are bytes (oma-dm.md 5; DMREP 5.2 wants both read).
    /// - Throws: `MessageRefusal` with the place, what was found and what was expected.
    public init(parsing bytes: [UInt8], limits: MessageLimits = .standard) throws(MessageRefusal) {
        guard bytes.count <= limits.messageBytes else {
            throw .tooLarge(actual: bytes.count, allowed: limits.messageBytes)
        }
        if WBXMLDocument.isRecognised(bytes) {
            self = try WBXMLDocument(decoding: bytes, limits: limits).message(limits: limits)
            return
        }
        let document = DocumentStart(bytes)
        let shape = try document.shape()
        let tape: XMLTape
        do {
            tape = try XMLTape(parsing: bytes, shape: shape, limits: limits.xml)
        } catch {
            throw MessageRefusal(error, document: document)
        }
        var reader = MessageReader(tape, limits: limits)
        self = try reader.message(shape: shape)
        raw = bytes
    }
}
