import CLibXML2

/// What the SAX callbacks write into while libxml2 parses. Lives behind the parser's userData pointer for one parse.
struct TapeBuilder: ~Copyable {
    let context: xmlParserCtxtPtr
    let limits: XMLLimits
    /// What a byte offset of the parser has to be corrected by to be one of the document: fragments get a root put before
    /// them, and white space before a document is left out.
    let shift: Int
    /// The bytes of the document that are parsed; places beyond belong to what was added.
    let bounds: Range<Int>
    let isFragment: Bool
    private let depthAllowed: Int

    private var events: GrowingMemory<XMLEvent>
    private var text: GrowingMemory<UInt8>
    private var names: NameTable
    /// The open elements.
    private var open: GrowingMemory<OpenElement>
    private var remarks: [XMLCallbackRemark] = []
    private var unboundPrefixes: Set<String> = []
    /// After `xmlStopParser` the context still says well-formed, so the first failure is kept here.
    private(set) var failure: XMLCallbackFailure?

    // Not private: Swift 6.3 fails to compile a debug build of the file that destroys a builder otherwise.
    struct OpenElement: BitwiseCopyable {
        /// The index of the start event.
        var start: UInt32
        /// Namespace declarations in force, those of the element included.
        var namespaces: UInt32
        /// The bytes of the name with its prefix, as its tags have it.
        var nameBytes: UInt32
    }

    init(context: xmlParserCtxtPtr, limits: XMLLimits, shape: XMLTape.Shape, shift: Int, bounds: Range<Int>) {
        self.context = context
        self.limits = limits
        self.shift = shift
        self.bounds = bounds
        isFragment = shape == .fragment
        depthAllowed = min(limits.depth, XMLLimits.libxml2Depth) + (shape == .fragment ? 1 : 0)
        // Real messages have an event for every nine bytes. The larger block costs nothing, because memory is not there before
        // it is touched; and after the first of its size glibc keeps as much from one parse to the next. With less it gives
        // the heap back each time, which was measured as 14 % of a parse of 60 kB.
        events = GrowingMemory(capacity: bounds.count / 5)
        text = GrowingMemory(capacity: bounds.count / 2)
        names = NameTable(reserving: shape == .fragment ? XMLName("") : nil)
        open = GrowingMemory(capacity: 64)
    }

    /// Where the parser stands, in bytes of the document.
    private var offset: Int { espalier_byte_offset(context) &+ shift }

    /// Brings a place into the document. Only what was added to a fragment lies outside.
    @inline(__always)
    private func clamp(_ offset: Int) -> Int {
        isFragment ? min(max(offset, bounds.lowerBound), bounds.upperBound) : offset
    }

    /// What a parse that did not fail leaves behind.
    struct Built {
        var remarks: [XMLCallbackRemark]
        var names: [XMLName]
        var events: FixedMemory<XMLEvent>
        var text: FixedMemory<UInt8>
    }

    consuming func finish() -> Built {
        Built(remarks: remarks, names: names.names, events: events.finish(), text: text.finish())
    }

    // MARK: Elements

    mutating func startElement(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        namespaceCount: Int, attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil else { return }
        let depth = open.count
        let isSyntheticRoot = depth == 0 && isFragment
        let entry =
            isSyntheticRoot
            ? NameTable.Entry(id: 0, bytes: 1) : names.entry(local: local, prefix: prefix, namespace: namespace)
        let here = offset
        let nameBytes = Self.length(of: prefix) &+ Int(entry.bytes)
        let tag = here &- espalier_tag_length(context, 1 &+ nameBytes)
        guard depth < depthAllowed else { return failForDepth(depth + 1, at: tag) }
        let inForce = (depth > 0 ? Int(open[depth &- 1].namespaces) : 0) &+ namespaceCount
        guard inForce <= limits.namespaces else { return failForNamespaces(inForce, at: tag) }
        guard hasRoom(for: 1 &+ attributeCount) else { return }

        let remainder = espalier_tag_remainder(context)
        open.append(
            OpenElement(
                start: UInt32(truncatingIfNeeded: events.count),
                namespaces: UInt32(truncatingIfNeeded: inForce),
                nameBytes: UInt32(truncatingIfNeeded: nameBytes)))
        events.append(
            XMLEvent(
                kind: .start, flag: remainder == 2, name: Int(entry.id), offset: clamp(tag),
                first: clamp(here &+ remainder), second: 0))
        if attributeCount > 0, let attributes { append(attributes, count: attributeCount, at: tag) }
    }

    @inline(never)
    private mutating func append(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count attributeCount: Int, at tag: Int
    ) {
        for index in 0..<attributeCount {
            // localname, prefix, URI, value, end of value
            let attribute = attributes + index * 5
            guard let local = attribute[0], let value = attribute[3], let end = attribute[4] else { continue }
            guard end - value <= limits.textBytes else {
                return fail(
                    .textTooLong, "bytes of an attribute's value: \(end - value), allowed are \(limits.textBytes)",
                    at: tag)
            }
            let start = text.count
            AttributeValue.append(value, count: end - value, to: &text)
            let entry = names.entry(local: local, prefix: attribute[1], namespace: attribute[2])
            events.append(
                XMLEvent(
                    kind: .attribute, flag: false, name: Int(entry.id), offset: clamp(tag), first: start,
                    second: text.count))
        }
    }

    mutating func endElement() {
        guard failure == nil, let element = open.removeLast() else { return }
        let start = Int(element.start)
        let opening = events[start]
        let here = offset
        let tag: Int
        if opening.flag {
            tag = Int(opening.offset)
        } else {
            tag = clamp(here &- espalier_tag_length(context, 3 &+ Int(element.nameBytes)))
        }
        guard hasRoom(for: 1) else { return }
        let end = events.count
        events.update(at: start) { $0.second = UInt32(truncatingIfNeeded: end) }
        events.append(
            XMLEvent(kind: .end, flag: false, name: opening.name, offset: tag, first: clamp(here), second: start))
    }

    /// The bytes of a prefix and its colon.
    @inline(__always)
    private static func length(of prefix: UnsafePointer<xmlChar>?) -> Int {
        guard let prefix else { return 0 }
        return strlen(prefix) + 1
    }

    // MARK: Text

    @inline(__always)
    mutating func characters(_ bytes: UnsafePointer<xmlChar>, count: Int, isCDATA: Bool) {
        guard failure == nil else { return }
        let start = text.count
        text.append(contentsOf: bytes, count: count)
        let last = events.count &- 1
        let length: Int
        if last >= 0, events[last].kind == .text {
            let end = text.count
            events.update(at: last) { event in
                event.second = UInt32(truncatingIfNeeded: end)
                if isCDATA { event.flag = true }
            }
            length = end &- Int(events[last].first)
        } else {
            guard hasRoom(for: 1) else { return }
            events.append(
                XMLEvent(kind: .text, flag: isCDATA, name: 0, offset: 0, first: start, second: text.count))
            length = count
        }
        if length > limits.textBytes { failForText(length) }
    }

    // MARK: Failures

    @inline(__always)
    private mutating func hasRoom(for added: Int) -> Bool {
        if added <= limits.events &- events.count { return true }
        failForEvents(events.count + added)
        return false
    }

    @inline(never)
    private mutating func failForDepth(_ depth: Int, at tag: Int) {
        let added = isFragment ? 1 : 0
        fail(.tooDeep, "depth of elements: \(depth - added), allowed are \(depthAllowed - added)", at: tag)
    }

    @inline(never)
    private mutating func failForNamespaces(_ inForce: Int, at tag: Int) {
        fail(
            .tooManyEvents, "namespace declarations in force: \(inForce), allowed are \(limits.namespaces)", at: tag)
    }

    @inline(never)
    private mutating func failForEvents(_ found: Int) {
        fail(
            .tooManyEvents, "tags, attributes and texts: at least \(found), allowed are \(limits.events)", at: offset)
    }

    @inline(never)
    private mutating func failForText(_ length: Int) {
        fail(.textTooLong, "bytes of one text: at least \(length), allowed are \(limits.textBytes)", at: offset)
    }

    /// Keeps the first failure and stops the parser.
    private mutating func fail(_ code: XMLError.Code, _ reason: String, libxml2Code: Int = 0, at offset: Int) {
        guard failure == nil else { return }
        failure = XMLCallbackFailure(
            code: code, reason: reason, libxml2Code: libxml2Code, offset: clamp(offset), openElement: nil)
        xmlStopParser(context)
    }

    /// An entity declaration in a DOCTYPE, of whatever kind.
    mutating func entityDeclaration(_ name: UnsafePointer<xmlChar>?) {
        let name = name.map { String(cString: $0) } ?? ""
        fail(.entity, "the DOCTYPE declares entity \"\(name)\"; entity declarations are refused", at: offset)
    }

    /// A default value for an attribute in a DOCTYPE.
    mutating func attributeDefault(_ name: UnsafePointer<xmlChar>?) {
        let name = name.map { String(cString: $0) } ?? ""
        fail(.entity, "the DOCTYPE declares a default for attribute \"\(name)\"; such defaults are refused", at: offset)
    }

    /// A reference that libxml2 would leave to its caller.
    mutating func reference(_ name: UnsafePointer<xmlChar>?) {
        let name = name.map { String(cString: $0) } ?? ""
        fail(
            .entity, XMLErrorText.undeclared(name), at: offset - espalier_distance_to(context, UInt8(ascii: "&")))
    }

    /// libxml2 reports every broken rule here. An unbound prefix is a remark, everything else that is an error refuses.
    mutating func report(_ pointer: UnsafePointer<xmlError>) {
        guard failure == nil else { return }
        let error = pointer.pointee
        let code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
        // A reference to an undeclared parameter entity is no more than a warning to libxml2, because the declaration may
        // stand in a part of the DTD that was not read. We read no such part ever.
        let isUndeclaredEntity = code == XML_WAR_UNDECLARED_ENTITY
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue || isUndeclaredEntity else { return }
        // Whether a namespace is a good URI is for whoever knows the namespaces to say.
        if code == XML_WAR_NS_URI || code == XML_WAR_NS_URI_RELATIVE { return }
        if code == XML_NS_ERR_UNDEFINED_NAMESPACE {
            let prefix = error.str1.map { String(cString: $0) } ?? ""
            guard unboundPrefixes.insert(prefix).inserted else { return }
            let tag = offset - espalier_distance_to(context, UInt8(ascii: "<"))
            remarks.append(XMLCallbackRemark(code: .unboundPrefix(prefix), offset: clamp(tag)))
            return
        }
        let place = clamp(offset - XMLErrorText.bytesBack(pointer, in: context))
        let isEmpty = code == XML_ERR_DOCUMENT_EMPTY && place == bounds.upperBound
        failure = XMLCallbackFailure(
            code: isEmpty ? .empty : XMLErrorText.code(of: pointer),
            reason: isEmpty ? XMLErrorText.noElement : XMLErrorText.reason(pointer), libxml2Code: Int(error.code),
            offset: place, openElement: openElement)
        xmlStopParser(context)
    }

    /// The innermost open element that the document itself holds.
    private var openElement: XMLCallbackFailure.OpenElement? {
        guard open.count > (isFragment ? 1 : 0) else { return nil }
        let start = events[Int(open[open.count - 1].start)]
        return XMLCallbackFailure.OpenElement(name: names.names[start.name].local, offset: Int(start.offset))
    }

    /// Where a parse ended that reported no failure and is not well-formed all the same.
    var endOffset: Int { clamp(offset) }

    /// True when every element is closed and there is one.
    var isComplete: Bool { open.count == 0 && events.count > 0 }
}

/// A remark whose place is still a byte offset.
struct XMLCallbackRemark {
    var code: XMLRemark.Code
    var offset: Int
}

/// A refusal whose place is still a byte offset.
struct XMLCallbackFailure {
    struct OpenElement {
        var name: String
        var offset: Int
    }

    var code: XMLError.Code
    var reason: String
    var libxml2Code: Int
    var offset: Int
    /// The element that was open when a rule of XML was broken.
    var openElement: OpenElement?
}
