import XMLStream

extension XMLWriter {
    /// A leaf, or nothing when the element is absent. The prefix `xsi` has to be declared where nil may stand.
    mutating func leaf(_ name: String, _ element: TextElement?) {
        guard let element else { return }
        start(name)
        if element.isNil { attribute("xsi:nil", "true") }
        text(element.value)
        end(name)
    }

    /// A leaf in a default namespace of its own.
    mutating func leaf(_ name: String, _ element: TextElement?, namespace: String) {
        guard let element else { return }
        start(name, namespace: namespace)
        if element.isNil { attribute("xsi:nil", "true") }
        text(element.value)
        end(name)
    }

    mutating func leaves(_ name: String, _ elements: [TextElement]) {
        for element in elements { leaf(name, element) }
    }

    /// What was not known, as text.
    mutating func unknown(_ elements: [UnknownElement]) {
        for element in elements {
            start(element.name, namespace: element.namespace ?? "")
            text(element.text)
            end(element.name)
        }
    }
}
