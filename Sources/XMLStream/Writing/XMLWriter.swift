import CLibXML2

/// Writes a document through libxml2's output buffer.
///
/// The buffer grows by doubling and every piece of text is escaped in one pass; nothing is indented, because white space
/// between tags of a SyncML message costs bytes and old clients stumbled over it. A writer owns a C pointer, so it cannot be
/// copied.
public struct XMLWriter: ~Copyable {
    private let output: xmlOutputBufferPtr
    /// What was written and is not yet in the output: a call to libxml2 for each angle bracket would be most of the work.
    private var pending = GrowingMemory<UInt8>(capacity: 2 * XMLWriter.pendingBytes)
    private var isTagOpen = false

    private static let pendingBytes = 4_096

    /// - Throws: `XMLError` with code `outOfMemory`.
    public init() throws(XMLError) {
        guard let output = xmlAllocOutputBuffer(nil) else {
            throw XMLError(code: .outOfMemory, position: .start, reason: "libxml2 could not make an output buffer")
        }
        self.output = output
    }

    deinit { xmlOutputBufferClose(output) }

    /// Opens an element. A namespace given here is declared on the tag as the default namespace.
    public mutating func start(_ name: String, namespace: String? = nil) {
        closeTag()
        write("<" as StaticString)
        write(name)
        isTagOpen = true
        if let namespace { attribute("xmlns", namespace) }
    }

    /// Adds an attribute to the tag just opened. Ignored when content was already written.
    public mutating func attribute(_ name: String, _ value: String) {
        guard isTagOpen else { return }
        write(" " as StaticString)
        write(name)
        write("=\"" as StaticString)
        copy(value, as: .attribute)
        write("\"" as StaticString)
    }

    /// Closes an element; one without content becomes an empty tag.
    public mutating func end(_ name: String) {
        if isTagOpen {
            isTagOpen = false
            write("/>" as StaticString)
        } else {
            write("</" as StaticString)
            write(name)
            write(">" as StaticString)
        }
    }

    /// Closes an element with an end tag, also when it has no content, as HTML wants it.
    public mutating func endTag(_ name: String) {
        closeTag()
        end(name)
    }

    /// Text, escaped.
    public mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        closeTag()
        copy(text, as: .text)
    }

    /// A CDATA section. What cannot stand in one is put around it: `]]>` is split over two sections, and a carriage return,
    /// which a reader would turn into a line feed, is written as a reference between two.
    public mutating func cdata(_ text: String) {
        closeTag()
        write("<![CDATA[" as StaticString)
        copy(text, as: .cdata)
        write("]]>" as StaticString)
    }

    /// Markup that is already XML, written as it is. The caller vouches for it.
    public mutating func markup(_ xml: String) {
        guard !xml.isEmpty else { return }
        closeTag()
        write(xml)
    }

    /// An element that holds only text.
    public mutating func leaf(_ name: String, _ text: String, namespace: String? = nil) {
        start(name, namespace: namespace)
        self.text(text)
        end(name)
    }

    /// The number of bytes written so far.
    public var count: Int { Int(xmlOutputBufferGetSize(output)) + pending.count }

    /// The document. The writer may go on afterwards.
    public mutating func bytes() -> [UInt8] {
        closeTag()
        flush()
        guard let content = xmlOutputBufferGetContent(output) else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlOutputBufferGetSize(output))))
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        isTagOpen = false
        write(">" as StaticString)
    }

    @inline(__always)
    private mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    @inline(__always)
    private mutating func write(_ text: StaticString) {
        pending.append(contentsOf: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    @inline(__always)
    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        pending.append(contentsOf: base, count: bytes.count)
        if pending.count >= Self.pendingBytes { flush() }
    }

    @inline(never)
    private mutating func flush() {
        let output = output
        pending.drain { bytes in
            // libxml2 takes no more than an Int32 at once.
            var start = 0
            while start < bytes.count, let base = bytes.baseAddress {
                let count = min(bytes.count - start, 1 << 30)
                _ = (base + start).withMemoryRebound(to: CChar.self, capacity: count) {
                    xmlOutputBufferWrite(output, Int32(count), $0)
                }
                start += count
            }
        }
    }

    private enum Place {
        case text
        case attribute
        case cdata
    }

    private mutating func copy(_ text: String, as place: Place) {
        var text = text
        text.withUTF8 { bytes in
            var clean = 0
            var index = 0
            while index < bytes.count {
                guard Self.mayNeedReplacement(bytes[index]),
                    let (replaced, replacement) = Self.replacement(at: index, in: bytes, as: place)
                else {
                    index += 1
                    continue
                }
                write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
                write(replacement)
                index += replaced
                clean = index
            }
            write(UnsafeBufferPointer(rebasing: bytes[clean...]))
        }
    }

    /// True for the control characters, `"`, `&`, `<`, `>` and for the first byte of U+FFFE and U+FFFF.
    @inline(__always)
    private static func mayNeedReplacement(_ byte: UInt8) -> Bool {
        let mask: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
        return byte < 64 ? mask >> UInt64(byte) & 1 != 0 : byte == 0xEF
    }

    /// What stands for the bytes at an index, and for how many of them; nil for themselves. Characters that XML cannot carry
    /// become U+FFFD: a reply must stay well-formed whatever a device fact holds.
    private static func replacement(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, as place: Place
    ) -> (replaced: Int, by: StaticString)? {
        let byte = bytes[index]
        switch (byte, place) {
        case (UInt8(ascii: "&"), .text), (UInt8(ascii: "&"), .attribute): return (1, "&amp;")
        case (UInt8(ascii: "<"), .text), (UInt8(ascii: "<"), .attribute): return (1, "&lt;")
        case (UInt8(ascii: ">"), .text), (UInt8(ascii: ">"), .attribute): return (1, "&gt;")
        case (UInt8(ascii: ">"), .cdata):
            let isEnd = index >= 2 && bytes[index - 1] == UInt8(ascii: "]") && bytes[index - 2] == UInt8(ascii: "]")
            return isEnd ? (1, "]]><![CDATA[>") : nil
        case (UInt8(ascii: "\""), .attribute): return (1, "&quot;")
        case (0x0D, .cdata): return (1, "]]>&#13;<![CDATA[")
        case (0x0D, _): return (1, "&#13;")
        case (0x09, .attribute): return (1, "&#9;")
        case (0x0A, .attribute): return (1, "&#10;")
        case (0x09, _), (0x0A, _): return nil
        case (0..<0x20, _): return (1, "\u{FFFD}")
        // U+FFFE and U+FFFF.
        case (0xEF, _) where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
            return (3, "\u{FFFD}")
        default: return nil
        }
    }
}
