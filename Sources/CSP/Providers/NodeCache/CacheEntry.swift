import DMTree

/// One entry of a server's book, `…/NodeCache/{ProviderID}/Nodes/{NodeID}` (windows-csp.md 4.5).
struct CacheEntry {
    /// What an ExpectedValue is when it is no text: the Meta Type that came with it.
    enum Expectation: String {
        /// The node is not there; the value is not looked at.
        case absence = "application/x-nodemon-nonexistent"
        /// The value is the hash of what is there.
        case hash = "application/x-nodemon-sha256"

        init?(type: String) { self.init(rawValue: type.lowercased()) }
    }

    let node: TreeURI

    /// The Meta Type stands beside the value, under a name that no description has, so that no server sees it.
    private var type: TreeURI { node.child("ExpectedValueType") }
    private var value: TreeURI { node.child("ExpectedValue") }

    /// The address that the entry is about, blanks at its ends removed; nil when it was never set.
    func target(in tree: DeviceTree) -> String? {
        guard let text = tree.storedValue(node.child("NodeURI")) else { return nil }
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Notes what kind of value was written; nil for a text.
    func expect(_ expectation: Expectation?, in tree: inout DeviceTree) {
        guard let expectation else { return forget(in: &tree) }
        tree.setLocally(type, value: expectation.rawValue)
    }

    func forget(in tree: inout DeviceTree) { tree.removeLocally(type.canonical) }

    /// AutoSetExpectedValue: what is on the device becomes what is expected. The hash for an interior node, which has no
    /// value, is our choice.
    func takeActualValue(in tree: inout DeviceTree) {
        guard let target = target(in: tree) else { return }
        switch ActualNode(target, in: tree) {
        case .absent:
            tree.setLocally(value, value: "")
            expect(.absence, in: &tree)
        case .leaf(let text):
            tree.setLocally(value, value: text)
            expect(nil, in: &tree)
        case .interior:
            tree.setLocally(value, value: NodeHash.text(of: target, in: tree))
            expect(.hash, in: &tree)
        }
    }

    /// Whether the device holds something else than expected. An entry without an address is always reported (the
    /// published page of NodeCache); so is one without an expectation, by our choice.
    func isChanged(in tree: DeviceTree) -> Bool {
        guard let target = target(in: tree), tree.isStored(value) else { return true }
        let expected = tree.storedValue(value) ?? ""
        let actual = ActualNode(target, in: tree)
        switch tree.storedValue(type).flatMap(Expectation.init(type:)) {
        case .absence:
            if case .absent = actual { return false }
            return true
        case .hash:
            if case .absent = actual { return true }
            return !NodeHash.isEqual(expected, toHashOf: target, in: tree)
        case nil:
            switch actual {
            case .absent, .interior: return true
            case .leaf(let text): return text != expected
            }
        }
    }
}
