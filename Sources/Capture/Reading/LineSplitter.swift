/// Cuts a stream of bytes into lines, whatever the pieces in which it comes.
struct LineSplitter: Sendable {
    /// One line without its end (`\n` or `\r\n`).
    struct Line {
        var bytes: [UInt8]
        /// Bytes from the start of the source.
        var offset: Int
        /// From 1.
        var number: Int
        /// True when a line break ended it, false for what stands behind the last one.
        var isEnded: Bool
        /// How long it was when it was longer than allowed; its bytes are then dropped.
        var excess: Int?
    }

    private let limit: Int
    private var pending: [UInt8] = []
    private var start = 0
    private var number = 1
    private var dropped = 0

    init(limit: Int) { self.limit = limit }

    mutating func push(_ piece: [UInt8], _ body: (Line) -> Void) {
        var from = 0
        while let end = piece[from...].firstIndex(of: 0x0A) {
            add(piece[from..<end])
            body(line(isEnded: true))
            start += pending.count + dropped + 1
            number += 1
            pending.removeAll(keepingCapacity: pending.capacity <= 1 << 20)
            dropped = 0
            from = end + 1
        }
        add(piece[from...])
    }

    mutating func finish(_ body: (Line) -> Void) {
        guard !pending.isEmpty || dropped > 0 else { return }
        body(line(isEnded: false))
        start += pending.count + dropped
        pending = []
        dropped = 0
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        if dropped > 0 || pending.count + bytes.count > limit {
            dropped += pending.count + bytes.count
            pending = []
        } else {
            pending += bytes
        }
    }

    private func line(isEnded: Bool) -> Line {
        var bytes = pending
        if isEnded, bytes.last == 0x0D { bytes.removeLast() }
        return Line(
            bytes: bytes, offset: start, number: number, isEnded: isEnded, excess: dropped > 0 ? dropped : nil)
    }
}
