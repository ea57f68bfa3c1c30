/// The stored children of a node, oldest first, found by their lower-case names.
///
/// Most nodes have a handful of children, and looking at each is faster than hashing; nodes with many keep an index.
/// Copies share their storage until one of them is written to.
struct TreeChildren: Sendable {
    struct Entry: Sendable {
        var key: String
        var node: TreeNode
    }

    private(set) var entries: [Entry] = []
    /// The place of each key; nil while there are few.
    private var places: [String: Int]?
    /// From this many children on there is an index.
    private static let indexed = 16

    /// Where the child of a lower-case name stands.
    func place(of key: String) -> Int? {
        if let places { return places[key] }
        // Most siblings differ in length already, and that is known without a look at their letters.
        let length = key.utf8.count
        return entries.firstIndex { $0.key.utf8.count == length && $0.key == key }
    }

    /// The child at a place, writable where it stands.
    subscript(place: Int) -> TreeNode {
        _read { yield entries[place].node }
        _modify { yield &entries[place].node }
    }

    /// - Returns: the new child's place.
    mutating func append(_ node: TreeNode, key: String) -> Int {
        let place = entries.count
        entries.append(Entry(key: key, node: node))
        if places != nil {
            places?[key] = place
        } else if entries.count >= Self.indexed {
            index()
        }
        return place
    }

    mutating func remove(at place: Int) {
        entries.remove(at: place)
        if entries.count < Self.indexed { places = nil } else { index() }
    }

    /// Gives the child at a place another name, which no other child has.
    mutating func rename(at place: Int, to name: String, key: String) {
        places?[entries[place].key] = nil
        entries[place].key = key
        entries[place].node.name = name
        places?[key] = place
    }

    private mutating func index() {
        places = Dictionary(uniqueKeysWithValues: zip(entries.lazy.map(\.key), entries.indices))
    }
}
