/// Reads a file with one or several XML documents one behind the other, and logs that messages stand in.
///
/// A file with one document is one record, byte for byte; so is one of commands without a root (design.md section 8). With several
/// documents each is a record with its XML declaration, and white space and comments between them are dropped.
public struct DocumentsReader: CaptureReader {
    /// What may stand between the documents.
    enum Surroundings: Hashable, Sendable {
        /// Nothing but white space, comments and declarations: other text is a fault.
        case documents
        /// Text of any kind. Only SyncML, SOAP and provisioning documents are looked for, and comments may hold a time.
        case log
    }

    struct Held: Sendable {
        var range: Range<Int>
        var origin: CaptureOrigin
        var isFragment: Bool
        var isCutOff: Bool
        var time: CaptureTime?
    }

    let file: String
    let limits: CaptureLimits
    let surroundings: Surroundings
    var buffer: [UInt8] = []
    /// Where in the source the buffer begins.
    var base = 0
    private var scan = 0
    private var scanner = MarkupScanner()
    private var lines = LineCounter()
    private var depth = 0
    private var rootName: [UInt8] = []
    /// The beginning of the document that is being read, its declaration included.
    private var start: Int?
    /// A declaration inside a document: where the next document begins if one does.
    private var innerDeclaration: Int?
    private var held: Held?
    private var emitted = 0
    private var isSkipping = false
    private var time: CaptureTime?
    /// Text between documents, told once there are several.
    private var strays: [CaptureFault] = []
    /// Where the last of them ends, in bytes from the start of the source.
    private var strayEnd = -1

    public init(file: String, limits: CaptureLimits = .standard) {
        self.init(file: file, limits: limits, surroundings: .documents)
    }

    init(file: String, limits: CaptureLimits, surroundings: Surroundings) {
        self.file = file
        self.limits = limits
        self.surroundings = surroundings
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        buffer += bytes
        var elements: [CaptureElement] = []
        advance(&elements)
        checkSize(&elements)
        trim()
        return elements
    }

    public mutating func finish() -> [CaptureElement] {
        var elements: [CaptureElement] = []
        advance(&elements)
        if depth > 0, let start {
            close(start, at: buffer.count, isCutOff: true, &elements)
        } else if scan < buffer.count, depth == 0 {
            stray(scan..<buffer.count)
        }
        let isAlone = emitted == 0 && surroundings == .documents && !isSkipping
        if isAlone, base == 0, !buffer.isBlank(0..<buffer.count) {
            // One document, or none: the whole file, so that its own reader says what is wrong with it.
            let isCutOff = held?.isCutOff ?? false
            held = nil
            strays = []
            emit(0..<buffer.count, origin: CaptureOrigin(file: file), time: nil, isCutOff: isCutOff, &elements)
        } else {
            emitHeld(&elements)
        }
        flushStrays(&elements)
        buffer = []
        return elements
    }

    // MARK: Scanning

    private mutating func advance(_ elements: inout [CaptureElement]) {
        while let token = scanner.token(in: buffer, at: scan) {
            scan = token.range.upperBound
            if depth == 0 { outside(token, &elements) } else { inside(token, &elements) }
        }
    }

    private mutating func outside(_ token: MarkupScanner.Token, _ elements: inout [CaptureElement]) {
        switch token.kind {
        case .text:
            // A text comes in pieces; it is told once.
            let goesOn = base + token.range.lowerBound == strayEnd
            if !buffer.isBlank(token.range) {
                start = nil
                if !goesOn { stray(token.range) }
            }
            if goesOn { strayEnd = base + token.range.upperBound }
        case .comment:
            if surroundings == .log { time = LogTime.inComment(buffer[token.range]) ?? time }
        case .instruction:
            if buffer.hasPrefix("<?xml", at: token.range.lowerBound), buffer[token.range.lowerBound + 5] <= 0x20 {
                start = token.range.lowerBound
            }
        case .declaration: start = start ?? token.range.lowerBound
        case .cdata, .end: stray(token.range)
        case .start(let isEmpty):
            let name = Array(buffer[token.name])
            guard begins(name) else { return }
            begin(at: start ?? token.range.lowerBound, root: name, &elements)
            if isEmpty {
                close(start ?? token.range.lowerBound, at: scan, isCutOff: false, &elements)
            } else {
                depth = 1
            }
        }
    }

    private mutating func inside(_ token: MarkupScanner.Token, _ elements: inout [CaptureElement]) {
        switch token.kind {
        case .instruction: innerDeclaration = token.range.lowerBound
        case .text:
            if !buffer.isBlank(token.range) { innerDeclaration = nil }
        case .comment, .cdata, .declaration: innerDeclaration = nil
        case .start(let isEmpty):
            if buffer[token.name].elementsEqual("SyncML".utf8) {
                // A message never holds another as elements: the one before was cut off here.
                let next = innerDeclaration ?? token.range.lowerBound
                close(start ?? next, at: next, isCutOff: true, &elements)
                begin(at: next, root: Array(buffer[token.name]), &elements)
                if isEmpty { close(next, at: scan, isCutOff: false, &elements) } else { depth = 1 }
            } else if !isEmpty {
                depth += 1
            }
            innerDeclaration = nil
        case .end:
            depth -= 1
            innerDeclaration = nil
            let endsRoot = rootName == Array("SyncML".utf8) && buffer[token.name].elementsEqual(rootName)
            if depth == 0 || endsRoot, let start { close(start, at: scan, isCutOff: false, &elements) }
        }
    }

    private func begins(_ name: [UInt8]) -> Bool {
        switch surroundings {
        case .documents: true
        case .log:
            ["SyncML", "Envelope", "wap-provisioningdoc"].contains { name.elementsEqual($0.utf8) }
        }
    }

    private mutating func begin(at index: Int, root: [UInt8], _ elements: inout [CaptureElement]) {
        isSkipping = false
        rootName = root
        start = index
        let continues = held?.isFragment == true && Self.isFragment(root)
        if !continues { emitHeld(&elements) }
    }

    private mutating func close(_ from: Int, at end: Int, isCutOff: Bool, _ elements: inout [CaptureElement]) {
        depth = 0
        start = nil
        if var fragments = held, fragments.isFragment {
            fragments.range = fragments.range.lowerBound..<end
            fragments.isCutOff = isCutOff
            held = fragments
            return
        }
        held = Held(
            range: from..<end, origin: lines.origin(of: base + from, file: file, in: buffer, base: base),
            isFragment: Self.isFragment(rootName), isCutOff: isCutOff, time: time)
        if surroundings == .log { emitHeld(&elements) }
    }

    /// Commands and their parts, which may follow one another in one message without a root.
    private static func isFragment(_ name: [UInt8]) -> Bool {
        let names = [
            "Add", "Alert", "Atomic", "Copy", "Delete", "Exec", "Get", "Item", "Meta", "Replace", "Results", "Sequence",
            "Status", "SyncHdr", "LocURI", "Data", "CmdID", "Final", "Target", "Source",
        ]
        return names.contains { name.elementsEqual($0.utf8) }
    }

    // MARK: Giving

    private mutating func emitHeld(_ elements: inout [CaptureElement]) {
        guard let held else { return }
        self.held = nil
        flushStrays(&elements)
        emit(held.range, origin: held.origin, time: held.time, isCutOff: held.isCutOff, &elements)
    }

    private mutating func emit(
        _ range: Range<Int>, origin: CaptureOrigin, time: CaptureTime?, isCutOff: Bool,
        _ elements: inout [CaptureElement]
    ) {
        emitted += 1
        var body = Array(buffer[range])
        var isCutOff = isCutOff
        var end = range.upperBound
        if surroundings == .log, let mark = SyncMLViewerMark.index(in: body) {
            end = range.lowerBound + mark
            body.removeSubrange(mark...)
            while let last = body.last, last <= 0x20 { body.removeLast() }
            isCutOff = true
        }
        elements.append(
            .record(CaptureRecord(direction: BodyStart(body).direction, time: time, body: body, origin: origin)))
        if isCutOff {
            let text = buffer[range.lowerBound..<end]
            let column = text.lastIndex(of: 0x0A).map { end - $0 } ?? origin.column + text.count
            let place = CaptureOrigin(
                file: file, offset: base + end, line: origin.line + text.count { $0 == 0x0A }, column: column)
            elements.append(
                .fault(
                    CaptureFault(
                        code: .cutOff, origin: place,
                        message:
                            "The document that begins on line \(origin.line) is cut off; expected its last end tag.")))
        }
    }

    private mutating func stray(_ range: Range<Int>) {
        guard surroundings == .documents, !isSkipping, !buffer.isBlank(range) else { return }
        strayEnd = base + range.upperBound
        guard strays.count < 100 else { return }
        let first = buffer[range].firstIndex { $0 > 0x20 } ?? range.lowerBound
        strays.append(
            CaptureFault(
                code: .foreign,
                origin: lines.origin(of: base + first, file: file, in: buffer, base: base),
                message: "Found text between two documents; expected an element."))
    }

    /// Text is told only when the file holds several documents: a single one is refused by its own reader, with better words.
    private mutating func flushStrays(_ elements: inout [CaptureElement]) {
        if emitted > 0 { elements += strays.map { .fault($0) } }
        strays = []
    }

    // MARK: Memory

    private mutating func checkSize(_ elements: inout [CaptureElement]) {
        let from = held?.range.lowerBound ?? start ?? (emitted == 0 && surroundings == .documents ? 0 : scan)
        let size = buffer.count - from
        guard size > limits.recordBytes else { return }
        if held != nil {
            emitHeld(&elements)
            return checkSize(&elements)
        }
        elements.append(
            .fault(
                CaptureFault(
                    code: .tooLarge, origin: lines.origin(of: base + from, file: file, in: buffer, base: base),
                    message: "A document has more than \(limits.recordBytes) bytes; it was passed over.")))
        isSkipping = true
        emitted += 1
        depth = 0
        start = nil
        scan = buffer.count
        scanner = MarkupScanner()
    }

    /// Drops what no record needs any more. Before the second document everything is kept.
    private mutating func trim() {
        if emitted == 0, surroundings == .documents { return }
        let from = min(held?.range.lowerBound ?? scan, start ?? scan, scan)
        guard from > 1 << 16 || from == buffer.count else { return }
        lines.advance(to: base + from, in: buffer, base: base)
        buffer.removeFirst(from)
        base += from
        scan -= from
        scanner.shift(by: from)
        start = start.map { $0 - from }
        innerDeclaration = innerDeclaration.map { $0 - from }
        if let range = held?.range { held?.range = (range.lowerBound - from)..<(range.upperBound - from) }
    }
}
