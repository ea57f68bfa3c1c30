/// Writes one form of capture record by record.
public protocol CaptureWriter: Sendable {
    /// The bytes that begin a capture.
    mutating func header(_ header: CaptureHeader) -> [UInt8]
    mutating func record(_ record: CaptureRecord) -> [UInt8]
    /// The bytes that end it.
    mutating func finish() -> [UInt8]
}

extension JSONLinesWriter: CaptureWriter {
    public func finish() -> [UInt8] { [] }
}
