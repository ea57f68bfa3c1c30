import XMLStream

/// Turns a tape into a message. One pass, front to back; its extensions hold one group of elements each.
struct MessageReader {
    let tape: XMLTape
    let source: [UInt8]
    /// False for WBXML, whose texts are in the tape alone.
    let isXML: Bool
    let limits: MessageLimits
    var cursor: XMLCursor
    var names: NameEntries
    var findings: FindingList
    var commandIDs = CommandIDs()
    var commandCount = 0
    /// A whole message: CmdIDs must be there and in order. Fragments are people's snippets, where servers fill them in.
    var isWhole = true
    /// The namespace that the message's own elements are expected in.
    var namespace: String?

    init(_ tape: XMLTape, limits: MessageLimits) {
        self.tape = tape
        source = tape.source
        isXML = tape.isXML
        self.limits = limits
        cursor = XMLCursor(tape)
        names = NameEntries(tape.names)
        findings = FindingList(limit: limits.findings)
    }

    mutating func message(shape: XMLTape.Shape) throws(MessageRefusal) -> Message {
        for remark in tape.remarks { findings.add(.remark(remark)) }
        var message =
            switch shape {
            case .document: try document()
            case .fragment: try fragment()
            }
        commandIDs.addRepeated(in: message.commands, to: &findings)
        message.findings = findings.sorted()
        return message
    }

    // MARK: - Steps

    /// The place of the tag that the cursor stands on.
    func position() -> XMLPosition { tape.position(at: cursor.offset) }

    func origin() -> Origin { Origin(tape.position(at: cursor.offset)) }

    mutating func find(_ finding: Finding) { findings.add(finding) }

    /// Enters the element that the cursor stands on. Attributes of elements other than Data have no meaning.
    @inline(__always)
    mutating func enter(_ name: StaticString) {
        if cursor.hasAttributes { findAttributes(name) }
        cursor.enter()
    }

    private mutating func findAttributes(_ name: StaticString) {
        let place = position()
        for attribute in cursor.attributes {
            find(.attribute(attribute.name.local, on: "\(name)", at: place))
        }
    }

    /// The next child element of `parent`, nil and behind the end tag when there is none left. Refuses an ellipsis or
    /// Markdown in place of an element, and judges a name's namespace where it is first met.
    @inline(__always)
    mutating func next(in parent: StaticString) throws(MessageRefusal) -> ElementName? {
        let id = cursor.nextChild()
        if let tag = cursor.tagBehindText(isEnd: id == nil) {
            if isXML {
                try checkGap(before: tag, in: parent)
            } else {
                try checkRecordedGap(isEnd: id == nil, in: parent)
            }
        }
        guard let id else { return nil }
        let entry = names[id]
        if entry.isNew { judgeNamespace(id) }
        return entry.element
    }

    private mutating func judgeNamespace(_ id: Int) {
        names.markSeen(id)
        let name = cursor.name
        let element = names[id].element
        // An unbound prefix has a finding of its own.
        guard element != .other, !name.local.contains(":") else { return }
        if ElementName.metinf.contains(element) {
            if name.namespace != SyncMLNamespace.metinf { find(.metinfNamespace(name, at: position())) }
        } else if name.namespace != namespace {
            find(.elementNamespace(name, at: position()))
        }
    }

    // MARK: - Text between elements

    /// - Parameter offset: that of a tag with a text directly before it. Nearly always this is the indentation.
    @inline(__always)
    private mutating func checkGap(before offset: Int, in parent: StaticString) throws(MessageRefusal) {
        let index = source.lastIndexOfNonBlank(before: offset)
        if index < 0 || (source[index] == UInt8(ascii: ">") && (index < 2 || source[index - 2] != UInt8(ascii: "]"))) {
            return
        }
        try strayText(endingAt: index, in: parent)
    }

    private mutating func strayText(endingAt last: Int, in parent: StaticString) throws(MessageRefusal) {
        var start = last
        while start > 0, source[start - 1] != UInt8(ascii: ">") || source[start] == UInt8(ascii: ">") { start -= 1 }
        while start < last, source[start] <= 0x20 { start += 1 }
        try judgeStrayText(source[start...last], at: tape.position(at: start), in: parent)
    }

    /// The same where the text is in the tape alone.
    @inline(never)
    private mutating func checkRecordedGap(isEnd: Bool, in parent: StaticString) throws(MessageRefusal) {
        guard let (text, offset) = cursor.textBefore(isEnd: isEnd) else { return }
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return }
        try judgeStrayText(bytes[first...last], at: tape.position(at: offset), in: parent)
    }

    private mutating func judgeStrayText(
        _ text: ArraySlice<UInt8>, at place: XMLPosition, in parent: StaticString
    ) throws(MessageRefusal) {
        let shown = Self.describe(text, in: "\(parent)")
        if DocumentText.isEllipsisOrMarkdown(text) {
            throw .ellipsisOrMarkdown(shown, in: "\(parent)", at: place)
        }
        find(.strayText(shown, in: "\(parent)", at: place))
    }

    /// A stray text in words: it may be invisible, and in Cred, Chal and Meta it may be a secret.
    private static func describe(_ text: ArraySlice<UInt8>, in parent: String) -> String {
        if ["Cred", "Chal", "Meta"].contains(parent) { return "a text" }
        if String(decoding: text, as: UTF8.self).allSatisfy(\.isWhitespace) { return "no-break spaces" }
        return "the text \"\(String(decoding: text.prefix(40), as: UTF8.self))\""
    }

    // MARK: - Leaves

    /// The text of an element without white space at both ends.
    @inline(__always)
    mutating func text() -> String {
        if cursor.hasElementChildren { find(.markupInText(cursor.name.local, at: position())) }
        return cursor.readTrimmedText()
    }

    /// Passes over an element that is empty by definition and says something by being there.
    mutating func flag() {
        let (name, place, hasMarkup) = (cursor.name.local, position(), cursor.hasElementChildren)
        if !cursor.readTrimmedText().isEmpty || hasMarkup { find(.notEmpty(name, at: place)) }
    }
}

/// Watches that children come in the order of the DTD (MS-MDM 2.2.2), told once for each parent, and knows which came.
struct ChildOrder {
    private var highest: UInt8 = 0
    private var wasTold = false
    private var seen: UInt16 = 0

    /// True when no child of this rank came before. Cheaper than asking a large optional value whether it is nil.
    @inline(__always)
    mutating func isFirst(_ rank: UInt8) -> Bool {
        let bit: UInt16 = 1 << UInt16(rank)
        defer { seen |= bit }
        return seen & bit == 0
    }

    /// - Returns: true when a child of this rank comes after one of a higher rank, for the first time.
    @inline(__always)
    mutating func isLate(_ rank: UInt8) -> Bool {
        if rank >= highest {
            highest = rank
            return false
        }
        defer { wasTold = true }
        return !wasTold
    }
}
