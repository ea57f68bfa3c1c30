import SyncML

/// Puts together the values that come in pieces, in one direction of a session (oma-dm.md 2.9).
struct ServedObjects: Sendable {
    private var pieces: [String: String] = [:]

    /// The value of an Item; nil while more of it comes, and for an Item without Data.
    mutating func value(of item: Item, at address: String) -> String? {
        guard item.moreData || pieces[address] != nil else { return item.data?.content }
        let value = pieces[address, default: ""] + (item.data?.content ?? "")
        pieces[address] = item.moreData ? value : nil
        return item.moreData ? nil : value
    }
}
