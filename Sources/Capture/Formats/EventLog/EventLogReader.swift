/// Reads a text log of ETW events with SyncML in them: of tracefmt, or of any tool whose lines begin with an ISO time.
public struct EventLogReader: CaptureReader {
    private let file: String
    private var lines: LineSplitter
    private var assembler: EventAssembler

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        lines = LineSplitter(limit: limits.recordBytes)
        assembler = EventAssembler(limits: limits)
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        var whole: [LineSplitter.Line] = []
        lines.push(bytes) { whole.append($0) }
        return whole.flatMap { elements($0) }
    }

    public mutating func finish() -> [CaptureElement] {
        var rest: [LineSplitter.Line] = []
        lines.finish { rest.append($0) }
        return rest.flatMap { elements($0) } + assembler.finish()
    }

    private mutating func elements(_ line: LineSplitter.Line) -> [CaptureElement] {
        var origin = CaptureOrigin(file: file, offset: line.offset, line: line.number)
        if let excess = line.excess {
            return [
                .fault(
                    CaptureFault(
                        code: .tooLarge, origin: origin, message: "A line has \(excess) bytes; it was passed over."))
            ]
        }
        guard let event = EventLine(line.bytes) else { return assembler.line(line.bytes, at: origin) }
        origin.offset += event.textStart
        origin.column += event.textStart
        return assembler.event(Array(line.bytes[event.textStart...]), time: event.time, at: origin)
    }
}
