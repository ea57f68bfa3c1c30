/// Reads the format of Espalier: one JSON object in each line, a header first (docs/captures.md).
///
/// Unknown keys are passed over. A broken line is a fault with its place; the lines behind it are read.
public struct JSONLinesReader: CaptureReader {
    private let file: String
    private let limits: CaptureLimits
    private var lines: LineSplitter
    private var isFirst = true

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        self.limits = limits
        lines = LineSplitter(limit: limits.recordBytes)
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        var whole: [LineSplitter.Line] = []
        lines.push(bytes) { whole.append($0) }
        return whole.flatMap { elements($0) }
    }

    public mutating func finish() -> [CaptureElement] {
        var rest: [LineSplitter.Line] = []
        lines.finish { rest.append($0) }
        var elements = rest.flatMap { self.elements($0) }
        if isFirst {
            elements.append(
                fault(
                    .cutOff, LineSplitter.Line(bytes: [], offset: 0, number: 1, isEnded: false),
                    "The capture is empty; expected a header line with \"espalierCapture\"."))
        }
        return elements
    }

    private mutating func elements(_ line: LineSplitter.Line) -> [CaptureElement] {
        if let excess = line.excess {
            isFirst = false
            return [
                fault(.tooLarge, line, "The line has \(excess) bytes; at most \(limits.recordBytes) are read.")
            ]
        }
        guard line.bytes.contains(where: { $0 > 0x20 }) else { return [] }
        defer { isFirst = false }
        let parsed: (value: JSONValue, loneSurrogates: [Int])
        do throws(JSONFault) { parsed = try JSONParser.parse(line.bytes, depth: limits.jsonDepth) } catch {
            let code = error.code(isAtEnd: !line.isEnded)
            let message = code == .cutOff ? "The capture ends inside a line. \(error.message)" : error.message
            return [fault(code, line, at: error.offset, message)]
        }
        var elements = parsed.loneSurrogates.map {
            fault(.encoding, line, at: $0, "Found half of a surrogate pair; it was read as U+FFFD.")
        }
        guard case .object = parsed.value else {
            return elements + [fault(.malformed, line, "Found \(parsed.value.kind); expected an object in each line.")]
        }
        if let version = parsed.value.member("espalierCapture") {
            return elements + header(parsed.value, version, line)
        }
        if isFirst {
            elements.append(
                fault(
                    .malformed, line, "Found no \"espalierCapture\" in the first line; expected a header.",
                    hint: "Begin the file with {\"espalierCapture\":1}."))
        }
        let file = file
        var decoding = RecordDecoding(parsed.value) { Self.place(file, line, $0) }
        let record = decoding.record()
        elements += decoding.faults.map { .fault($0) }
        if let record { elements.append(.record(record)) }
        return elements
    }

    private mutating func header(
        _ value: JSONValue, _ version: JSONMember, _ line: LineSplitter.Line
    ) -> [CaptureElement] {
        guard isFirst else {
            return [fault(.malformed, line, "Found a second header; expected a record.")]
        }
        guard let number = version.value.integer, number >= 1 else {
            return [
                fault(
                    .malformed, line, at: version.offset,
                    "Found \(version.value.kind) as \"espalierCapture\"; expected the number 1.")
            ]
        }
        var elements: [CaptureElement] = []
        if number > CaptureHeader.currentVersion {
            elements.append(
                fault(
                    .malformed, line, at: version.offset,
                    "The capture has version \(number); the newest known one is \(CaptureHeader.currentVersion).",
                    hint: "What is known of it was read."))
        }
        var isRedacted = false
        if case .bool(let value)? = value["redacted"] { isRedacted = value }
        let header = CaptureHeader(version: number, source: value["source"]?.string, isRedacted: isRedacted)
        return [.header(header)] + elements
    }

    private static func place(_ file: String, _ line: LineSplitter.Line, _ offset: Int) -> CaptureOrigin {
        CaptureOrigin(file: file, offset: line.offset + offset, line: line.number, column: offset + 1)
    }

    private func fault(
        _ code: CaptureFault.Code, _ line: LineSplitter.Line, at offset: Int = 0, _ message: String, hint: String = ""
    ) -> CaptureElement {
        .fault(CaptureFault(code: code, origin: Self.place(file, line, offset), message: message, hint: hint))
    }
}
