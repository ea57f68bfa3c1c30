/// Puts messages together from the texts of events. An ETW event holds at most 64 KB, so a message may be cut over several.
///
/// A message begins where a text has `<SyncML`, a SOAP envelope or a provisioning document, with the XML declaration before it, and ends
/// with the end tag of the same name. What stands before it in its event (`OmaDmSyncmlVerboseTrace: `) is its label: later events go
/// on with the message when they begin with the same label, which is taken off; others stand in between and are passed over.
struct EventAssembler: Sendable {
    private struct Open: Sendable {
        var body: [UInt8]
        var label: [UInt8]
        var endTag: [UInt8]
        var time: CaptureTime?
        var origin: CaptureOrigin
        /// Where the search for the end tag goes on.
        var searched = 0
    }

    private let limits: CaptureLimits
    private var open: Open?
    private var time: CaptureTime?
    private var isInMessage = false

    init(limits: CaptureLimits) { self.limits = limits }

    /// A new event.
    ///
    /// - Parameter label: what stands before a message in an event of this kind, when the text does not hold it.
    mutating func event(
        _ text: [UInt8], time: CaptureTime?, label: [UInt8] = [], at origin: CaptureOrigin
    ) -> [CaptureElement] {
        self.time = time
        var elements: [CaptureElement] = []
        if let open {
            let start = Self.start(in: text)
            let isNew = start.map { text.isBlank(0..<$0.index) || Array(text[..<$0.index]) == open.label } ?? false
            if isNew {
                elements += cutOff()
            } else if label == open.label || text.starts(with: open.label) {
                isInMessage = true
                let rest = label == open.label && !label.isEmpty ? text[...] : text.dropFirst(open.label.count)
                return append(rest, at: origin)
            } else {
                isInMessage = false
                return []
            }
        }
        isInMessage = true
        return elements + look(in: text, label: label, at: origin)
    }

    /// A further line of the event before.
    mutating func line(_ text: [UInt8], at origin: CaptureOrigin) -> [CaptureElement] {
        guard isInMessage else { return open == nil ? look(in: text, label: [], at: origin) : [] }
        guard open != nil else { return look(in: text, label: [], at: origin) }
        return append([0x0A] + text, at: origin)
    }

    mutating func finish() -> [CaptureElement] { cutOff() }

    private mutating func look(in text: [UInt8], label: [UInt8], at origin: CaptureOrigin) -> [CaptureElement] {
        guard let start = Self.start(in: text) else { return [] }
        var place = origin
        place.offset += start.index
        place.column += start.index
        open = Open(
            body: [], label: label.isEmpty ? Array(text[..<start.index]) : label, endTag: start.endTag, time: time,
            origin: place)
        return append(text[start.index...], at: place)
    }

    private mutating func append(_ bytes: some Collection<UInt8>, at origin: CaptureOrigin) -> [CaptureElement] {
        guard var open else { return [] }
        self.open = nil
        open.body += bytes
        if let end = Self.end(of: open.endTag, in: open.body, from: open.searched) {
            let rest = Array(open.body[end...])
            var origin = origin
            origin.column += max(0, bytes.count - rest.count)
            origin.offset += max(0, bytes.count - rest.count)
            open.body.removeSubrange(end...)
            return [.record(record(open))] + look(in: rest, label: open.label, at: origin)
        }
        open.searched = max(0, open.body.count - open.endTag.count)
        guard open.body.count <= limits.recordBytes else {
            return [
                .fault(
                    CaptureFault(
                        code: .tooLarge, origin: open.origin,
                        message: "A message has more than \(limits.recordBytes) bytes; it was passed over."))
            ]
        }
        self.open = open
        return []
    }

    private mutating func cutOff() -> [CaptureElement] {
        guard let open else { return [] }
        self.open = nil
        let tag = String(decoding: open.endTag, as: UTF8.self)
        return [
            .record(record(open)),
            .fault(
                CaptureFault(
                    code: .cutOff, origin: open.origin,
                    message: "The message that begins on line \(open.origin.line) is cut off; expected \(tag).",
                    hint: "An ETW event holds at most 64 KB; some tools drop the rest of a longer message.")),
        ]
    }

    private func record(_ open: Open) -> CaptureRecord {
        CaptureRecord(
            direction: BodyStart(open.body).direction, time: open.time, body: open.body, origin: open.origin)
    }

    /// Where a message begins in a text, and how it ends.
    private static func start(in text: [UInt8]) -> (index: Int, endTag: [UInt8])? {
        var from = 0
        while let mark = text.index(of: UInt8(ascii: "<"), from: from) {
            from = mark + 1
            let name = text[from...].prefix { !MarkupScanner.endsName($0) }
            let local = name.split(separator: UInt8(ascii: ":")).last ?? name
            guard ["SyncML", "Envelope", "wap-provisioningdoc"].contains(where: { local.elementsEqual($0.utf8) }) else {
                continue
            }
            var index = mark
            if let declaration = text.index(of: "<?xml", from: 0, before: mark),
                let end = text.index(of: "?>", from: declaration, before: mark), text.isBlank((end + 2)..<mark)
            {
                index = declaration
            }
            return (index, Array("</".utf8) + name + [UInt8(ascii: ">")])
        }
        return nil
    }

    private static func end(of tag: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        body.withUnsafeBufferPointer { bytes in
            var index = start
            while index + tag.count <= bytes.count {
                if bytes[index] == tag[0], bytes[index + 1] == tag[1] {
                    var length = 2
                    while length < tag.count, bytes[index + length] == tag[length] { length += 1 }
                    if length == tag.count { return index + length }
                }
                index += 1
            }
            return nil
        }
    }
}
