import CLibXML2

/// What the SAX callbacks write into while libxml2 parses. Lives behind the parser's userData pointer for one parse.
struct TapeBuilder {
    var context: xmlParserCtxtPtr
    var limits: XMLLimits
    /// Bytes that were put before the document to give a fragment a root; taken off every offset.
    var shift: Int

    var events: [XMLEvent] = []
    var text: [UInt8] = []
    var names: NameTable = NameTable()
    /// Indices of the open elements' start events.
    var open: [UInt32] = []
    var remarks: [XMLCallbackRemark] = []
    /// After `xmlStopParser` the context still says well-formed, so the first failure is kept here.
    var failure: XMLCallbackFailure?

    init(context: xmlParserCtxtPtr, limits: XMLLimits, shift: Int, sourceBytes: Int) {
        self.context = context
        self.limits = limits
        self.shift = shift
        events.reserveCapacity(sourceBytes / 6 + 16)
        text.reserveCapacity(sourceBytes)
        open.reserveCapacity(32)
    }

    /// Where the parser stands, in bytes of the document.
    var offset: Int { max(Int(espalier_byte_offset(context)) - shift, 0) }

    mutating func fail(_ code: XMLError.Code, _ reason: String, libxml2Code: Int = 0, at offset: Int? = nil) {
        guard failure == nil else { return }
        failure = XMLCallbackFailure(
            code: code, reason: reason, libxml2Code: libxml2Code, offset: offset ?? self.offset)
        xmlStopParser(context)
    }

    mutating func startElement(
        localName: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil else { return }
        let tagLength = Int(espalier_tag_length(context))
        let here = offset
        guard open.count < limits.depth else {
            return fail(
                .tooDeep, "elements are nested \(open.count + 1) deep, allowed are \(limits.depth)", at: here - tagLength)
        }
        guard events.count + attributeCount < limits.events else {
            return fail(.tooManyEvents, "more than \(limits.events) tags, attributes and texts", at: here - tagLength)
        }
        open.append(UInt32(truncatingIfNeeded: events.count))
        let remainder = Int(espalier_tag_remainder(context))
        events.append(
            XMLEvent(
                kind: .start, flag: remainder == 2 ? 1 : 0,
                name: names.id(local: localName, prefix: prefix, namespace: namespace),
                offset: UInt32(truncatingIfNeeded: max(here - tagLength, 0)),
                first: UInt32(truncatingIfNeeded: here + remainder), second: 0))
        guard attributeCount > 0, let attributes else { return }
        for index in 0..<attributeCount {
            // localname, prefix, URI, value, end of value
            let attribute = attributes + index * 5
            guard let local = attribute[0], let value = attribute[3], let end = attribute[4] else { continue }
            let start = text.count
            text.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
            events.append(
                XMLEvent(
                    kind: .attribute, flag: 0,
                    name: names.id(local: local, prefix: attribute[1], namespace: attribute[2]),
                    offset: UInt32(truncatingIfNeeded: max(here - tagLength, 0)),
                    first: UInt32(truncatingIfNeeded: start), second: UInt32(truncatingIfNeeded: text.count)))
        }
    }

    mutating func endElement() {
        guard failure == nil, let start = open.popLast() else { return }
        let here = offset
        let tagLength = Int(espalier_tag_length(context))
        events[Int(start)].second = UInt32(truncatingIfNeeded: events.count)
        events.append(
            XMLEvent(
                kind: .end, flag: 0, name: events[Int(start)].name,
                offset: UInt32(truncatingIfNeeded: max(here - tagLength, 0)),
                first: UInt32(truncatingIfNeeded: here), second: start))
    }

    mutating func characters(_ bytes: UnsafePointer<xmlChar>, count: Int, isCDATA: Bool) {
        guard failure == nil else { return }
        let start = text.count
        text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        let last = events.count - 1
        if last >= 0, events[last].kind == .text {
            events[last].second = UInt32(truncatingIfNeeded: text.count)
            if isCDATA { events[last].flag = 1 }
        } else {
            events.append(
                XMLEvent(
                    kind: .text, flag: isCDATA ? 1 : 0, name: 0, offset: UInt32(truncatingIfNeeded: offset),
                    first: UInt32(truncatingIfNeeded: start), second: UInt32(truncatingIfNeeded: text.count)))
        }
        let length = Int(events[events.count - 1].second - events[events.count - 1].first)
        if length > limits.textBytes {
            fail(.textTooLong, "one text of \(length) bytes or more, allowed are \(limits.textBytes)")
        }
    }

    /// libxml2 reports every broken rule here. Namespace faults are remarks, everything else that is an error refuses.
    mutating func report(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let message = error.message.map { String(cString: $0) } ?? "not well-formed"
        if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
            if error.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) {
                let prefix = error.str1.map { String(cString: $0) } ?? ""
                remarks.append(XMLCallbackRemark(code: .unboundPrefix(prefix), offset: offset))
            }
            return
        }
        let code: XMLError.Code =
            switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
            case XML_ERR_NO_MEMORY: .outOfMemory
            case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED:
                .encoding
            case XML_ERR_INVALID_CHAR: .forbiddenCharacter
            case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP: .entity
            default: .notWellFormed
            }
        fail(code, XMLErrorText.reason(message), libxml2Code: Int(error.code))
    }
}

/// A remark whose place is still a byte offset.
struct XMLCallbackRemark {
    var code: XMLRemark.Code
    var offset: Int
}

/// A refusal whose place is still a byte offset.
struct XMLCallbackFailure {
    var code: XMLError.Code
    var reason: String
    var libxml2Code: Int
    var offset: Int
}

enum XMLErrorText {
    /// libxml2 ends its messages with a line break.
    static func reason(_ message: String) -> String {
        var text = Substring(message)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
