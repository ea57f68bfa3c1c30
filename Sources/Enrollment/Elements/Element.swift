import XMLStream

/// An element of a SOAP message with all below it. Envelopes of the enrolment are small, so a tree serves.
///
/// Names are found by their local part, whatever the prefix or namespace, and in another case when none has the right one:
/// published servers and the specification's own samples differ in both (enrollment.md 4.1, 9.1). `CaseCheck` tells of them.
struct Element {
    /// Without a prefix, also without one that nothing binds.
    let name: String
    let namespace: String?
    let attributes: [(name: XMLName, value: String)]
    /// The direct text.
    let text: String
    let children: [Element]
    let place: Place

    /// Reads the element that the cursor stands on; moves behind it. The parser's limit on depth bounds the recursion.
    init(_ cursor: inout XMLCursor) {
        let name = cursor.name
        self.name = name.local.split(separator: ":").last.map(String.init) ?? name.local
        namespace = name.namespace
        attributes = cursor.attributes
        place = Place(cursor.position)
        var text = ""
        var children: [Element] = []
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .text(let piece, _): text += piece
            case .element: children.append(Element(&cursor))
            }
        }
        self.text = text
        self.children = children
    }

    /// The first child of a name.
    subscript(_ name: String) -> Element? {
        children.first { $0.name == name } ?? children.first { $0.name.lowercased() == name.lowercased() }
    }

    /// All children of a name, in document order.
    func all(_ name: String) -> [Element] { children.filter { $0.name.lowercased() == name.lowercased() } }

    func attribute(_ name: String) -> String? { attributes.first { $0.name.local == name }?.value }

    /// Without a prefix that nothing binds, as for `wsu:Id`.
    func attribute(anyPrefix name: String) -> String? {
        attributes.first { $0.name.local == name || $0.name.local.hasSuffix(":\(name)") }?.value
    }

    var isNil: Bool { ["true", "1"].contains(attribute(anyPrefix: "nil")) }

    var trimmedText: String { Self.trimmed(text) }

    var textElement: TextElement { TextElement(trimmedText, isNil: isNil, place: place) }

    /// A child that holds a text; nil when there is none.
    func text(_ name: String) -> TextElement? { self[name]?.textElement }

    func texts(_ name: String) -> [TextElement] { all(name).map(\.textElement) }

    /// The children that are none of those known, in document order.
    func unknown(besides known: [String]) -> [UnknownElement] {
        let known = Set(known.map { $0.lowercased() })
        return children.filter { !known.contains($0.name.lowercased()) }.map {
            UnknownElement(name: $0.name, namespace: $0.namespace, text: Self.trimmed($0.deepText), place: $0.place)
        }
    }

    private var deepText: String { text + children.map(\.deepText).joined() }

    private static func trimmed(_ text: String) -> String {
        var bytes = text.utf8[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
