import XMLStream

/// Elements and attributes that are not known.
extension MessageWriter {
    mutating func unknown(_ elements: [UnknownElement]) {
        for element in elements { unknown(element) }
    }

    mutating func unknown(_ element: UnknownElement) {
        let outer = namespace
        let name = element.name.local
        if element.name.namespace == outer {
            xml.start(name)
        } else {
            // The empty string takes a default namespace back.
            xml.start(name, namespace: element.name.namespace ?? "")
        }
        namespace = element.name.namespace
        attributes(element.attributes)
        for node in element.content {
            switch node {
            case .element(let child): unknown(child)
            case .text(let text): xml.text(text)
            }
        }
        xml.end(name)
        namespace = outer
    }

    /// An attribute in a namespace needs a prefix; one without it, or with an unbound prefix, stays as it was.
    mutating func attributes(_ attributes: [UnknownElement.Attribute]) {
        for (index, attribute) in attributes.enumerated() {
            let name = attribute.name
            switch name.namespace {
            case nil: xml.attribute(name.local, attribute.value)
            case "http://www.w3.org/XML/1998/namespace": xml.attribute("xml:\(name.local)", attribute.value)
            case let namespace?:
                xml.attribute("xmlns:a\(index)", namespace)
                xml.attribute("a\(index):\(name.local)", attribute.value)
            }
        }
    }
}
