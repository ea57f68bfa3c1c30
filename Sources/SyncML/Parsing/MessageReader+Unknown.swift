import XMLStream

/// Elements that DM does not define, or that stand where they do not belong.
extension MessageReader {
    /// Keeps a child of `parent` that has no place there, and says why.
    mutating func unknown(_ child: ElementName, in parent: String) -> UnknownElement {
        let name = cursor.name.local
        let place = position()
        if child == .other {
            if let known = ElementName.differingInCase(from: name) {
                find(.nameCase(name, known: known, at: place))
            } else {
                find(.unknownElement(name, in: parent, at: place))
            }
        } else if ElementName.unused.contains(child) {
            find(.unusedElement(name, at: place))
        } else {
            find(.unknownElement(name, in: parent, at: place))
        }
        return verbatim()
    }

    /// Keeps a second element of a kind that may stand only once.
    mutating func repeated(_ parent: String) -> UnknownElement {
        find(.repeatedElement(cursor.name.local, in: parent, at: position()))
        return verbatim()
    }

    /// Reads the element that the cursor stands on as it is. Its depth is bounded by the limit of the parse.
    mutating func verbatim() -> UnknownElement {
        var element = UnknownElement(name: cursor.name, origin: origin())
        element.attributes = cursor.attributes.map { UnknownElement.Attribute(name: $0.name, value: $0.value) }
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .element: element.content.append(.element(verbatim()))
            case .text(let text, _):
                if !text.isEmpty { element.content.append(.text(text)) }
            }
        }
        return element
    }
}
