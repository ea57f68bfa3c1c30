/// The elements of a document with their places in its bytes, made without judging it: an element that nothing ends reaches to the end of
/// what encloses it.
struct MarkupTree {
    struct Element {
        /// The local name.
        var name: String
        /// The start tag.
        var tag: Range<Int>
        /// What stands between the tags.
        var content: Range<Int>
        var parent: Int?
        var children: [Int] = []
    }

    let bytes: [UInt8]
    /// In document order.
    private(set) var elements: [Element] = []
    /// True when anything in the text is a tag.
    var hasMarkup: Bool { !elements.isEmpty }

    /// Deeper elements are taken as part of their parent's content.
    private static let depth = 256

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = MarkupScanner()
        var index = 0
        var open: [Int] = []
        while let token = scanner.token(in: bytes, at: index) {
            index = token.range.upperBound
            switch token.kind {
            case .text, .comment, .cdata, .instruction, .declaration: break
            case .start(let isEmpty):
                guard open.count < Self.depth else { continue }
                let element = Element(
                    name: String(decoding: bytes[token.name], as: UTF8.self), tag: token.range,
                    content: index..<(isEmpty ? index : bytes.count), parent: open.last)
                elements.append(element)
                if let parent = open.last { elements[parent].children.append(elements.count - 1) }
                if !isEmpty { open.append(elements.count - 1) }
            case .end:
                let name = String(decoding: bytes[token.name], as: UTF8.self)
                guard let level = open.lastIndex(where: { elements[$0].name == name }) else { continue }
                for element in open[level...] {
                    elements[element].content = elements[element].content.lowerBound..<token.range.lowerBound
                }
                open.removeSubrange(level...)
            }
        }
    }

    /// The first child of a name.
    func child(_ name: String, of element: Int) -> Int? {
        elements[element].children.first { elements[$0].name == name }
    }

    /// The characters of an element's content, without white space at both ends.
    func text(of element: Int) -> String {
        let text = MarkupText.unescaped(bytes[elements[element].content])
        let start = text.firstIndex { $0 > 0x20 } ?? text.count
        let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: text[start..<end], as: UTF8.self)
    }

    /// The places of the attributes' values in a start tag, by local name.
    func attributes(of element: Int) -> [(name: String, value: Range<Int>)] {
        let tag = elements[element].tag
        var attributes: [(name: String, value: Range<Int>)] = []
        var index = tag.lowerBound + 1
        while index < tag.upperBound, !MarkupScanner.endsName(bytes[index]) { index += 1 }
        while let equals = bytes.index(of: "=", from: index, before: tag.upperBound) {
            var end = equals
            while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
            var start = end
            while start > index, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: ":") { start -= 1 }
            var quote = equals + 1
            while quote < tag.upperBound, bytes[quote] <= 0x20 { quote += 1 }
            guard quote < tag.upperBound, let close = bytes.index(of: bytes[quote], from: quote + 1),
                close < tag.upperBound
            else { break }
            attributes.append((String(decoding: bytes[start..<end], as: UTF8.self), (quote + 1)..<close))
            index = close + 1
        }
        return attributes
    }
}
