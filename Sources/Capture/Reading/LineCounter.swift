/// Gives lines and columns of places that come in ascending order, and counts each byte once.
struct LineCounter: Sendable {
    private var offset = 0
    private var line = 1
    /// Where in the source the line begins.
    private var lineStart = 0

    /// - Parameters:
    ///   - place: bytes from the start of the source.
    ///   - base: where in the source the buffer begins.
    mutating func origin(of place: Int, file: String, in buffer: [UInt8], base: Int) -> CaptureOrigin {
        guard place < offset else {
            advance(to: place, in: buffer, base: base)
            return CaptureOrigin(file: file, offset: place, line: line, column: place - lineStart + 1)
        }
        // A place before the last one: rare, and inside what is still kept.
        let index = min(max(0, place - base), buffer.count)
        let counted = min(max(index, offset - base), buffer.count)
        let start = buffer[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return CaptureOrigin(
            file: file, offset: place, line: line - buffer[index..<counted].count { $0 == 0x0A },
            column: index - start + 1)
    }

    mutating func advance(to place: Int, in buffer: [UInt8], base: Int) {
        guard place > offset else { return }
        let from = max(0, offset - base)
        let end = min(place - base, buffer.count)
        buffer.withUnsafeBufferPointer { bytes in
            for index in from..<max(from, end) where bytes[index] == 0x0A {
                line += 1
                lineStart = base + index + 1
            }
        }
        offset = place
    }
}
