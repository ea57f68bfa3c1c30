import XMLStream

/// Writes what a tape holds as XML. A namespace is declared where it changes.
enum WBXMLMarkup {
    /// The element that the cursor stands on.
    static func text(of cursor: XMLCursor) -> [UInt8] {
        guard var xml = try? XMLWriter() else { return [] }
        var cursor = cursor
        write(&cursor, within: nil, to: &xml)
        return xml.bytes()
    }

    /// What is inside the element that the cursor stands on. Its own namespace holds there.
    static func content(of cursor: XMLCursor) -> [UInt8] {
        guard var xml = try? XMLWriter() else { return [] }
        var cursor = cursor
        let namespace = cursor.name.namespace
        cursor.enter()
        writeContent(&cursor, within: namespace, to: &xml)
        return xml.bytes()
    }

    /// The depth is bounded by the limit of the tape.
    private static func write(_ cursor: inout XMLCursor, within outer: String?, to xml: inout XMLWriter) {
        let name = cursor.name
        if name.namespace == outer {
            xml.start(name.local)
        } else {
            // The empty string takes a default namespace back.
            xml.start(name.local, namespace: name.namespace ?? "")
        }
        for (attribute, value) in cursor.attributes {
            let isXML = attribute.namespace == WBXMLText.xmlNamespace
            xml.attribute(isXML ? "xml:\(attribute.local)" : attribute.local, value)
        }
        cursor.enter()
        writeContent(&cursor, within: name.namespace, to: &xml)
        xml.end(name.local)
    }

    private static func writeContent(_ cursor: inout XMLCursor, within namespace: String?, to xml: inout XMLWriter) {
        while let node = cursor.nextNode() {
            switch node {
            case .element: write(&cursor, within: namespace, to: &xml)
            case .text(let text, _): xml.text(text)
            }
        }
    }
}
