import SyncML

/// An Item of a Results that no message of the server can hold: it goes out in chunks (oma-dm.md 2.9).
///
/// Each chunk is a Results of its own with the address and Meta of the whole; the first one says how large the object
/// is, in bytes as they travel before XML escapes them (8, A8).
struct OutgoingObject: Sendable {
    /// Everything but the data, and no Size.
    private let results: Results
    private let item: Item
    private var rest: Substring
    /// Set for the first chunk only.
    private var size: Int?

    /// - Parameter results: holds one Item; nil when that has no data that could be divided.
    init?(_ results: Results) {
        guard results.items.count == 1, let item = results.items.first, let data = item.data, !data.content.isEmpty
        else { return nil }
        self.results = results
        self.item = item
        rest = Substring(data.content)
        size = data.content.utf8.count
    }

    /// The LocURI of the object.
    var source: String { item.source?.locURI ?? "" }

    /// The next chunk and what is left afterwards.
    ///
    /// - Parameter room: bytes that the chunk may add to the message.
    /// - Returns: nil when the room is too small for one character.
    func chunk(room: Int, measure: MessageMeasure) -> (Results, OutgoingObject?)? {
        let whole = make(rest, moreData: false)
        if measure.size(of: .results(whole)) <= room { return (whole, nil) }
        let free = room - measure.size(of: .results(make("", moreData: true)))
        let part = Self.prefix(of: rest, escapedBytes: free)
        guard !part.isEmpty else { return nil }
        var left = self
        left.rest = rest[part.endIndex...]
        left.size = nil
        return (make(part, moreData: true), left)
    }

    private func make(_ data: Substring, moreData: Bool) -> Results {
        var chunk = results
        var item = item
        if let size {
            if item.meta == nil { item.meta = Meta() }
            item.meta?.size = String(size)
        }
        item.data = ItemData(String(data))
        item.moreData = moreData
        chunk.cmdID = nil
        chunk.items = [item]
        return chunk
    }

    /// The longest beginning whose characters take at most so many bytes once they are escaped. A character that is
    /// made of several code points may be divided, a code point never.
    private static func prefix(of text: Substring, escapedBytes limit: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        let scalars = text.unicodeScalars
        while end < scalars.endIndex {
            let scalar = scalars[end]
            let bytes =
                switch scalar {
                case "<", ">": 4
                case "&": 5
                // A carriage return travels as a reference, and so may other controls.
                case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": 6
                default: UTF8.width(scalar)
                }
            guard used + bytes <= limit else { break }
            used += bytes
            end = scalars.index(after: end)
        }
        return text[..<end]
    }
}
