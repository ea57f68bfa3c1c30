import XMLStream

/// Turns the body of a WBXML document into a tape. One pass, with a stack of its own; its extensions hold one kind of token each.
struct WBXMLDecoder: ~Copyable {
    /// An element that is open.
    struct Frame {
        /// The tag; nil for a literal name.
        var tag: WBXMLTag?
        var name: Int
        /// The last text directly inside.
        var text: TapeRecorder.TextID?
        /// What a Meta inside said; how Data is to be read depends on it.
        var format: TapeRecorder.TextID?
        var type: TapeRecorder.TextID?
    }

    /// Octets whose meaning is known only when the Format is: it may stand behind them.
    struct PendingOctets {
        var text: TapeRecorder.TextID
        /// The depth of the frame at whose end they are judged.
        var owner: Int
    }

    var reader: WBXMLReader
    let header: WBXMLHeader
    let limits: MessageLimits
    /// True inside Data of another document; such a document's own Data is not looked into.
    let isNested: Bool
    var recorder: TapeRecorder
    var findings: [Finding] = []
    /// The code page of tags. It stays as it is at the end of an element (oma-dm.md 5.1).
    var page: UInt8 = 0
    var frames: [Frame] = []
    var pending: [PendingOctets] = []
    private(set) var isFragment = false
    /// The bytes of the XML that was read so far stands for: a short document can point to a long string again and again.
    var expanded = 0
    /// Types of documents inside Data that say XML by now.
    var nestedTypes: Set<TapeRecorder.TextID> = []
    private var nameIDs = [Int](repeating: -1, count: 3 * 64)
    private var nameBytes: [Int] = []
    var literals: [Literal: Int] = [:]

    /// A literal name: where it stands in the string table, and the page, which says the namespace.
    struct Literal: Hashable {
        var index: UInt32
        var page: UInt8
        var isAttribute: Bool
    }

    /// - Parameter reader: stands at the body.
    init(_ reader: WBXMLReader, header: WBXMLHeader, limits: MessageLimits, isNested: Bool) {
        self.reader = reader
        self.header = header
        self.limits = limits
        self.isNested = isNested
        recorder = TapeRecorder(source: reader.bytes, limits: limits.xml)
        if header.isTypeUnstated { findings.append(.wbxmlTypeUnstated()) }
        if header.charset == .latin1 {
            findings.append(
                .remark(XMLRemark(code: .transcoded(from: header.charset.name), position: XMLPosition(byte: 0))))
        }
        if let last = reader.bytes[header.stringTable].last, last != 0 {
            findings.append(.wbxmlTableEnd(at: header.stringTable.upperBound))
        }
    }

    /// Reads everything up to the end of the document.
    mutating func body() throws(MessageRefusal) {
        do throws(MessageRefusal) { try root() } catch {
            guard error.code == .cutOff, let element = frames.last else { throw error }
            throw error.within(recorder.name(element.name).local)
        }
        try epilogue()
    }

    private mutating func root() throws(MessageRefusal) {
        var hasRoot = false
        while !(hasRoot && frames.isEmpty) {
            let offset = reader.index
            let token = try reader.byte(inside: "the body")
            if token & WBXMLToken.tag >= WBXMLToken.firstTag {
                hasRoot = true
                try tag(token, at: offset)
                continue
            }
            switch token {
            case WBXMLToken.switchPage: page = try reader.byte(inside: "SWITCH_PAGE")
            case WBXMLToken.processingInstruction: try processingInstruction(at: offset)
            case _ where token & WBXMLToken.tag == WBXMLToken.literal:
                hasRoot = true
                try literal(token, at: offset)
            case WBXMLToken.end:
                guard !frames.isEmpty else { throw .wbxmlOutside("END", at: offset) }
                try end(at: offset)
            case WBXMLToken.inlineString, WBXMLToken.tableString, WBXMLToken.entity:
                guard !frames.isEmpty else { throw .wbxmlOutside("text", at: offset) }
                try append(try string(token, at: offset), at: offset)
            case WBXMLToken.opaque:
                guard !frames.isEmpty else { throw .wbxmlOutside("OPAQUE", at: offset) }
                try opaque(at: offset)
            default: throw .wbxmlExtension(token, at: offset)
            }
        }
    }

    /// The tape and what was found on the way.
    consuming func finish() throws(MessageRefusal) -> (tape: XMLTape, findings: [Finding]) {
        let findings = findings
        do { return (try recorder.finish(), findings) } catch { throw MessageRefusal(wbxml: error) }
    }

    /// Nothing but processing instructions may follow the root.
    private mutating func epilogue() throws(MessageRefusal) {
        while !reader.isAtEnd {
            let offset = reader.index
            guard reader.bytes[offset] == WBXMLToken.processingInstruction else {
                throw .wbxmlTrailing(reader.bytes.count - offset, at: offset)
            }
            _ = try reader.byte(inside: "the body")
            try processingInstruction(at: offset)
        }
    }

    /// Counts bytes of XML that the document stands for.
    mutating func expand(by bytes: Int, at offset: Int) throws(MessageRefusal) {
        expanded += bytes
        guard expanded <= limits.messageBytes else {
            throw .wbxmlExpands(allowed: limits.messageBytes, at: offset)
        }
    }

    // MARK: - Names

    /// The id of a tag's name.
    private mutating func nameID(_ tag: WBXMLTag, at offset: Int) throws(MessageRefusal) -> Int {
        guard let page = WBXMLCodePage.page(tag.page), let local = page.element(tag.token) else {
            throw .wbxmlTag(tag.token, page: tag.page, at: offset)
        }
        let slot = Int(tag.page) << 6 | Int(tag.token)
        if nameIDs[slot] >= 0 { return nameIDs[slot] }
        let namespace = page.number == 0 ? header.type.namespace : page.namespace
        let id = addName(XMLName(local, namespace: namespace))
        nameIDs[slot] = id
        return id
    }

    mutating func addName(_ name: XMLName) -> Int {
        nameBytes.append(name.local.utf8.count)
        return recorder.add(name)
    }

    // MARK: - Elements

    private mutating func tag(_ byte: UInt8, at offset: Int) throws(MessageRefusal) {
        let tag = WBXMLTag(page: page, token: byte & WBXMLToken.tag)
        let id = try nameID(tag, at: offset)
        if frames.isEmpty { try beginFragment(tag, at: offset) }
        try start(tag, id, byte, at: offset)
    }

    /// A root that is a command or a part of one is a fragment, as in XML (design.md section 8).
    private mutating func beginFragment(_ tag: WBXMLTag, at offset: Int) throws(MessageRefusal) {
        guard tag.page == 0, tag != .syncML, tag != .syncBody else { return }
        isFragment = true
        // The recorder names the synthetic root itself.
        nameBytes.append(0)
        do { try recorder.startFragment(at: offset) } catch { throw MessageRefusal(wbxml: error) }
    }

    /// Opens the element of a tag or literal, and closes it when it has no content.
    mutating func start(_ tag: WBXMLTag?, _ id: Int, _ byte: UInt8, at offset: Int) throws(MessageRefusal) {
        let hasContent = byte & WBXMLToken.hasContent != 0
        try expand(by: 5 + 2 * nameBytes[id], at: offset)
        do {
            try recorder.start(id, at: offset, content: reader.index, isEmpty: !hasContent)
        } catch {
            throw MessageRefusal(wbxml: error)
        }
        frames.append(Frame(tag: tag, name: id))
        if byte & WBXMLToken.hasAttributes != 0 { try attributes() }
        if !hasContent { try end(at: offset) }
    }

    private mutating func end(at offset: Int) throws(MessageRefusal) {
        do { try recorder.end(at: offset, behind: reader.index) } catch { throw MessageRefusal(wbxml: error) }
        try judgeOctets(endedAt: frames.count)
        let frame = frames.removeLast()
        if let tag = frame.tag, tag.page > 0 { noteMeta(tag, frame) }
    }

    // MARK: - Text

    /// Adds a piece of text to the innermost element.
    @discardableResult
    mutating func append(_ text: ArraySlice<UInt8>, at offset: Int) throws(MessageRefusal) -> TapeRecorder.TextID {
        try expand(by: text.count, at: offset)
        do {
            let id = try recorder.text(text, at: offset)
            frames[frames.count - 1].text = id
            return id
        } catch {
            throw MessageRefusal(wbxml: error)
        }
    }
}
