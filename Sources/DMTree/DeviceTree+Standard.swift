import DDF

/// What profile `oma` asks of the tree (oma-dm.md 3.1, 3.4, 4.2).
extension DeviceTree {
    /// Whether a node is there as the standard sees it: a dynamic node that a server can add is not there until somebody
    /// added it, unless it has a value by itself; all else is there as soon as its parent is (docs/decisions/0007).
    func standardPresence(_ resolution: Resolution) -> Presence {
        let keys = resolution.uri.keys
        let depth = storage.depth(of: keys)
        guard depth < keys.count else { return .stored }
        for index in max(depth, resolution.uri.structuralCount)..<keys.count where index < resolution.steps.count {
            let step = resolution.steps[index]
            if step.isDynamic { return .missing(depth: index) }
            guard step.facts.access.contains(.add), step.facts.scope != .permanent else { continue }
            guard index == keys.count - 1, value(resolution, presence: .implied) != nil else {
                return .missing(depth: index)
            }
        }
        return .implied
    }

    /// `node` for an interior node; nil for one that no description has. What a free node is, its Add said.
    func standardFormat(_ resolution: Resolution) -> NodeFormat? {
        guard let node = resolution.node else { return nil }
        guard node.isFree, let stored = storage[resolution.uri.keys] else { return node.facts.format }
        return stored.properties?.format ?? (stored.value == nil ? .node : .chr)
    }

    /// The ACL that governs a node: its own, or that of the nearest ancestor that has one, unmerged.
    ///
    /// - Returns: the ACL, and how many names lead to the node that it belongs to.
    func effectiveACL(_ keys: [String]) -> (acl: AccessControlList, depth: Int) {
        var node = storage.root
        var found = (acl: node.properties?.acl ?? .rootDefault, depth: 0)
        for (index, key) in keys.enumerated() {
            guard let child = node.child(key) else { break }
            node = child
            if let acl = node.properties?.acl { found = (acl, index + 1) }
        }
        return found
    }

    /// The ACL of a node itself; nil when it inherits. The root always has one.
    public func acl(_ uri: String) -> AccessControlList? {
        guard let resolution = try? schema.resolve(locURI: uri) else { return nil }
        if resolution.uri.keys.isEmpty { return storage.root.properties?.acl ?? .rootDefault }
        return storage[resolution.uri.keys]?.properties?.acl
    }

    /// Sets the ACL of a node as the device does, for a bootstrap; an ACL without entries means "inherit". A node that is
    /// there by its description alone is stored by it. Nothing happens when the address is malformed.
    public mutating func setACL(_ acl: AccessControlList, of uri: String) {
        guard let resolution = try? schema.resolve(locURI: uri) else { return }
        if storage[resolution.uri.keys] == nil { setLocally(resolution.uri, value: nil) }
        setProperty(resolution.uri.keys) { $0.acl = acl.isEmpty ? nil : acl }
    }

    /// Gives a server every right on the whole tree, as the bootstrap of a device that one server manages. The default
    /// of the root, `Add=*&Get=*`, lets nobody replace or execute what the device itself has.
    ///
    /// - Parameter providerID: the id of the server's account.
    public mutating func trust(_ providerID: String) {
        let server = AccessControlList.identifier(of: providerID)
        var acl = storage.root.properties?.acl ?? .rootDefault
        for verb in AccessControlList.Verb.allCases {
            switch acl[verb] {
            case nil: acl[verb] = .named([server])
            case .every: break
            case .named(let servers): if !servers.contains(server) { acl[verb] = .named(servers + [server]) }
            }
        }
        setACL(acl, of: ".")
    }

    /// Takes a server out of every ACL, when its account goes (oma-dm.md 3.4 rule 9). An ACL that loses its last entry is
    /// inherited from then on; an entry of the root that loses its last server becomes `*`.
    ///
    /// - Parameter providerID: the id of the server's account.
    public mutating func removeServer(_ providerID: String) {
        let server = AccessControlList.identifier(of: providerID)
        let root = storage.root.properties?.acl
        storage.updateAll { node in
            guard var acl = node.properties?.acl else { return }
            acl.remove(server)
            node.properties?.acl = acl.isEmpty ? nil : acl
        }
        guard let root else { return }
        var acl = root
        acl.remove(server)
        for verb in AccessControlList.Verb.allCases where root[verb] != nil && acl[verb] == nil { acl[verb] = .every }
        storage.update([]) { $0.properties?.acl = acl }
    }

    /// Changes what is kept of a node besides its value.
    mutating func setProperty(_ keys: [String], _ change: (inout NodeProperties) -> Void) {
        let time = NodeProperties.basic(localTime)
        storage.update(keys[...]) { node in
            var properties = node.properties ?? NodeProperties()
            change(&properties)
            properties.noteChange(at: time)
            node.properties = properties
        }
    }

    /// Notes a write: that of the node itself, and that its ancestors from `depth` on came into being with it.
    mutating func noteWrite(_ keys: [String], madeFrom depth: Int) {
        let time = NodeProperties.basic(localTime)
        guard !keys.isEmpty else { return }
        for index in min(depth, keys.count - 1)..<keys.count {
            storage.update(keys[...index]) { node in
                var properties = node.properties ?? NodeProperties()
                properties.noteChange(at: time, isNew: index >= depth)
                node.properties = properties
            }
        }
    }

    /// Whether so many more bytes of names, values and properties fit (oma-dm.md 4.2 row 20).
    func hasRoom(for bytes: Int) -> Bool {
        guard let capacity, bytes > 0 else { return true }
        return storage.root.bytes + bytes <= capacity
    }
}
