/// Takes a whole source as one record: a message in WBXML, or a document in UTF-16.
public struct WholeReader: CaptureReader {
    private let file: String
    private let limits: CaptureLimits
    private var bytes: [UInt8] = []
    private var dropped = 0

    public init(file: String, limits: CaptureLimits = .standard) {
        self.file = file
        self.limits = limits
    }

    public mutating func read(_ piece: [UInt8]) -> [CaptureElement] {
        if dropped > 0 || bytes.count + piece.count > limits.recordBytes {
            dropped += bytes.count + piece.count
            bytes = []
        } else {
            bytes += piece
        }
        return []
    }

    public mutating func finish() -> [CaptureElement] {
        let origin = CaptureOrigin(file: file)
        if dropped > 0 {
            return [
                .fault(
                    CaptureFault(
                        code: .tooLarge, origin: origin,
                        message: "The file has \(dropped) bytes; at most \(limits.recordBytes) are read."))
            ]
        }
        guard !bytes.isEmpty else { return [] }
        return [.record(CaptureRecord(direction: BodyStart(bytes).direction, body: bytes, origin: origin))]
    }
}
