/// Where in a source a record or a fault stands.
///
/// Two origins are always equal, so that a capture and its copy in another format compare equal.
public struct CaptureOrigin: Sendable {
    /// The file, as the user named it; empty for a value made in code.
    public var file: String
    /// Bytes from the start of the file.
    public var offset: Int
    /// The line on which the body begins, from 1; 1 when the source is not text.
    public var line: Int
    /// The byte of that line, from 1.
    public var column: Int

    public init(file: String, offset: Int = 0, line: Int = 1, column: Int = 1) {
        self.file = file
        self.offset = offset
        self.line = line
        self.column = column
    }

    public static let none = CaptureOrigin(file: "")
}

extension CaptureOrigin: Hashable {
    public static func == (left: CaptureOrigin, right: CaptureOrigin) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}
