/// Makes the tape of a document that is not XML text: whoever decodes it tells what the document holds, in document order.
///
/// The caller sees to it that starts and ends match. Offsets are bytes of `source`; they become the positions of the tape.
public struct TapeRecorder: ~Copyable {
    /// A text of the tape, for `replace`.
    public struct TextID: Hashable, Sendable {
        fileprivate var event: Int
    }

    private let source: [UInt8]
    private let limits: XMLLimits
    /// Levels that the limit of the depth does not count: the synthetic root of a fragment.
    private var freeLevels = 0
    private var events: GrowingMemory<XMLEvent>
    private var text: GrowingMemory<UInt8>
    /// The indices of the start events of the open elements.
    private var open: GrowingMemory<UInt32>
    private var names: [XMLName] = []

    /// - Parameter limits: `depth`, `events` and `textBytes` are enforced here.
    public init(source: [UInt8], limits: XMLLimits) {
        self.source = source
        self.limits = limits
        events = GrowingMemory(capacity: source.count / 2)
        text = GrowingMemory(capacity: source.count)
        open = GrowingMemory(capacity: 64)
    }

    /// The number of open elements.
    public var depth: Int { open.count - freeLevels }

    /// Gives a name an id for `start` and `attribute`. The caller asks once for each name.
    public mutating func add(_ name: XMLName) -> Int {
        names.append(name)
        return names.count - 1
    }

    /// The name of an id.
    public func name(_ id: Int) -> XMLName { names[id] }

    /// Opens the synthetic root of a fragment (`XMLTape.Shape.fragment`); the first event of a tape.
    public mutating func startFragment(at offset: Int) throws(XMLError) {
        let id = add(XMLName(""))
        freeLevels = 1
        try start(id, at: offset, content: offset, isEmpty: false)
    }

    /// Opens an element.
    ///
    /// - Parameters:
    ///   - offset: where its tag begins.
    ///   - content: the byte behind the tag.
    ///   - isEmpty: true for a tag that has no content and no end of its own; `end` follows all the same.
    public mutating func start(_ name: Int, at offset: Int, content: Int, isEmpty: Bool) throws(XMLError) {
        guard depth < limits.depth else {
            throw .limit(
                .tooDeep, "depth of elements", actual: depth + 1, allowed: limits.depth, at: XMLPosition(byte: offset))
        }
        try makeRoom(at: offset)
        open.append(UInt32(truncatingIfNeeded: events.count))
        events.append(
            XMLEvent(kind: .start, flag: isEmpty, name: name, offset: offset, first: content, second: 0))
    }

    /// Adds an attribute to the element just opened.
    public mutating func attribute(_ name: Int, _ value: [UInt8], at offset: Int) throws(XMLError) {
        guard value.count <= limits.textBytes else {
            throw .limit(
                .textTooLong, "bytes of an attribute's value", actual: value.count, allowed: limits.textBytes,
                at: XMLPosition(byte: offset))
        }
        try makeRoom(at: offset)
        let first = text.count
        append(value[...])
        events.append(
            XMLEvent(kind: .attribute, flag: false, name: name, offset: offset, first: first, second: text.count))
    }

    /// Adds text. A piece directly behind another one joins it.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, or octets that `replace` makes UTF-8 of before the end.
    ///   - offset: where the piece stands in the document.
    /// - Returns: the text that the piece is part of.
    @discardableResult
    public mutating func text(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(XMLError) -> TextID {
        let first = text.count
        append(bytes)
        let last = events.count - 1
        if last >= 0, events[last].kind == .text, Int(events[last].second) == first {
            let end = text.count
            events.update(at: last) { $0.second = UInt32(truncatingIfNeeded: end) }
        } else {
            try makeRoom(at: offset)
            events.append(
                XMLEvent(kind: .text, flag: false, name: 0, offset: offset, first: first, second: text.count))
        }
        let id = TextID(event: events.count - 1)
        let length = Int(events[id.event].second - events[id.event].first)
        guard length <= limits.textBytes else {
            throw .limit(
                .textTooLong, "bytes of one text", actual: length, allowed: limits.textBytes,
                at: XMLPosition(byte: offset))
        }
        return id
    }

    /// The bytes of a text.
    public func bytes(of id: TextID) -> [UInt8] {
        let event = events[id.event]
        return (Int(event.first)..<Int(event.second)).map { text[$0] }
    }

    /// Where a text begins in the document.
    public func offset(of id: TextID) -> Int { Int(events[id.event].offset) }

    /// Puts other bytes in the place of a text.
    public mutating func replace(_ id: TextID, with bytes: [UInt8]) {
        let first = text.count
        append(bytes[...])
        let end = text.count
        events.update(at: id.event) { event in
            event.first = UInt32(truncatingIfNeeded: first)
            event.second = UInt32(truncatingIfNeeded: end)
        }
    }

    /// Closes the innermost element.
    ///
    /// - Parameters:
    ///   - offset: where its end stands; the start of the tag for an empty one.
    ///   - behind: the byte behind the end.
    public mutating func end(at offset: Int, behind: Int) throws(XMLError) {
        guard let start = open.removeLast() else { return }
        try makeRoom(at: offset)
        let index = events.count
        events.update(at: Int(start)) { $0.second = UInt32(truncatingIfNeeded: index) }
        events.append(
            XMLEvent(
                kind: .end, flag: false, name: events[Int(start)].name, offset: offset, first: behind,
                second: Int(start)))
    }

    /// The tape. Elements that are still open are closed at the end of the document.
    public consuming func finish() throws(XMLError) -> XMLTape {
        while open.count > 0 { try end(at: source.count, behind: source.count) }
        return XMLTape(
            source: source, remarks: [], names: names, events: events.finish(), text: text.finish(), lines: nil)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { text.append(contentsOf: base, count: buffer.count) }
        }
    }

    private func makeRoom(at offset: Int) throws(XMLError) {
        guard events.count < limits.events else {
            throw .limit(
                .tooManyEvents, "tags, attributes and texts", actual: events.count + 1, allowed: limits.events,
                at: XMLPosition(byte: offset))
        }
    }
}
