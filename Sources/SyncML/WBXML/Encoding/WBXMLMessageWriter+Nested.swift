import XMLStream

/// TNDS objects as WBXML documents inside Data (oma-dm.md 2.10 and 5.5).
extension WBXMLMessageWriter {
    /// The document that stands for an Item's TNDS object, and the Meta that says so.
    ///
    /// nil when the Item holds none, or one that would not read back the same, with its white space and comments: it then
    /// goes as text, which Type and Format say already.
    func nestedDocument(_ item: Item) -> (bytes: [UInt8], meta: Meta)? {
        let type = "application/vnd.syncml.dmtnds"
        guard var meta = item.meta, meta.type == type + "+xml", meta.format ?? "xml" == "xml", let data = item.data,
            let bytes = Self.document(ofTNDS: Array(data.content.utf8), version: version)
        else { return nil }
        meta.type = type + "+wbxml"
        if meta.format != nil { meta.format = "bin" }
        return (bytes, meta)
    }

    private static func document(ofTNDS xml: [UInt8], version: WBXMLVersion) -> [UInt8]? {
        guard let tape = try? XMLTape(parsing: xml) else { return nil }
        var cursor = XMLCursor(tape)
        guard cursor.name == XMLName("MgmtTree", namespace: SyncMLNamespace.dmddf) else { return nil }
        var tokens = WBXMLWriter()
        guard write(&cursor, to: &tokens) else { return nil }
        let bytes = tokens.document(.ddf12, version: version)
        let readBack = try? WBXMLDocument(decoding: bytes, limits: .standard, isNested: true)
        return readBack?.xml() == xml ? bytes : nil
    }

    /// False for what the code page of DDF does not have. The depth is bounded by the limit of the parse.
    private static func write(_ cursor: inout XMLCursor, to tokens: inout WBXMLWriter) -> Bool {
        guard let tag = WBXMLTag(cursor.name), !cursor.hasAttributes else { return false }
        tokens.start(tag)
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .element: if !write(&cursor, to: &tokens) { return false }
            case .text(let text, _): tokens.string(text)
            }
        }
        tokens.end()
        return true
    }
}
