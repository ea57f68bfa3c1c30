/// Content codings of HTTP (RFC 9110 8.4). None is undone: no well-kept library for gzip that works without I/O is at hand, and a body stays as
/// it is.
enum ContentCoding {
    /// A body that is still coded; nil for one that a tool has decoded already and for one without coding.
    static func fault(of record: CaptureRecord) -> CaptureFault? {
        guard let coding = record.header("Content-Encoding")?.lowercased(), coding != "identity", !coding.isEmpty,
            !record.body.isEmpty
        else { return nil }
        if let first = record.body.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
            first == UInt8(ascii: "<")
        {
            return nil
        }
        return CaptureFault(
            code: .encoding, origin: record.origin,
            message: "The body has the content coding \(coding), which is not undone; its bytes were kept.",
            hint: "Let the tool that makes the capture decode bodies.")
    }
}
