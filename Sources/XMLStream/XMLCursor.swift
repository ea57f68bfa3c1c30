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
    @usableFromInline var index: Int

    /// A cursor on the root element.
    @inlinable
    public init(_ tape: XMLTape) {
        self.tape = tape
        index = 0
    }

    // MARK: The element the cursor stands on

    /// The name id of the element the cursor stands on.
    @inlinable @inline(__always) public var nameID: Int { tape.events[index].name }

    /// The name of the element the cursor stands on.
    @inlinable public var name: XMLName { tape.names[nameID] }

    /// The byte offset of the `<` of the tag the cursor stands on. `tape.position(at:)` makes a line and column of it.
    @inlinable @inline(__always) public var offset: Int { Int(tape.events[index].offset) }

    /// The place of the tag the cursor stands on.
    @inlinable public var position: XMLPosition { tape.position(at: offset) }

    /// True when the element the cursor stands on has attributes (namespace declarations are not attributes).
    @inlinable @inline(__always) public var hasAttributes: Bool {
        index + 1 < tape.events.count && tape.events[index + 1].kind == .attribute
    }

    /// The attributes of the element the cursor stands on, in document order.
    public var attributes: [(name: XMLName, value: String)] {
        var result: [(name: XMLName, value: String)] = []
        var next = index + 1
        while next < tape.events.count, tape.events[next].kind == .attribute {
            let event = tape.events[next]
            result.append((tape.names[event.name], text(event)))
            next += 1
        }
        return result
    }

    /// The bytes of the element the cursor stands on, tags included, in `tape.source`.
    @inlinable public var elementRange: Range<Int> {
        offset..<Int(tape.events[Int(tape.events[index].second)].first)
    }

    /// The bytes between the tags of the element the cursor stands on, in `tape.source`; empty for an empty tag.
    @inlinable @inline(__always) public var contentRange: Range<Int> {
        let start = tape.events[index]
        if start.flag { return Int(start.first)..<Int(start.first) }
        return Int(start.first)..<Int(tape.events[Int(start.second)].offset)
    }

    /// True when the element the cursor stands on is written as an empty tag (`<Final/>`).
    @inlinable public var isEmptyTag: Bool { tape.events[index].flag }

    /// True when the element the cursor stands on has element children.
    @inlinable @inline(__always) public var hasElementChildren: Bool {
        var next = index + 1
        while tape.events[next].kind == .attribute || tape.events[next].kind == .text { next += 1 }
        return tape.events[next].kind == .start
    }

    /// True when any direct text of the element the cursor stands on was written as a CDATA section.
    public var hasCDATA: Bool {
        let end = Int(tape.events[index].second)
        var next = index + 1
        while next < end {
            let event = tape.events[next]
            switch event.kind {
            case .text: if event.flag { return true }
            case .start: next = Int(event.second)
            case .attribute, .end: break
            }
            next += 1
        }
        return false
    }

    // MARK: Moving

    /// Steps from a start tag to what is inside.
    @inlinable @inline(__always)
    public mutating func enter() {
        index += 1
        while tape.events[index].kind == .attribute { index += 1 }
    }

    /// Moves to the next child element and gives its name id; nil, and behind the end tag, when there is none left.
    /// Text between children is passed over.
    @inlinable @inline(__always)
    public mutating func nextChild() -> Int? {
        while true {
            let event = tape.events[index]
            switch event.kind {
            case .start: return event.name
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
        while true {
            let event = tape.events[index]
            switch event.kind {
            case .start: return .element(nameID: event.name)
            case .end:
                index += 1
                return nil
            case .text:
                index += 1
                return .text(text(event), isCDATA: event.flag)
            case .attribute: index += 1
            }
        }
    }

    /// Moves behind the element the cursor stands on.
    @inlinable @inline(__always)
    public mutating func skipElement() {
        index = Int(tape.events[index].second) + 1
    }

    // MARK: Text

    /// The offset of the tag that `nextChild` came to when a text stands directly before it; nil when none does.
    ///
    /// - Parameter isEnd: true when `nextChild` gave nil, so that the tag is the end tag that was passed.
    @inlinable @inline(__always)
    public func tagBehindText(isEnd: Bool) -> Int? {
        let tag = isEnd ? index - 1 : index
        guard tag > 0, tape.events[tag - 1].kind == .text else { return nil }
        return Int(tape.events[tag].offset)
    }

    /// The text directly before the tag that `nextChild` came to, with the place where it begins; nil when there is none.
    /// For tapes that were recorded; a parsed one has the text in `source`.
    ///
    /// - Parameter isEnd: true when `nextChild` gave nil, so that the tag is the end tag that was passed.
    public func textBefore(isEnd: Bool) -> (text: String, offset: Int)? {
        let last = isEnd ? index - 2 : index - 1
        guard last >= 0, tape.events[last].kind == .text else { return nil }
        return (text(tape.events[last]), Int(tape.events[last].offset))
    }

    /// The direct text of the element the cursor stands on, entities resolved, children passed over; moves behind it.
    @inlinable
    public mutating func readText() -> String {
        let end = Int(tape.events[index].second)
        let first = firstContent
        index = end + 1
        if first == end { return "" }
        if first + 1 == end { return text(tape.events[first]) }
        return directText(from: first, to: end)
    }

    /// As `readText`, without white space at both ends. The standard's own examples put blanks round identifiers.
    @inlinable
    public mutating func readTrimmedText() -> String {
        let end = Int(tape.events[index].second)
        let first = firstContent
        index = end + 1
        if first == end { return "" }
        if first + 1 == end {
            let event = tape.events[first]
            return tape.text.withElements(in: Int(event.first)..<Int(event.second), Self.trimmed)
        }
        return Array(directText(from: first, to: end).utf8).withUnsafeBufferPointer(Self.trimmed)
    }

    /// The text of the whole subtree of the element the cursor stands on, in document order; moves behind it.
    public mutating func readDeepText() -> String {
        let end = Int(tape.events[index].second)
        var result = ""
        for next in (index + 1)...end where tape.events[next].kind == .text {
            result += text(tape.events[next])
        }
        index = end + 1
        return result
    }

    /// The index of what follows the start tag and its attributes.
    @inlinable @inline(__always) var firstContent: Int {
        var next = index + 1
        while tape.events[next].kind == .attribute { next += 1 }
        return next
    }

    @usableFromInline
    func directText(from first: Int, to end: Int) -> String {
        var result = ""
        var next = first
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

    @inlinable
    func text(_ event: XMLEvent) -> String {
        tape.text.withElements(in: Int(event.first)..<Int(event.second)) { String(decoding: $0, as: UTF8.self) }
    }

    /// libxml2 checked that a text is UTF-8; the string checks again, which costs little.
    @inlinable
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var (low, high) = (0, bytes.count)
        while low < high, bytes[low] <= 0x20 { low += 1 }
        while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[low..<high]), as: UTF8.self)
    }
}
