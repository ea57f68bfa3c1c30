/// Reads HAR 1.2 (w3c.github.io/web-performance/specs/HAR), entry by entry: a request and its response are two records.
///
/// Made tolerant for what tools write: missing fields, bodies in Base64 (mitmproxy), pseudo header fields of HTTP/2 such as
/// `:authority`, comments and keys of their own.
public struct HARReader: CaptureReader {
    private let file: String
    private let limits: CaptureLimits
    private var scanner = JSONEntryScanner(path: ["log", "entries"])

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        self.limits = limits
        scanner.limit = limits.recordBytes
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        scanner.push(bytes).flatMap { elements(of: $0) }
    }

    public mutating func finish() -> [CaptureElement] {
        switch scanner.ending {
        case .complete: return []
        case .cutOff(let offset, let line):
            return [
                .fault(
                    CaptureFault(
                        code: .cutOff, origin: CaptureOrigin(file: file, offset: offset, line: line),
                        message: "The HAR ends inside its JSON; expected the end of log.entries and of the object."))
            ]
        case .absent:
            return [
                .fault(
                    CaptureFault(
                        code: .malformed, origin: CaptureOrigin(file: file),
                        message: "Found no log.entries; expected the object of HAR 1.2."))
            ]
        }
    }

    private func elements(of found: JSONEntryScanner.Found) -> [CaptureElement] {
        let origin = { (offset: Int) in
            let before = found.bytes.prefix(offset)
            let start = before.lastIndex(of: 0x0A)
            return CaptureOrigin(
                file: file, offset: found.offset + offset, line: found.line + before.count { $0 == 0x0A },
                column: start.map { offset - $0 } ?? found.column + offset)
        }
        if let excess = found.excess {
            return [
                .fault(
                    CaptureFault(
                        code: .tooLarge, origin: origin(0),
                        message:
                            "An entry has \(excess) bytes; at most \(limits.recordBytes) are read. It was passed over.")
                )
            ]
        }
        do throws(JSONFault) {
            let parsed = try JSONParser.parse(found.bytes, depth: limits.jsonDepth)
            let surrogates = parsed.loneSurrogates.map {
                CaptureElement.fault(
                    CaptureFault(
                        code: .encoding, origin: origin($0),
                        message: "Found half of a surrogate pair; it was read as U+FFFD.",
                        hint: "Let the tool export binary bodies in Base64."))
            }
            return surrogates + HAREntry(parsed.value, origin: origin).elements()
        } catch {
            return [
                .fault(
                    CaptureFault(code: error.code(isAtEnd: false), origin: origin(error.offset), message: error.message)
                )
            ]
        }
    }
}
