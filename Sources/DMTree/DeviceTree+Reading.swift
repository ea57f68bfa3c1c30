import DDF
import Notation

extension DeviceTree {
    /// The value of a leaf that is there: the stored one, else the initial value of its CSP, else the description's
    /// default. nil when it was never set and has no default.
    ///
    /// A node that needs an Add and was never added is not there, so its default is not a value (windows-csp.md 5.9).
    public func value(_ resolution: Resolution, presence: Presence) -> String? {
        guard let node = resolution.node, !node.isInterior else { return nil }
        switch presence {
        case .missing: return nil
        case .stored:
            return given(resolution, node, storage[resolution.uri.keys]?.value) ?? node.facts.defaultOnWire ?? ""
        case .implied: return given(resolution, node, nil) ?? node.facts.defaultOnWire
        }
    }

    func given(_ resolution: Resolution, _ node: NodeDescription, _ stored: String?) -> String? {
        guard let provider = provider(for: resolution.uri) else { return stored }
        let reference = NodeReference(uri: resolution.uri, description: node)
        return provider.read(reference, stored: stored, in: self) ?? stored
    }

    /// The children of an interior node that are there: fixed ones in catalogue order, then instances as they came.
    func existingChildren(of resolution: Resolution) -> [Resolution] {
        existingChildren(of: resolution) { child in
            if case .missing = presence(child) { false } else { true }
        }
    }

    /// As above, by another rule for what is there.
    func existingChildren(of resolution: Resolution, isThere: (Resolution) -> Bool) -> [Resolution] {
        var result: [Resolution] = []
        var shown: Set<String> = []
        for child in schema.children(of: resolution.uri, resolution: resolution) where !child.isDynamic {
            let resolved = schema.resolve(resolution.uri.child(child.name))
            guard case .described = resolved.standing, let key = resolved.uri.keys.last else { continue }
            guard isThere(resolved) else { continue }
            if shown.insert(key).inserted { result.append(resolved) }
        }
        for entry in storage[resolution.uri.keys]?.children.entries ?? [] where !shown.contains(entry.key) {
            let resolved = schema.resolve(resolution.uri.child(entry.node.name))
            if case .described = resolved.standing { result.append(resolved) }
        }
        return result
    }

    /// What a Get finds at a node that is there; nil when it has no value to give.
    func reading(_ resolution: Resolution, presence: Presence) -> Reading? {
        guard let node = resolution.node else { return nil }
        if node.isInterior {
            let names = existingChildren(of: resolution).compactMap(\.uri.segments.last)
            return Reading([Reading.Entry(uri: resolution.uri.text, format: .node, data: joined(names))])
        }
        guard let value = value(resolution, presence: presence) else { return nil }
        return Reading([
            Reading.Entry(
                uri: resolution.uri.text, format: node.facts.format, type: node.leafType, data: onWire(value))
        ])
    }

    /// `?list=Struct` and `?list=StructData`: the node and everything below it, depth first. Absent nodes and nodes
    /// without Get are left out.
    func structure(_ resolution: Resolution, uri: String, withData: Bool) -> [Reading.Entry] {
        guard let node = resolution.node else { return [] }
        let isReadable = node.facts.access.contains(.get)
        guard node.isInterior else {
            guard isReadable else { return [] }
            let value = withData ? value(resolution, presence: presence(resolution)) : nil
            return [Reading.Entry(uri: uri, format: node.facts.format, type: node.leafType, data: value)]
        }
        var entries = isReadable ? [Reading.Entry(uri: uri, format: .node, data: nil)] : []
        for child in existingChildren(of: resolution) {
            guard let name = child.uri.segments.last else { continue }
            entries += structure(child, uri: uri + "/" + PercentCoding.encode(name), withData: withData)
        }
        return entries
    }

    /// The value of a node by its address, for those on the device; nil when it is not there or has none.
    public func value(_ uri: String) -> String? {
        guard let resolution = try? schema.resolve(locURI: uri) else { return nil }
        guard case .described = resolution.standing else { return nil }
        return value(resolution, leaf: presence(resolution))
    }

    /// Whether a node was added, set or made; a node that is there by its description alone was not.
    public func isStored(_ uri: TreeURI) -> Bool { isStored(keys: uri.keys) }

    /// As above, by canonical lower-case names. Walks in place: asking every command for a node costs no copy of it.
    public func isStored(keys: [String]) -> Bool { storage.depth(of: keys) == keys.count }

    /// The stored value of a node, without defaults; nil when it was never set.
    public func storedValue(_ uri: TreeURI) -> String? { storage[uri.keys]?.value }

    /// The same by canonical lower-case names.
    public func storedValue(keys: [String]) -> String? { storage[keys]?.value }

    /// Whether a node is there, for those on the device.
    public func exists(_ uri: String) -> Bool {
        guard let resolution = try? schema.resolve(locURI: uri) else { return false }
        guard case .described = resolution.standing else { return false }
        if case .missing = presence(resolution) { return false }
        return true
    }

    /// The decoded names of a node's children, for those on the device; nil when the node is not there.
    public func children(_ uri: String) -> [String]? {
        guard exists(uri), let resolution = try? schema.resolve(locURI: uri) else { return nil }
        return existingChildren(of: resolution).compactMap(\.uri.segments.last)
    }

    /// The stored children of a node, oldest first, without resolving each of them.
    public func storedChildren(_ uri: String) -> [TreeNode] {
        guard let resolution = try? schema.resolve(locURI: uri) else { return [] }
        return storage[resolution.uri.keys]?.orderedChildren ?? []
    }

    /// Every stored leaf with its canonical address, value and writer, in the order of the tree.
    public var storedLeaves: [(uri: String, value: String?, writer: Writer)] {
        var result: [(uri: String, value: String?, writer: Writer)] = []
        func walk(_ node: TreeNode, _ path: String) {
            for child in node.orderedChildren {
                let uri = path + "/" + PercentCoding.encode(child.name)
                if !child.hasChildren { result.append((uri, child.value, child.writer)) }
                walk(child, uri)
            }
        }
        walk(storage.root, ".")
        return result
    }
}

extension NodeDescription {
    /// The MIME type of a leaf as Meta Type carries it; nil for the default, text/plain.
    var leafType: String? {
        guard let type = facts.mimeType, type != "text/plain" else { return nil }
        return type
    }
}
