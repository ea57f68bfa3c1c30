/// Finds the name that somebody probably meant.
public enum NameDistance {
    /// The candidate with the fewest edits, when they are few for the length of the word; nil otherwise. Letters
    /// compare without case.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let wanted = Array(word.lowercased().utf8)
        var best: (name: String, distance: Int)?
        var allowed = max(1, wanted.count / 3)
        for candidate in candidates where !candidate.hasPrefix("{") {
            // Every difference in length is an edit, so words of another length need no closer look, however long they
            // are.
            guard abs(candidate.utf8.count - wanted.count) <= allowed else { continue }
            let distance = edits(wanted, Array(candidate.lowercased().utf8))
            if distance <= allowed {
                best = (candidate, distance)
                allowed = distance - 1
            }
        }
        return best?.name
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
                if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
