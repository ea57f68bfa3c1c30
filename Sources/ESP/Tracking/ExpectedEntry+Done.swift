extension ExpectedEntry {
    /// Whether the page counts the entry as done: what the registry's diagnostics show as 1 (esp-behaviour.md 3.2).
    public func isDone(as list: ExpectedList, in tree: some TrackedTree) -> Bool {
        TrackedNode(entry: self, of: list).progress(in: tree) == .done
    }
}
