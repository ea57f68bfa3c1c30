/// Reads events as XML, as `tracerpt -of XML`, `wevtutil qe /f:xml` and the Event Viewer write them: `Event` elements, one behind
/// the other or inside `Events`, whose `Data` holds the message escaped.
public struct EventXMLReader: CaptureReader {
    private let file: String
    private let limits: CaptureLimits
    private var buffer: [UInt8] = []
    private var base = 0
    private var scan = 0
    private var scanner = MarkupScanner()
    private var lines = LineCounter()
    /// The beginning of the event that is being read.
    private var start: Int?
    private var assembler: EventAssembler

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        self.limits = limits
        assembler = EventAssembler(limits: limits)
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        buffer += bytes
        var elements: [CaptureElement] = []
        while let token = scanner.token(in: buffer, at: scan) {
            scan = token.range.upperBound
            let isEvent = buffer[token.name].elementsEqual("Event".utf8)
            switch token.kind {
            case .start(isEmpty: false) where isEvent && start == nil: start = token.range.lowerBound
            case .end where isEvent:
                if let start { elements += event(start..<scan) }
                start = nil
            case .text, .comment, .cdata, .instruction, .declaration, .start, .end: break
            }
        }
        if let start, buffer.count - start > limits.recordBytes {
            elements.append(
                fault(.tooLarge, start, "An event has more than \(limits.recordBytes) bytes; it was passed over."))
            self.start = nil
            scan = buffer.count
            scanner = MarkupScanner()
        }
        trim()
        return elements
    }

    public mutating func finish() -> [CaptureElement] {
        var elements = assembler.finish()
        if let start {
            elements.append(fault(.cutOff, start, "The log ends inside an event; expected </Event>."))
        }
        return elements
    }

    private mutating func trim() {
        let from = start ?? scan
        lines.advance(to: base + from, in: buffer, base: base)
        buffer.removeFirst(from)
        base += from
        scan -= from
        start = start.map { $0 - from }
        scanner.shift(by: from)
    }

    private mutating func event(_ range: Range<Int>) -> [CaptureElement] {
        let event = Array(buffer[range])
        var elements: [CaptureElement] = []
        var inner = MarkupScanner()
        var index = 0
        var time: CaptureTime?
        var label: [UInt8] = Array("event".utf8)
        var dataStart: Int?
        while let token = inner.token(in: event, at: index) {
            index = token.range.upperBound
            let name = event[token.name]
            switch token.kind {
            case .start where name.elementsEqual("TimeCreated".utf8):
                time = Self.systemTime(event[token.range]).flatMap { CaptureTime(text: $0) }
            case .start(isEmpty: false) where name.elementsEqual("EventID".utf8): label = Array("event ".utf8)
            case .text where label == Array("event ".utf8): label += event[token.range]
            case .start(isEmpty: false) where name.elementsEqual("Data".utf8) || name.elementsEqual("Message".utf8):
                dataStart = dataStart ?? index
            case .end where name.elementsEqual("Data".utf8) || name.elementsEqual("Message".utf8):
                guard let from = dataStart else { continue }
                dataStart = nil
                let place = base + range.lowerBound + from
                elements += assembler.event(
                    MarkupText.unescaped(event[from..<token.range.lowerBound]), time: time, label: label,
                    at: lines.origin(of: place, file: file, in: buffer, base: base))
            case .text, .comment, .cdata, .instruction, .declaration, .start, .end: break
            }
        }
        return elements
    }

    private static func systemTime(_ tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let name = text.firstRange(of: "SystemTime=") else { return nil }
        let rest = text[name.upperBound...]
        guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    private mutating func fault(_ code: CaptureFault.Code, _ start: Int, _ message: String) -> CaptureElement {
        .fault(
            CaptureFault(
                code: code,
                origin: lines.origin(of: base + start, file: file, in: buffer, base: base),
                message: message))
    }
}
