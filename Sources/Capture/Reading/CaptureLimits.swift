/// The limits of reading a capture, in one place (design.md section 7). Every fault reports the actual and the allowed value.
public struct CaptureLimits: Hashable, Sendable {
    /// The largest record as it stands in the source, in bytes: a line of JSON, an entry of HAR, a document, a body. What is larger is
    /// passed over and named.
    public var recordBytes: Int
    /// The longest head of an HTTP message, in bytes.
    public var headBytes: Int
    /// The deepest nesting of JSON.
    public var jsonDepth: Int

    /// 64 MiB, 256 KiB, 64 levels.
    public static let standard = CaptureLimits()

    public init(recordBytes: Int = 64 << 20, headBytes: Int = 256 << 10, jsonDepth: Int = 64) {
        self.recordBytes = recordBytes
        self.headBytes = headBytes
        self.jsonDepth = jsonDepth
    }
}
