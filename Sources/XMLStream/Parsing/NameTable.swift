import CLibXML2

/// Names by the addresses of their interned strings.
///
/// libxml2 keeps every local name and namespace of a document once, in the context's dictionary, so two names are equal
/// exactly when their addresses are; no byte of a name is compared after its first use. The addresses are also what is
/// hashed, so no document can choose names that collide.
struct NameTable {
    /// A name's id and the bytes of its local part.
    struct Entry: BitwiseCopyable {
        var id: UInt32
        var bytes: UInt32
    }

    private(set) var names: [XMLName]
    private var keys: [Key]
    private var mask: Int
    private var used = 0

    private struct Key: BitwiseCopyable {
        var local: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var entry: Entry
    }

    /// - Parameter reserved: A name that gets the id 0 without being in the table; nothing in the document has that id.
    init(reserving reserved: XMLName?) {
        names = reserved.map { [$0] } ?? []
        keys = Self.empty(count: 256)
        mask = 255
    }

    /// The entry of a name; the same for the same local name and namespace, whatever the prefix.
    mutating func entry(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?
    ) -> Entry {
        // An unbound prefix belongs to the name, a bound one does not.
        let prefix = namespace == nil ? prefix : nil
        var slot = Self.hash(local, namespace, prefix) & mask
        while let occupied = keys[slot].local {
            if occupied == local, keys[slot].namespace == namespace, keys[slot].prefix == prefix {
                return keys[slot].entry
            }
            slot = (slot + 1) & mask
        }
        var name = String(cString: local)
        let entry = Entry(id: UInt32(names.count), bytes: UInt32(name.utf8.count))
        if let prefix { name = String(cString: prefix) + ":" + name }
        names.append(XMLName(name, namespace: namespace.map { AttributeValue.string($0) }))
        keys[slot] = Key(local: local, prefix: prefix, namespace: namespace, entry: entry)
        used += 1
        if used * 2 > mask { grow() }
        return entry
    }

    private mutating func grow() {
        let old = keys
        mask = mask * 2 + 1
        keys = Self.empty(count: mask + 1)
        for key in old {
            guard let local = key.local else { continue }
            var slot = Self.hash(local, key.namespace, key.prefix) & mask
            while keys[slot].local != nil { slot = (slot + 1) & mask }
            keys[slot] = key
        }
    }

    private static func empty(count: Int) -> [Key] {
        Array(
            repeating: Key(local: nil, prefix: nil, namespace: nil, entry: Entry(id: 0, bytes: 0)), count: count)
    }

    private static func hash(
        _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?
    ) -> Int {
        let mixed = UInt(bitPattern: local) ^ (UInt(bitPattern: namespace) &* 31) ^ (UInt(bitPattern: prefix) &* 17)
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
