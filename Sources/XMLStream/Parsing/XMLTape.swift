/// A parsed document: a flat list of events in document order over one buffer of text, with the document's bytes.
///
/// libxml2 checks well-formedness and namespaces and resolves character references; nothing is validated, fetched or
/// expanded. Read a tape with `XMLCursor`.
public struct XMLTape: Sendable {
    /// The document as UTF-8 without byte order mark: what positions and raw ranges refer to.
    public let source: [UInt8]
    /// What was tolerated on the way.
    public let remarks: [XMLRemark]
    /// The distinct names of the document, in order of first use. Name ids are indices into this list.
    public let names: [XMLName]
    let events: [XMLEvent]
    let text: [UInt8]
    /// Byte offsets at which lines begin.
    let lineStarts: [UInt32]

    init(source: [UInt8], remarks: [XMLRemark], names: [XMLName], events: [XMLEvent], text: [UInt8]) {
        self.source = source
        self.remarks = remarks
        self.names = names
        self.events = events
        self.text = text
        self.lineStarts = LineIndex.lineStarts(of: source)
    }

    /// The line and column of a byte of `source`.
    public func position(at offset: Int) -> XMLPosition {
        LineIndex.position(at: offset, in: source, lineStarts: lineStarts)
    }

    /// The number of bytes held by the tape besides the source.
    public var footprint: Int { events.count * MemoryLayout<XMLEvent>.stride + text.count }
}

/// Lines and columns of byte offsets.
enum LineIndex {
    static func lineStarts(of source: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        source.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(UInt32(index) + 1) }
        }
        return starts
    }

    static func position(at offset: Int, in source: [UInt8], lineStarts: [UInt32]) -> XMLPosition {
        let offset = min(max(offset, 0), source.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        let start = Int(lineStarts[low])
        // Continuation bytes of UTF-8 belong to the character before them.
        let characters = source[start..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return XMLPosition(line: low + 1, column: characters + 1, offset: offset)
    }
}
