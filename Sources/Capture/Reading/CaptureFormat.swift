import SyncML

/// The forms in which captured messages come (docs/captures.md).
public enum CaptureFormat: String, Hashable, Sendable, CaseIterable {
    /// The format of Espalier.
    case jsonLines = "jsonl"
    case har
    /// Heads and bodies of HTTP/1 as text.
    case http
    /// One XML document, several, or commands without a root.
    case documents = "xml"
    case wbxml
    case syncMLViewer = "syncml-viewer"
    /// Text lines of ETW events.
    case eventLog = "etw"
    /// ETW events as XML.
    case eventXML = "etw-xml"

    /// How much of a source `detect` looks at, in bytes.
    public static let headBytes = 64 << 10

    /// Tells the format by content; nil when nothing in the beginning of the source looks like a capture.
    public static func detect(_ head: [UInt8]) -> CaptureFormat? {
        let head = Array(head.prefix(headBytes))
        if WBXMLDocument.isRecognised(head) { return .wbxml }
        return detect(text: Array(UTF16Text.utf8(head[...]) ?? head[...]))
    }

    private static func detect(text: [UInt8]) -> CaptureFormat? {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = text[start...].firstIndex(where: { $0 > 0x20 }) else { return nil }
        if text[first] == UInt8(ascii: "{") {
            let firstLine = text.index(of: 0x0A, from: first) ?? text.count
            if text.index(of: "\"espalierCapture\"", from: first, before: firstLine) != nil { return .jsonLines }
            if text.index(of: "\"log\"", from: first) != nil { return .har }
            return text.index(of: "\"direction\"", from: first, before: firstLine) != nil ? .jsonLines : nil
        }
        let lines = text[first...].split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: true).map {
            $0.last == 0x0D ? Array($0.dropLast()) : Array($0)
        }
        if let line = lines.first, HTTPHead.start(line) != nil { return .http }
        if text.index(of: "schemas.microsoft.com/win/2004/08/events", from: first) != nil { return .eventXML }
        if SyncMLViewerMark.isFound(in: text) { return .syncMLViewer }
        if text[first] != UInt8(ascii: "<") {
            if lines.contains(where: { EventLine($0) != nil }) { return .eventLog }
            if lines.contains(where: { HTTPHead.start($0) != nil }) { return .http }
        }
        let hasMarkup =
            text.index(of: UInt8(ascii: "<"), from: first) != nil || text.index(of: "&lt;", from: first) != nil
        return hasMarkup ? .documents : nil
    }

    /// A reader of the format.
    ///
    /// - Parameters:
    ///   - file: the name that records and faults carry.
    ///   - head: the beginning of the source, which tells its encoding. It is not read; it has to be given to the reader too.
    public func reader(
        file: String, head: [UInt8], limits: CaptureLimits = .standard
    ) -> any CaptureReader {
        let order = self == .wbxml ? nil : UTF16Text.order(of: head)
        switch self {
        case .jsonLines: return UTF16Reader(JSONLinesReader(file: file, limits: limits), order: order)
        case .har: return UTF16Reader(HARReader(file: file, limits: limits), order: order)
        case .http: return UTF16Reader(HTTPDumpReader(file: file, limits: limits), order: order)
        case .wbxml: return WholeReader(file: file, limits: limits)
        case .documents:
            // A document in UTF-16 is kept as it is.
            if order != nil { return WholeReader(file: file, limits: limits) }
            return DocumentsReader(file: file, limits: limits)
        case .syncMLViewer:
            return UTF16Reader(DocumentsReader(file: file, limits: limits, surroundings: .log), order: order)
        case .eventLog: return UTF16Reader(EventLogReader(file: file, limits: limits), order: order)
        case .eventXML: return UTF16Reader(EventXMLReader(file: file, limits: limits), order: order)
        }
    }
}

/// Lets a reader of UTF-8 read UTF-16. Offsets are then those of the text in UTF-8; lines and columns are right.
struct UTF16Reader<Inner: CaptureReader>: CaptureReader {
    private var inner: Inner
    private var decoder: UTF16Decoder?

    /// - Parameter order: nil when the source is no UTF-16.
    init(_ inner: Inner, order: UTF16Text.Order?) {
        self.inner = inner
        decoder = order.map { UTF16Decoder(order: $0) }
    }

    mutating func read(_ bytes: [UInt8]) -> [CaptureElement] { inner.read(decoder?.push(bytes) ?? bytes) }

    mutating func finish() -> [CaptureElement] {
        let rest = decoder?.finish() ?? []
        return (rest.isEmpty ? [] : inner.read(rest)) + inner.finish()
    }
}
