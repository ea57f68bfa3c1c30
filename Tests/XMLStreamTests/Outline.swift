import XMLStream

/// A tape as text, written with the public cursor only: `<a k="v">"text"</a>`, a namespace as `{namespace}local`, a text
/// that came as CDATA as `[text]`.
func outline(_ tape: XMLTape) -> String {
    var cursor = XMLCursor(tape)
    return outline(&cursor)
}

private func outline(_ cursor: inout XMLCursor) -> String {
    let name = shown(cursor.name)
    var result = "<" + name
    for attribute in cursor.attributes { result += " \(shown(attribute.name))=\"\(attribute.value)\"" }
    result += ">"
    cursor.enter()
    while let node = cursor.nextNode() {
        switch node {
        case .element: result += outline(&cursor)
        case .text(let text, let isCDATA): result += isCDATA ? "[\(text)]" : "\"\(text)\""
        }
    }
    return result + "</\(name)>"
}

private func shown(_ name: XMLName) -> String {
    name.namespace.map { "{\($0)}\(name.local)" } ?? name.local
}

/// Parses a text.
func parse(
    _ text: String, shape: XMLTape.Shape = .document, limits: XMLLimits = .standard
) throws(XMLError) -> XMLTape {
    try XMLTape(parsing: Array(text.utf8), shape: shape, limits: limits)
}

/// The error with which bytes are refused; nil when they are accepted.
func refusal(
    _ bytes: [UInt8], shape: XMLTape.Shape = .document, limits: XMLLimits = .standard
) -> XMLError? {
    do {
        _ = try XMLTape(parsing: bytes, shape: shape, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// The error with which a text is refused; nil when it is accepted.
func refusal(_ text: String, shape: XMLTape.Shape = .document, limits: XMLLimits = .standard) -> XMLError? {
    refusal(Array(text.utf8), shape: shape, limits: limits)
}

/// Every element of a tape with its cursor, in document order.
func elements(_ tape: XMLTape) -> [XMLCursor] {
    var found: [XMLCursor] = []
    func visit(_ cursor: inout XMLCursor) {
        found.append(cursor)
        cursor.enter()
        while cursor.nextChild() != nil { visit(&cursor) }
    }
    var cursor = XMLCursor(tape)
    visit(&cursor)
    return found
}

/// The source of a tape in a range.
func slice(_ tape: XMLTape, _ range: Range<Int>) -> String { String(decoding: tape.source[range], as: UTF8.self) }
