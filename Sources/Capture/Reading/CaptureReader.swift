/// What a reader found in a source, in its order.
public enum CaptureElement: Hashable, Sendable {
    /// What the source says of itself. At most one, before the first record.
    case header(CaptureHeader)
    case record(CaptureRecord)
    case fault(CaptureFault)
}

/// Reads one format of captures piece by piece, so that a capture of any length takes the memory of one record.
///
/// The pieces may be cut anywhere. A reader never throws: what it cannot read it reports as a fault with its place, and
/// goes on behind it where the format lets it.
public protocol CaptureReader: Sendable {
    /// Takes the next bytes of the source and gives what they complete.
    mutating func read(_ bytes: [UInt8]) -> [CaptureElement]
    /// Takes the end of the source and gives what was still open.
    mutating func finish() -> [CaptureElement]
}
