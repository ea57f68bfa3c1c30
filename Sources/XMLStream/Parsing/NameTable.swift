import CLibXML2

/// Names by the addresses of their interned strings.
///
/// libxml2 keeps every local name and namespace of a document once, in the context's dictionary, so two names are equal
/// exactly when their addresses are; no byte of a name is compared after its first use.
struct NameTable {
    private(set) var names: [XMLName] = []
    private var keys: [Key]
    private var mask: Int

    private struct Key {
        var local: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var id: UInt16
    }

    init() {
        keys = Array(repeating: Key(local: nil, prefix: nil, namespace: nil, id: 0), count: 256)
        mask = 255
    }

    /// The id of a name; the same for the same local name and namespace, whatever the prefix. A document has at most
    /// 65,535 distinct names with an id of their own; further ones share the last.
    mutating func id(
        local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?
    ) -> UInt16 {
        // An unbound prefix belongs to the name, a bound one does not.
        let prefix = namespace == nil ? prefix : nil
        var slot = Self.hash(local, namespace, prefix) & mask
        while let occupied = keys[slot].local {
            if occupied == local, keys[slot].namespace == namespace, keys[slot].prefix == prefix { return keys[slot].id }
            slot = (slot + 1) & mask
        }
        let id = UInt16(min(names.count, Int(UInt16.max)))
        if names.count <= Int(UInt16.max) {
            var name = String(cString: local)
            if let prefix { name = String(cString: prefix) + ":" + name }
            names.append(XMLName(name, namespace: namespace.map { String(cString: $0) }))
        }
        keys[slot] = Key(local: local, prefix: prefix, namespace: namespace, id: id)
        if names.count * 2 > mask { grow() }
        return id
    }

    private mutating func grow() {
        let old = keys
        mask = mask * 2 + 1
        keys = Array(repeating: Key(local: nil, prefix: nil, namespace: nil, id: 0), count: mask + 1)
        for key in old {
            guard let local = key.local else { continue }
            var slot = Self.hash(local, key.namespace, key.prefix) & mask
            while keys[slot].local != nil { slot = (slot + 1) & mask }
            keys[slot] = key
        }
    }

    private static func hash(
        _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?
    ) -> Int {
        let mixed = UInt(bitPattern: local) ^ (UInt(bitPattern: namespace) &* 31) ^ (UInt(bitPattern: prefix) &* 17)
        return Int(truncatingIfNeeded: (mixed >> 3) &* 0x9E37_79B9 >> 8 & 0x7FFF_FFFF)
    }
}
