import SyncML

/// An Item of a Results that no message of the server can hold: it goes out in chunks (oma-dm.md 2.9).
///
/// Each chunk is a Results of its own with the address and Meta of the whole; the first one says how large the object
/// is, in bytes as they travel before XML escapes them (8, A8), octets of WBXML included.
struct OutgoingObject: Sendable {
    /// Everything but the data, and no Size.
    private let results: Results
    private let item: Item
    private var rest: Substring
    /// Whether the next chunk is the first one, which alone says the size.
    private var isFirst = true

    /// - Parameter results: holds one Item; nil when that has no data that could be divided.
    init?(_ results: Results) {
        guard results.items.count == 1, let item = results.items.first, let data = item.data, !data.content.isEmpty
        else { return nil }
        self.results = results
        self.item = item
        rest = Substring(data.content)
    }

    /// The LocURI of the object.
    var source: String { item.source?.locURI ?? "" }

    /// The next chunk and what is left afterwards.
    ///
    /// - Parameter room: bytes that the chunk may add to the message.
    /// - Returns: nil when the room is too small for one character.
    func chunk(room: Int, measure: MessageMeasure) -> (Results, OutgoingObject?)? {
        // No coding makes less of a text than the octets that four digits of Base64 stand for.
        if rest.utf8.count / 4 * 3 <= room {
            let whole = make(rest, moreData: false, measure.coding)
            if measure.size(of: .results(whole)) <= room { return (whole, nil) }
        }
        let free = room - measure.size(of: .results(make("", moreData: true, measure.coding)))
        let part = measure.coding.prefix(of: rest, format: format, bytes: free)
        guard !part.isEmpty else { return nil }
        var left = self
        left.rest = rest[part.endIndex...]
        left.isFirst = false
        return (make(part, moreData: true, measure.coding), left)
    }

    private var format: String? { item.meta?.format ?? results.meta?.format }

    private func make(_ data: Substring, moreData: Bool, _ coding: MessageCoding) -> Results {
        var chunk = results
        var item = item
        if isFirst {
            if item.meta == nil { item.meta = Meta() }
            item.meta?.size = String(coding.bytes(of: String(rest), format: format))
        }
        item.data = ItemData(String(data))
        item.moreData = moreData
        chunk.cmdID = nil
        chunk.items = [item]
        return chunk
    }
}
