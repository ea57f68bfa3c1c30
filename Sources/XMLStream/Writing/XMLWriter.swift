import CLibXML2

/// Writes a document through libxml2's output buffer.
///
/// The buffer grows by doubling and every piece of text is escaped in one pass; nothing is indented, because white space
/// between tags of a SyncML message costs bytes and old clients stumbled over it. A writer owns a C pointer, so it cannot be
/// copied.
public struct XMLWriter: ~Copyable {
    private let output: xmlOutputBufferPtr
    private var isTagOpen = false

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
        write("<")
        write(name)
        isTagOpen = true
        if let namespace { attribute("xmlns", namespace) }
    }

    /// Adds an attribute to the tag just opened. Ignored when content was already written.
    public mutating func attribute(_ name: String, _ value: String) {
        guard isTagOpen else { return }
        write(" ")
        write(name)
        write("=\"")
        escaped(value, inAttribute: true)
        write("\"")
    }

    /// Closes an element; one without content becomes an empty tag.
    public mutating func end(_ name: String) {
        if isTagOpen {
            isTagOpen = false
            write("/>")
        } else {
            write("</")
            write(name)
            write(">")
        }
    }

    /// Text, escaped.
    public mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        closeTag()
        escaped(text, inAttribute: false)
    }

    /// A CDATA section; `]]>` inside is split over two sections.
    public mutating func cdata(_ text: String) {
        closeTag()
        write("<![CDATA[")
        var rest = text[...]
        while let range = rest.firstRange(of: "]]>") {
            write(String(rest[..<range.lowerBound]))
            write("]]]]><![CDATA[>")
            rest = rest[range.upperBound...]
        }
        write(String(rest))
        write("]]>")
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
    public var count: Int { Int(xmlOutputBufferGetSize(output)) }

    /// The document. The writer may go on afterwards.
    public mutating func bytes() -> [UInt8] {
        closeTag()
        guard let content = xmlOutputBufferGetContent(output) else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlOutputBufferGetSize(output))))
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        isTagOpen = false
        write(">")
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    private func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        _ = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            xmlOutputBufferWrite(output, Int32(bytes.count), $0)
        }
    }

    private func escaped(_ text: String, inAttribute: Bool) {
        var text = text
        text.withUTF8 { bytes in
            var clean = 0
            for index in bytes.indices {
                guard let replacement = Self.replacement(for: bytes[index], inAttribute: inAttribute) else { continue }
                write(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
                replacement.withUTF8Buffer { write($0) }
                clean = index + 1
            }
            write(UnsafeBufferPointer(rebasing: bytes[clean...]))
        }
    }

    /// What stands for a byte, nil for itself. Characters that XML cannot carry become U+FFFD: a reply must stay
    /// well-formed whatever a device fact holds.
    @inline(__always)
    private static func replacement(for byte: UInt8, inAttribute: Bool) -> StaticString? {
        if byte > 0x3E { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case 0x0D: return "&#13;"
        case UInt8(ascii: "\"") where inAttribute: return "&quot;"
        case 0x09 where inAttribute: return "&#9;"
        case 0x0A where inAttribute: return "&#10;"
        case 0x09, 0x0A: return nil
        case 0..<0x20: return "\u{FFFD}"
        default: return nil
        }
    }
}
