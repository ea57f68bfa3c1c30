/// Reads a dump of HTTP/1 messages, requests and responses one behind the other, as a proxy or a server writes what it saw.
///
/// Line ends are CRLF or LF. Bodies are taken by Transfer-Encoding chunked or Content-Length; a body that gives neither goes on to the next start
/// line, and so does one whose chunks a tool has put together already. GET, HEAD and OPTIONS without a length have none. Interim
/// responses (1xx) have no body and are no records. A content coding is not undone: see `ContentCoding`.
public struct HTTPDumpReader: CaptureReader {
    /// What is read next.
    private enum State {
        /// A start line; text before it is passed over.
        case start
        case fields(lines: [[UInt8]], bytes: Int)
        case body(Message, left: Int)
        case chunkSize(Message)
        case chunk(Message, left: Int)
        case chunkEnd(Message)
        case trailer(Message)
        /// A body to the next start line.
        case toNext(Message)
    }

    private struct Message: Sendable {
        var head: HTTPHead
        var origin: CaptureOrigin
        var url: String?
        var body: [UInt8] = []
        var size = 0
    }

    private let file: String
    private let limits: CaptureLimits
    private var state = State.start
    private var buffer: [UInt8] = []
    private var index = 0
    /// Where the search for a line end goes on.
    private var searched = 0
    private var base = 0
    private var lines = LineCounter()
    private var headOrigin = CaptureOrigin.none
    /// The addresses of requests that have no response yet.
    private var asked: [String] = []
    private var stray: CaptureOrigin?
    private var elements: [CaptureElement] = []

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        self.limits = limits
    }

    public mutating func read(_ bytes: [UInt8]) -> [CaptureElement] {
        buffer += bytes
        while step(isLast: false) {}
        trim()
        return take()
    }

    public mutating func finish() -> [CaptureElement] {
        while step(isLast: true) {}
        switch state {
        case .start: break
        case .fields: report(.cutOff, headOrigin, "The dump ends inside a head; expected an empty line.")
        case .body(let message, let left):
            give(message)
            report(.cutOff, place(), "The dump ends inside a body; \(left) bytes of its Content-Length are missing.")
        case .chunkSize(let message), .chunk(let message, _), .chunkEnd(let message):
            give(message)
            report(.cutOff, place(), "The dump ends inside a chunked body; expected a chunk of size 0.")
        case .trailer(let message), .toNext(let message): give(message)
        }
        state = .start
        reportStray()
        return take()
    }

    private mutating func take() -> [CaptureElement] {
        defer { elements = [] }
        return elements
    }

    // MARK: Steps

    /// Does one step; false when more bytes are needed.
    private mutating func step(isLast: Bool) -> Bool {
        switch state {
        case .start:
            let from = index
            guard let line = nextLine(isLast: isLast) else { return false }
            if line.isEmpty { return true }
            if HTTPHead.start(line) != nil {
                reportStray()
                headOrigin = place(from)
                state = .fields(lines: [line], bytes: line.count)
            } else if !line.allSatisfy({ $0 <= 0x20 }) {
                stray = stray ?? place(from)
            }
            return true
        case .fields(var lines, let bytes):
            guard let line = nextLine(isLast: isLast) else { return false }
            state = .start
            if line.isEmpty {
                begin(lines)
            } else if bytes + line.count > limits.headBytes {
                report(.tooLarge, headOrigin, "A head has more than \(limits.headBytes) bytes; it was passed over.")
            } else {
                lines.append(line)
                state = .fields(lines: lines, bytes: bytes + line.count)
            }
            return true
        case .body(var message, let left):
            guard index < buffer.count else { return false }
            state = .start
            let count = min(left, buffer.count - index)
            add(buffer[index..<(index + count)], to: &message)
            index += count
            if left == count { give(message) } else { state = .body(message, left: left - count) }
            return true
        case .chunkSize(let message):
            let from = index
            guard let line = nextLine(isLast: isLast) else { return false }
            let digits = line.prefix { Character(Unicode.Scalar($0)).isHexDigit }
            guard !digits.isEmpty, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
                if message.size == 0, line.first == UInt8(ascii: "<") {
                    state = .toNext(message)
                    index = from
                    return true
                }
                state = .start
                give(message)
                report(.malformed, place(from), "Found no size of a chunk; expected hexadecimal digits.")
                return true
            }
            state = size == 0 ? .trailer(message) : .chunk(message, left: size)
            return true
        case .chunk(var message, let left):
            guard index < buffer.count else { return false }
            state = .start
            let count = min(left, buffer.count - index)
            add(buffer[index..<(index + count)], to: &message)
            index += count
            state = left == count ? .chunkEnd(message) : .chunk(message, left: left - count)
            return true
        case .chunkEnd(let message):
            let from = index
            guard let line = nextLine(isLast: isLast) else { return false }
            if !line.isEmpty {
                report(.malformed, place(from), "Found bytes behind a chunk; expected a line end.")
            }
            state = .chunkSize(message)
            return true
        case .trailer(var message):
            guard let line = nextLine(isLast: isLast) else { return false }
            if line.isEmpty {
                state = .start
                give(message)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                message.head.fields.append(
                    HTTPField(
                        String(decoding: line[..<colon], as: UTF8.self),
                        String(decoding: line[(colon + 1)...].drop { $0 <= 0x20 }, as: UTF8.self)))
                state = .trailer(message)
            }
            return true
        case .toNext(var message):
            let from = index
            guard let line = nextLine(isLast: isLast) else { return false }
            state = .start
            if HTTPHead.start(line) != nil {
                while let last = message.body.last, last == 0x0A || last == 0x0D { message.body.removeLast() }
                give(message)
                index = from
            } else {
                add(buffer[from..<index], to: &message)
                state = .toNext(message)
            }
            return true
        }
    }

    private mutating func begin(_ lines: [[UInt8]]) {
        guard let head = HTTPHead(lines) else { return }
        for index in head.broken {
            var origin = headOrigin
            origin.line += index
            report(.malformed, origin, "Found no colon in a header field; the line was passed over.")
        }
        var message = Message(head: head, origin: place())
        switch head.start {
        case .request(_, let target):
            message.url = Self.url(target, host: head.field("host"))
            asked.append(message.url ?? target)
        case .response(let status):
            // 1xx is followed by the final response; 204 and 304 have no body (RFC 9110 6.4.1).
            if (100..<200).contains(status) { return }
            if !asked.isEmpty { message.url = asked.removeFirst() }
            if status == 204 || status == 304 { return give(message) }
        }
        if head.field("transfer-encoding")?.lowercased().contains("chunked") == true {
            state = .chunkSize(message)
        } else if let text = head.field("content-length") {
            guard let length = Int(text), length >= 0 else {
                report(
                    .malformed, headOrigin,
                    "Found no number as Content-Length; the body was taken to the next start line.")
                state = .toNext(message)
                return
            }
            if length == 0 { give(message) } else { state = .body(message, left: length) }
        } else {
            switch head.start {
            case .request("GET", _), .request("HEAD", _), .request("OPTIONS", _): give(message)
            case .request, .response: state = .toNext(message)
            }
        }
    }

    /// Keeps at most the allowed bytes: a claimed length costs nothing.
    private func add(_ bytes: ArraySlice<UInt8>, to message: inout Message) {
        message.size += bytes.count
        if message.size <= limits.recordBytes { message.body += bytes } else { message.body = [] }
    }

    private mutating func give(_ message: Message) {
        if message.size > limits.recordBytes {
            return report(
                .tooLarge, message.origin,
                "A body has \(message.size) bytes; at most \(limits.recordBytes) are read. It was passed over.")
        }
        var record = CaptureRecord(
            direction: .toServer, url: message.url, headers: message.head.fields, body: message.body,
            origin: message.origin)
        switch message.head.start {
        case .request(let method, _): record.method = method
        case .response(let status):
            record.direction = .toClient
            record.status = status
        }
        elements.append(.record(record))
        if let fault = ContentCoding.fault(of: record) { elements.append(.fault(fault)) }
    }

    static func url(_ target: String, host: String?) -> String {
        guard target.hasPrefix("/"), let host else { return target }
        return "https://\(host)\(target)"
    }

    // MARK: Bytes and places

    /// The next line without its end; nil when it is not complete, unless the source has ended.
    private mutating func nextLine(isLast: Bool) -> [UInt8]? {
        guard index < buffer.count else { return nil }
        guard let end = buffer.index(of: 0x0A, from: max(index, searched)) else {
            searched = buffer.count
            if isLast {
                defer { index = buffer.count }
                return Array(buffer[index...])
            }
            if buffer.count - index > limits.recordBytes {
                stray = stray ?? place()
                index = buffer.count
            }
            return nil
        }
        var line = buffer[index..<end]
        if line.last == 0x0D { line = line.dropLast() }
        index = end + 1
        return Array(line)
    }

    private mutating func place(_ at: Int? = nil) -> CaptureOrigin {
        lines.origin(of: base + (at ?? index), file: file, in: buffer, base: base)
    }

    private mutating func reportStray() {
        guard let stray else { return }
        self.stray = nil
        report(.foreign, stray, "Found text that belongs to no HTTP message; expected a request line or a status line.")
    }

    private mutating func report(_ code: CaptureFault.Code, _ origin: CaptureOrigin, _ message: String) {
        elements.append(.fault(CaptureFault(code: code, origin: origin, message: message)))
    }

    private mutating func trim() {
        guard index > 0 else { return }
        lines.advance(to: base + index, in: buffer, base: base)
        buffer.removeFirst(index)
        base += index
        searched = max(0, searched - index)
        index = 0
    }
}
