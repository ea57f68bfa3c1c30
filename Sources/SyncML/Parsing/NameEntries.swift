import XMLStream

/// What a message's element names mean, found out once for each distinct name. Name ids of the tape are indices.
struct NameEntries {
    struct Entry {
        var element: ElementName
        /// True until the namespace was judged, which happens where the name is first met.
        var isNew = true
    }

    private(set) var entries: [Entry]

    init(_ names: [XMLName]) {
        entries = names.map { Entry(element: ElementName(local: $0.local)) }
    }

    /// The element of a name id.
    @inline(__always)
    subscript(id: Int) -> Entry { entries[id] }

    mutating func markSeen(_ id: Int) { entries[id].isNew = false }
}

extension SyncMLNamespace {
    /// True for the three namespaces of SyncML messages (oma-dm.md 1.1), in exactly this case.
    static func isExact(_ namespace: String) -> Bool { namespace == v12 || namespace == v11 || namespace == v10 }

    /// True also when only the case of letters differs.
    static func isKnown(_ namespace: String) -> Bool {
        let upper = namespace.uppercased()
        return [v12, v11, v10].contains { $0.uppercased() == upper }
    }
}
