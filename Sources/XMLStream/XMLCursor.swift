/// Reads a tape from front to back.
///
/// The cursor stands on an event. The usual pattern, for an element the cursor stands on:
///
///     cursor.enter()
///     while let child = cursor.nextChild() {      // an id into tape.names
///         if wanted(child) { value = cursor.readText() } else { cursor.skipElement() }
///     }                                           // now behind the element
///
/// Whoever gets a child must consume it, by `readText`, `skipElement` or a nested `enter` loop.
public struct XMLCursor: Sendable {
    public let tape: XMLTape
    private var index: Int

    /// A cursor on the root element.
    public init(_ tape: XMLTape) {
        self.tape = tape
        index = 0
    }

    /// The name id of the element the cursor stands on.
    public var nameID: Int { Int(tape.events[index].name) }

    /// The name of the element the cursor stands on.
    public var name: XMLName { tape.names[nameID] }

    /// The byte offset of the `<` of the tag the cursor stands on. `tape.position(at:)` makes a line and column of it.
    public var offset: Int { Int(tape.events[index].offset) }

    /// The place of the tag the cursor stands on.
    public var position: XMLPosition { tape.position(at: offset) }

    /// True when the element the cursor stands on has attributes (namespace declarations are not attributes).
    public var hasAttributes: Bool {
        index + 1 < tape.events.count && tape.events[index + 1].kind == .attribute
    }

    /// The attributes of the element the cursor stands on, in document order.
    public var attributes: [(name: XMLName, value: String)] {
        var result: [(name: XMLName, value: String)] = []
        var next = index + 1
        while next < tape.events.count, tape.events[next].kind == .attribute {
            let event = tape.events[next]
            result.append((tape.names[Int(event.name)], text(event)))
            next += 1
        }
        return result
    }

    /// The bytes of the element the cursor stands on, tags included, in `tape.source`.
    public var elementRange: Range<Int> {
        let end = tape.events[Int(tape.events[index].second)]
        return offset..<Int(end.first)
    }

    /// The bytes between the tags of the element the cursor stands on, in `tape.source`; empty for an empty tag.
    public var contentRange: Range<Int> {
        let start = tape.events[index]
        if start.flag == 1 { return Int(start.first)..<Int(start.first) }
        let end = tape.events[Int(start.second)]
        return Int(start.first)..<Int(end.offset)
    }

    /// True when the element the cursor stands on has element children.
    public var hasElementChildren: Bool {
        var next = index + 1
        while tape.events[next].kind == .attribute || tape.events[next].kind == .text { next += 1 }
        return tape.events[next].kind == .start
    }

    /// True when any direct text of the element the cursor stands on was written as a CDATA section.
    public var hasCDATA: Bool {
        var next = index + 1
        while tape.events[next].kind == .attribute { next += 1 }
        return tape.events[next].kind == .text && tape.events[next].flag == 1
    }

    /// Steps from a start tag to what is inside.
    public mutating func enter() {
        index += 1
        while tape.events[index].kind == .attribute { index += 1 }
    }

    /// Moves to the next child element and gives its name id; nil, and behind the end tag, when there is none left.
    /// Text between children is passed over.
    public mutating func nextChild() -> Int? {
        while true {
            let event = tape.events[index]
            switch event.kind {
            case .start: return Int(event.name)
            case .end:
                index += 1
                return nil
            case .text, .attribute: index += 1
            }
        }
    }

    /// What `nextNode` finds inside an element.
    public enum Node: Sendable {
        /// A child element; the cursor stands on its start tag and the caller must consume it.
        case element(nameID: Int)
        /// A text between children; already consumed.
        case text(String, isCDATA: Bool)
    }

    /// Like `nextChild`, for mixed content: texts are given too.
    public mutating func nextNode() -> Node? {
        let event = tape.events[index]
        switch event.kind {
        case .start: return .element(nameID: Int(event.name))
        case .end:
            index += 1
            return nil
        case .text:
            index += 1
            return .text(text(event), isCDATA: event.flag == 1)
        case .attribute:
            index += 1
            return nextNode()
        }
    }

    /// Moves behind the element the cursor stands on.
    public mutating func skipElement() {
        index = Int(tape.events[index].second) + 1
    }

    /// The direct text of the element the cursor stands on, entities resolved, children passed over; moves behind it.
    public mutating func readText() -> String {
        let end = Int(tape.events[index].second)
        var next = index + 1
        index = end + 1
        while tape.events[next].kind == .attribute { next += 1 }
        guard next < end else { return "" }
        if next + 1 == end, tape.events[next].kind == .text { return text(tape.events[next]) }
        var result = ""
        while next < end {
            let event = tape.events[next]
            switch event.kind {
            case .text: result += text(event)
            case .start: next = Int(event.second)
            case .end, .attribute: break
            }
            next += 1
        }
        return result
    }

    /// As `readText`, without white space at both ends. The standard's own examples put blanks round identifiers.
    public mutating func readTrimmedText() -> String {
        let end = Int(tape.events[index].second)
        var next = index + 1
        while tape.events[next].kind == .attribute { next += 1 }
        guard next + 1 == end, tape.events[next].kind == .text else { return Self.trim(readText()) }
        let event = tape.events[next]
        index = end + 1
        return tape.text.withUnsafeBufferPointer { bytes in
            var low = Int(event.first)
            var high = Int(event.second)
            while low < high, bytes[low] <= 0x20 { low += 1 }
            while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[low..<high]), as: UTF8.self)
        }
    }

    /// The text of the whole subtree of the element the cursor stands on, in document order; moves behind it.
    public mutating func readDeepText() -> String {
        let end = Int(tape.events[index].second)
        var result = ""
        for next in (index + 1)..<max(end, index + 1) where tape.events[next].kind == .text {
            result += text(tape.events[next])
        }
        index = end + 1
        return result
    }

    private func text(_ event: XMLEvent) -> String {
        tape.text.withUnsafeBufferPointer { bytes in
            String(
                decoding: UnsafeBufferPointer(rebasing: bytes[Int(event.first)..<Int(event.second)]), as: UTF8.self)
        }
    }

    private static func trim(_ text: String) -> String {
        let bytes = text.utf8
        guard let low = bytes.firstIndex(where: { $0 > 0x20 }), let high = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(text[low...high])
    }
}
