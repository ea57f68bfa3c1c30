import XMLStream

/// Writes HTML through the writer of XML: every text and attribute is escaped there, so nothing from a file or a server can be
/// markup. Text is made safe to show, too (`SafeText`).
struct HTMLWriter: ~Copyable {
    typealias Attribute = (name: String, value: String)
    private var xml: XMLWriter

    init() throws(XMLError) {
        xml = try XMLWriter()
        xml.markup("<!DOCTYPE html>\n")
    }

    mutating func element(
        _ name: String, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void = { _ in }
    ) {
        open(name, attributes)
        content(&self)
        // HTML has no empty tags: `<p/>` opens a paragraph that nothing closes.
        xml.endTag(name)
    }

    /// An element that never has content, such as `meta`.
    mutating func void(_ name: String, _ attributes: [Attribute] = []) {
        open(name, attributes)
        xml.end(name)
    }

    mutating func leaf(_ name: String, class style: String? = nil, _ text: String) {
        element(name, style.map { [("class", $0)] } ?? []) { $0.text(text) }
    }

    mutating func text(_ text: String) { xml.text(SafeText.block(text)) }

    /// Our own style sheet, in which nothing may be escaped.
    mutating func style(_ sheet: String) {
        element("style") { $0.xml.markup(sheet) }
    }

    mutating func lineBreak() { xml.text("\n") }

    mutating func document() -> String { String(decoding: xml.bytes(), as: UTF8.self) }

    private mutating func open(_ name: String, _ attributes: [Attribute]) {
        xml.start(name)
        for attribute in attributes { xml.attribute(attribute.name, SafeText.line(attribute.value)) }
    }
}
