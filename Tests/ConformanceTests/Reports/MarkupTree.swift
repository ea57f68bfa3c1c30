import XMLStream

/// An XML document as a tree, for tests of what was written.
struct MarkupTree {
    var name: String
    var attributes: [String: String]
    var children: [MarkupTree] = []
    /// All text in it, of its children too.
    var text: String

    init(parsing text: String) throws {
        let tape = try XMLTape(parsing: Array(text.utf8))
        var cursor = XMLCursor(tape)
        self.init(&cursor)
    }

    private init(_ cursor: inout XMLCursor) {
        name = cursor.name.local
        attributes = Dictionary(
            cursor.attributes.map { ($0.name.local, $0.value) }, uniquingKeysWith: { first, _ in first })
        text = ""
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .element:
                let child = MarkupTree(&cursor)
                text += child.text
                children.append(child)
            case .text(let content, _): text += content
            }
        }
    }

    /// This element and all below it, in document order.
    var all: [MarkupTree] { [self] + children.flatMap(\.all) }
}
