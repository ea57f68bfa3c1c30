import CLibXML2

/// Names by the addresses of their interned strings.
///
/// libxml2 keeps every local name and namespace of a document once, in the context's dictionary, so two names are equal
/// exactly when their addresses are; no byte of a name is compared after its first use. The addresses are also what is
/// hashed, so no document can choose names that collide.
struct NameTable: ~Copyable {
    /// A name's id and the bytes of its local part.
    struct Entry: BitwiseCopyable {
        var id: UInt32
        var bytes: UInt32
    }

    // Not private for the same reason as `TapeBuilder.OpenElement`.
    struct Key: BitwiseCopyable {
        /// The address of the local part; 0 in a free slot.
        var local: UInt
        var qualifier: UInt
        var entry: Entry
    }

    private(set) var names: [XMLName]
    private var keys: UnsafeMutablePointer<Key>
    private var mask: Int
    private var used = 0

    /// - Parameter reserved: A name that gets the id 0 without being in the table; nothing in the document has that id.
    init(reserving reserved: XMLName?) {
        names = reserved.map { [$0] } ?? []
        mask = 255
        keys = Self.allocate(count: 256)
    }

    deinit { keys.deallocate() }

    /// The entry of a name; the same for the same local name and namespace, whatever the prefix.
    @inline(__always)
    mutating func entry(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?
    ) -> Entry {
        // An unbound prefix belongs to the name, a bound one does not. The topmost bit, which no address has, tells the two
        // apart when they are the same string.
        let qualifier: UInt
        if let namespace {
            qualifier = UInt(bitPattern: namespace)
        } else if let prefix {
            qualifier = UInt(bitPattern: prefix) | 1 << 63
        } else {
            qualifier = 0
        }
        let address = UInt(bitPattern: local)
        var slot = Self.hash(address, qualifier) & mask
        while true {
            // Masked, so inside of the table; at least half of it is free, so the search ends.
            let key = keys[slot]
            if key.local == address, key.qualifier == qualifier { return key.entry }
            if key.local == 0 {
                return insert(local: local, prefix: prefix, namespace: namespace, qualifier: qualifier, at: slot)
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(never)
    private mutating func insert(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        qualifier: UInt, at slot: Int
    ) -> Entry {
        var name = String(cString: local)
        let entry = Entry(id: UInt32(names.count), bytes: UInt32(name.utf8.count))
        if namespace == nil, let prefix { name = String(cString: prefix) + ":" + name }
        names.append(XMLName(name, namespace: namespace.map { AttributeValue.string($0) }))
        keys[slot] = Key(local: UInt(bitPattern: local), qualifier: qualifier, entry: entry)
        used += 1
        if used * 2 > mask { grow() }
        return entry
    }

    private mutating func grow() {
        let (old, count) = (keys, mask + 1)
        mask = count * 2 - 1
        keys = Self.allocate(count: count * 2)
        for index in 0..<count where old[index].local != 0 {
            var slot = Self.hash(old[index].local, old[index].qualifier) & mask
            while keys[slot].local != 0 { slot = (slot + 1) & mask }
            keys[slot] = old[index]
        }
        old.deallocate()
    }

    private static func allocate(count: Int) -> UnsafeMutablePointer<Key> {
        let keys = UnsafeMutablePointer<Key>.allocate(capacity: count)
        keys.initialize(repeating: Key(local: 0, qualifier: 0, entry: Entry(id: 0, bytes: 0)), count: count)
        return keys
    }

    @inline(__always)
    private static func hash(_ local: UInt, _ qualifier: UInt) -> Int {
        Int(truncatingIfNeeded: ((local ^ (qualifier &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
