import DDF

/// Carrying out what profile `oma` decided.
extension DeviceTree {
    /// Writes one node, with its missing ancestors, and what the standard keeps beside the value. Interior nodes that
    /// come into being get the ACL of the creator rule (oma-dm.md 3.4 rule 8).
    mutating func write(_ write: StandardChange.Write, _ node: NodeReference) {
        let keys = node.uri.keys
        let server = AccessControlList.identifier(of: providerID)
        // What is there by its description alone is stored by the write, and does not come into being by it.
        let depth: Int =
            switch standardPresence(schema.resolve(node.uri)) {
            case .missing(let depth): depth
            case .stored, .implied: keys.count
            }
        storage.set(node.uri, value: write.value, writer: .server)
        noteWrite(keys, madeFrom: depth)
        storage.update(keys[...]) { stored in
            stored.properties?.type = write.type
            stored.properties?.format = node.description.isFree ? write.format : nil
        }
        for index in depth..<keys.count {
            let isInterior = index < keys.count - 1 || write.format == .node
            guard isInterior, !effectiveACL(Array(keys[..<index])).acl.allows(.replace, server) else { continue }
            storage.update(keys[...index]) { $0.properties?.acl = .ofCreator(server) }
        }
    }

    /// Replaces the ACL, Name or Title of a node that is there. The text was judged before.
    mutating func set(_ property: NodeProperty, of uri: TreeURI, to text: String) {
        let keys = uri.keys
        if storage[keys] == nil { setLocally(uri, value: nil, writer: .server) }
        switch property {
        case .acl:
            let acl = (try? AccessControlList(text)) ?? AccessControlList()
            setProperty(keys) { $0.acl = acl.isEmpty ? nil : acl }
        case .title: setProperty(keys) { $0.title = text.isEmpty ? nil : text }
        case .name:
            setProperty(keys) { _ in }
            let renamed = schema.resolve(uri.prefix(keys.count - 1).child(text)).uri
            storage.rename(keys, to: text, key: renamed.keys.last ?? text)
        case .format, .size, .tStamp, .type, .verNo: break
        }
    }

    /// The server whose account a Delete removes; nil for any other node.
    func removedAccount(_ uri: TreeURI) -> String? {
        guard ManagementObject.dmAcc.isRoot(uri) else { return nil }
        return storage[uri.keys]?.value(ofLeaf: "ServerID")
    }
}
