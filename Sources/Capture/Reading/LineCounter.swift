/// Gives lines of places that come in ascending order, and counts each byte once.
struct LineCounter: Sendable {
    private var offset = 0
    private var line = 1

    /// - Parameters:
    ///   - place: bytes from the start of the source.
    ///   - base: where in the source the buffer begins.
    mutating func line(of place: Int, in buffer: [UInt8], base: Int) -> Int {
        guard place >= offset else {
            // A place before the last one: rare, and inside what is still kept.
            let from = max(0, place - base)
            return line - buffer[from..<max(from, min(offset - base, buffer.count))].count { $0 == 0x0A }
        }
        advance(to: place, in: buffer, base: base)
        return line
    }

    mutating func advance(to place: Int, in buffer: [UInt8], base: Int) {
        guard place > offset else { return }
        let from = max(0, offset - base)
        let end = min(place - base, buffer.count)
        buffer.withUnsafeBufferPointer { bytes in
            for index in from..<max(from, end) where bytes[index] == 0x0A { line += 1 }
        }
        offset = place
    }
}
