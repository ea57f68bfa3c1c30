import DDF
import Notation

extension StandardTable {
    /// A property or a list of a node that is there.
    func decide(
        _ query: TreeURI.Query, _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) throws(StandardRefusal) -> Decision {
        switch query {
        case .property(let name):
            guard let property = NodeProperty(named: name) else { throw unsupported(query, resolution) }
            return try decide(property, resolution, node, presence)
        case .list(let name):
            guard let list = ListRequest(name) else { throw unsupported(query, resolution) }
            guard request.verb == .get, node.facts.access.contains(.get) else {
                throw StandardRefusal(.verbNotAllowed, 405, StandardText.verbOnQuery(request), resolution)
            }
            try authorize(.get, resolution.uri, resolution)
            return try self.list(list, resolution)
        case .other: throw unsupported(query, resolution)
        }
    }

    /// Row 3 for what a query asks, before the node is looked at (A22).
    func supported(_ query: TreeURI.Query, _ resolution: Resolution) throws(StandardRefusal) {
        switch query {
        case .property(let name): if NodeProperty(named: name) != nil { return }
        case .list(let name): if ListRequest(name) != nil { return }
        case .other: break
        }
        throw unsupported(query, resolution)
    }

    private func unsupported(_ query: TreeURI.Query, _ resolution: Resolution) -> StandardRefusal {
        switch ambiguities.unsupportedQuery {
        case .optionalFeature:
            StandardRefusal(.unsupported, 406, StandardText.unsupportedQuery(query), resolution)
        case .notFound: StandardRefusal(.absentNode, 404, StandardText.unsupportedQuery(query), resolution)
        }
    }

    private func decide(
        _ property: NodeProperty, _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) throws(StandardRefusal) -> Decision {
        guard let value = tree.property(property, resolution, presence: presence) else {
            throw unsupported(.property(property.rawValue), resolution)
        }
        switch request.verb {
        case .get:
            try authorize(.get, resolution.uri, resolution)
            return Decision(
                rule: .standard(.success), status: 200,
                action: .read(Reading([Reading.Entry(uri: resolution.uri.text, format: .chr, data: value)])),
                resolution: resolution)
        case .replace where property.isReplaceable: return try replace(property, resolution, node)
        case .add, .replace, .delete, .exec, .copy, .alert, .notACommand:
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.verbOnProperty(request, property), resolution)
        }
    }

    /// Replace of ACL, Name or Title.
    private func replace(
        _ property: NodeProperty, _ resolution: Resolution, _ node: NodeDescription
    ) throws(StandardRefusal) -> Decision {
        let text = request.data ?? ""
        if property == .name { try canBeRenamed(resolution, node) }
        try authorizeProperty(property, resolution)
        switch property {
        case .acl: try judgeACL(text, resolution)
        case .name: try judgeName(text, resolution, node)
        case .title:
            guard text.utf8.count <= 255 else {
                throw StandardRefusal(.wrongValue, 415, StandardText.titleTooLong(text.utf8.count), resolution)
            }
        case .format, .size, .tStamp, .type, .verNo: break
        }
        let old = tree.property(property, resolution, presence: .stored) ?? ""
        let depth = tree.storage.depth(of: resolution.uri.keys)
        let names = resolution.uri.segments.dropFirst(depth).reduce(0) { $0 + $1.utf8.count }
        guard tree.hasRoom(for: names + text.utf8.count - old.utf8.count) else {
            throw StandardRefusal(.noStorage, 420, StandardText.full(tree.capacity ?? 0), resolution)
        }
        return Decision(
            rule: .standard(.success), status: 200, action: .standard(.setProperty(property, text)),
            resolution: resolution)
    }

    /// Row 14 for a property. The right to replace a leaf does not extend to its ACL; the right to replace the parent
    /// extends to the ACLs of its children (oma-dm.md 3.4 rule 7).
    private func authorizeProperty(_ property: NodeProperty, _ resolution: Resolution) throws(StandardRefusal) {
        guard property == .acl else { return try authorize(.replace, resolution.uri, resolution) }
        let keys = resolution.uri.keys
        if tree.standardFormat(resolution) == .node, tree.effectiveACL(keys).acl.allows(.replace, server) { return }
        try authorize(.replace, resolution.uri.prefix(max(0, keys.count - 1)), resolution)
    }

    private func judgeACL(_ text: String, _ resolution: Resolution) throws(StandardRefusal) {
        do throws(MalformedACL) {
            let acl = try AccessControlList(text)
            if acl.isEmpty, resolution.uri.keys.isEmpty {
                throw MalformedACL(code: .missingServer, position: 0)
            }
        } catch {
            throw StandardRefusal(.wrongValue, 415, StandardText.malformedACL(error, text), resolution)
        }
    }

    /// Row 13: only what a server names can get another name. A CSP with behaviour keeps its state by the name, so its
    /// nodes keep theirs (our choice).
    private func canBeRenamed(_ resolution: Resolution, _ node: NodeDescription) throws(StandardRefusal) {
        guard node.isDynamic, node.facts.scope != .permanent, tree.provider(for: resolution.uri) == nil else {
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.permanent(resolution, "renamed"), resolution)
        }
    }

    private func judgeName(
        _ name: String, _ resolution: Resolution, _ node: NodeDescription
    ) throws(StandardRefusal) {
        let parent = resolution.uri.prefix(resolution.uri.keys.count - 1)
        guard !name.contains("/") else {
            throw StandardRefusal(.wrongValue, 415, StandardText.wrongName(name, "it has a slash"), resolution)
        }
        let renamed: Resolution
        do throws(MalformedURI) {
            renamed = try tree.schema.resolve(locURI: parent.canonical + "/" + PercentCoding.encode(name))
        } catch {
            throw StandardRefusal(.wrongValue, 415, StandardText.wrongName(name, error.reason), resolution)
        }
        try withinLimits(renamed)
        guard case .described = renamed.standing, let other = renamed.node,
            other === node || node.isFree && other.isFree
        else {
            throw StandardRefusal(
                .wrongValue, 415, StandardText.wrongName(name, "no description allows it here"), resolution)
        }
        guard renamed.uri.keys != resolution.uri.keys else { return }
        if case .missing = tree.standardPresence(renamed) { return }
        throw StandardRefusal(.existingNode, 418, StandardText.nameTaken(name), resolution)
    }
}
