import CLibXML2

/// Lines and columns of byte offsets.
///
/// The document is cut into blocks, and for the start of each its line and column are kept. Finding a place then costs one
/// block, however long the lines are: a message without line breaks asks for as many places as any other.
struct LineIndex: Sendable {
    private struct Place: BitwiseCopyable {
        var line: UInt32
        var column: UInt32
    }

    private static let blockBytes = 128
    private let places: [Place]

    init(_ source: [UInt8]) {
        let count = source.count / Self.blockBytes + 1
        places = source.withUnsafeBufferPointer { bytes in
            Array(unsafeUninitializedCapacity: count) { places, filled in
                var place = Place(line: 1, column: 1)
                for block in 0..<count {
                    places.initializeElement(at: block, to: place)
                    let start = block * Self.blockBytes
                    Self.advance(&place, over: bytes, from: start, to: min(start + Self.blockBytes, bytes.count))
                }
                filled = count
            }
        }
    }

    /// The line and column of a byte of the source that the index was made of.
    func position(at offset: Int, in source: [UInt8]) -> XMLPosition {
        let offset = min(max(offset, 0), source.count)
        let block = min(offset / Self.blockBytes, places.count - 1)
        var place = places[block]
        source.withUnsafeBufferPointer { bytes in
            Self.advance(&place, over: bytes, from: block * Self.blockBytes, to: offset)
        }
        return XMLPosition(line: Int(place.line), column: Int(place.column), offset: offset)
    }

    private static func advance(
        _ place: inout Place, over bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) {
        guard start < end, let base = bytes.baseAddress else { return }
        var breaks: UInt8 = 0
        var characters: UInt8 = 0
        espalier_count_lines(base + start, end - start, &breaks, &characters)
        guard breaks > 0 else {
            place.column += UInt32(characters)
            return
        }
        place.line += UInt32(breaks)
        let last = espalier_distance_from_last(base + start, UInt8(ascii: "\n"), end - start)
        espalier_count_lines(base + end - last, last, &breaks, &characters)
        // The line break itself was counted with the characters: columns start at 1.
        place.column = UInt32(characters)
    }
}
