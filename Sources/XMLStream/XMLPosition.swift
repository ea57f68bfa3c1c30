/// A place in a document: line and column start at 1, the column counts characters, the offset counts bytes from 0.
///
/// Places are reported in the document after its byte order mark was removed and, where needed, after transcoding to
/// UTF-8; line and column are those an editor shows.
public struct XMLPosition: Hashable, Sendable {
    public var line: Int
    public var column: Int
    public var offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// A place in a document that has no lines because it is not text: the column is the byte's number, counted from 1.
    public init(byte offset: Int) { self.init(line: 1, column: offset + 1, offset: offset) }

    /// The first character of a document.
    public static let start = XMLPosition(line: 1, column: 1, offset: 0)
}

extension XMLPosition: CustomStringConvertible {
    public var description: String { "\(line):\(column)" }
}

extension XMLPosition: Comparable {
    public static func < (left: XMLPosition, right: XMLPosition) -> Bool { left.offset < right.offset }
}
