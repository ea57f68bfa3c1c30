/// A parsed document: a flat list of events in document order over one buffer of text, with the document's bytes.
///
/// libxml2 checks well-formedness and namespaces and resolves character references; nothing is validated, fetched or
/// expanded. A document that is not XML text, such as WBXML, becomes a tape by `TapeRecorder`. Read a tape with `XMLCursor`.
public struct XMLTape: Sendable {
    /// The document as UTF-8 without byte order mark: what positions and raw ranges refer to. The bytes as they came when
    /// the document is not XML text.
    public let source: [UInt8]
    /// What was tolerated on the way.
    public let remarks: [XMLRemark]
    /// The distinct names of the document, in order of first use. Name ids are indices into this list.
    public let names: [XMLName]
    /// In document order; the first is the root's start, the last its end.
    @usableFromInline let events: FixedMemory<XMLEvent>
    /// The texts and attribute values one after the other, entities resolved.
    @usableFromInline let text: FixedMemory<UInt8>
    /// nil when `source` has no lines because it is not text.
    private let lines: LineIndex?

    init(
        source: [UInt8], remarks: [XMLRemark], names: [XMLName], events: FixedMemory<XMLEvent>,
        text: FixedMemory<UInt8>, lines: LineIndex?
    ) {
        self.source = source
        self.remarks = remarks
        self.names = names
        self.events = events
        self.text = text
        self.lines = lines
    }

    /// True when `source` is XML text, so that raw ranges of it are markup. False for a binary form.
    public var isXML: Bool { lines != nil }

    /// The line and column of a byte of `source`; in a binary form the column counts bytes in line 1.
    public func position(at offset: Int) -> XMLPosition {
        lines?.position(at: offset, in: source) ?? XMLPosition(byte: offset)
    }

    /// The number of bytes held by the tape besides the source.
    public var footprint: Int { events.count * MemoryLayout<XMLEvent>.stride + text.count }
}
