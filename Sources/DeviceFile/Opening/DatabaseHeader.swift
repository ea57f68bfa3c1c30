/// The first bytes of a database of SQLite, looked at before SQLite does: they tell a device file from everything else.
struct DatabaseHeader {
    static let length = 100

    /// The application that made it, from the place that SQLite keeps for that.
    var applicationID: Int32
    /// Bytes; a whole file is so many pages.
    var pageSize: Int

    /// - Returns: nil for what is no database.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        pageSize = size == 1 ? 65_536 : max(1, size)
        applicationID = Int32(truncatingIfNeeded: bytes[68..<72].reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// What bytes without that header are, for a sentence.
    static func name(of bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "an empty file" }
        if bytes.starts(with: Array("SQLite format 3\0".utf8)) { return "a database that was cut off" }
        if bytes.allSatisfy({ $0 == 0 }) { return "a file of zero bytes" }
        if bytes.first == UInt8(ascii: "{") { return "JSON" }
        if bytes.first == UInt8(ascii: "<") { return "XML" }
        return "another kind of file"
    }
}
