/// What stands before the body of a WBXML document (oma-dm.md 5.1).
struct WBXMLHeader {
    var version: WBXMLVersion
    var type: WBXMLDocumentType
    /// True when the document does not say what it is and is taken for SyncML 1.2.
    var isTypeUnstated = false
    var charset: WBXMLCharset
    /// The bytes of the string table in the document.
    var stringTable: Range<Int>

    /// Reads the header; the reader then stands at the body.
    init(_ reader: inout WBXMLReader) throws(MessageRefusal) {
        guard !reader.isAtEnd else { throw .empty() }
        let first = try reader.byte(inside: "the header")
        guard let version = WBXMLVersion(rawValue: first) else { throw .wbxmlVersion(first) }
        self.version = version
        let publicIDStart = reader.index
        let publicID = try reader.integer(inside: "the public id")
        let nameIndex = publicID == 0 ? try reader.integer(inside: "the public id") : 0
        let charsetStart = reader.index
        let number = try reader.integer(inside: "the character set")
        guard let charset = WBXMLCharset(rawValue: number) else { throw .wbxmlCharset(number, at: charsetStart) }
        self.charset = charset
        stringTable = try reader.counted(inside: "the string table")

        if publicID == 0 {
            let start = stringTable.lowerBound + Int(nameIndex)
            guard start < stringTable.upperBound else {
                throw .wbxmlTableIndex(Int(nameIndex), tableBytes: stringTable.count, at: publicIDStart)
            }
            // The last string of a table goes without its NUL in real messages.
            let end = reader.nul(from: start, to: stringTable.upperBound) ?? stringTable.upperBound
            let name = String(decoding: reader.bytes[start..<end].prefix(80), as: UTF8.self)
            guard let type = WBXMLDocumentType(name: name) else { throw .wbxmlType("\"\(name)\"", at: publicIDStart) }
            self.type = type
        } else if publicID == WBXMLDocumentType.unstated {
            type = .syncML12
            isTypeUnstated = true
        } else {
            guard let type = WBXMLDocumentType(publicID: publicID) else {
                let shown = "0x" + String(publicID, radix: 16, uppercase: true)
                let name = WBXMLDocumentType.otherName(publicID).map { "\($0), public id \(shown)" }
                throw .wbxmlType(name ?? "public id \(shown)", at: publicIDStart)
            }
            self.type = type
        }
    }
}
