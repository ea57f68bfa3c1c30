import DDF
import ProtocolProfile

/// The decision order of the standard (oma-dm.md 4.2), evaluated top-down, first hit wins: the table of profile `oma`.
///
/// Like `DecisionTable`, which hands over to it, it changes nothing.
struct StandardTable {
    let tree: DeviceTree
    let request: Request

    /// The server of the session as ACLs write it.
    var server: String { AccessControlList.identifier(of: tree.providerID) }
    var ambiguities: Ambiguities { tree.profile.ambiguities }

    func decide() -> Decision {
        do throws(StandardRefusal) { return try decided() } catch { return error.decision }
    }

    private func decided() throws(StandardRefusal) -> Decision {
        if let decision = try commandRows() { return decision }
        if request.verb == .copy { return try copy() }
        let resolution = try address(request.target)
        if resolution.uri.keys.first == "inbox" { return try inbox(resolution) }
        if let object = try managementObject(resolution, at: resolution) { return object }
        let presence = try existenceRows(resolution)
        let node = try described(resolution)
        if let query = resolution.uri.query { return try decide(query, resolution, node, presence) }
        try verbRow(resolution, node, presence)
        try authorize(resolution, presence)
        switch request.verb {
        case .get: return read(resolution, presence)
        case .exec:
            return Decision(
                rule: .standard(.success), status: 200, action: .execute(data: request.data), resolution: resolution)
        case .delete: return try delete(resolution, node)
        case .add, .replace: return try write(resolution, node, presence)
        case .copy, .alert, .notACommand:
            throw StandardRefusal(.unsupported, 406, StandardText.unsupported(request), resolution)
        }
    }

    /// Rows 2 to 4, and the Get inside an Atomic (A18).
    private func commandRows() throws(StandardRefusal) -> Decision? {
        switch request.verb {
        case .notACommand: throw StandardRefusal(.notACommand, 501, StandardText.notACommand(request))
        case .alert(let code):
            let number = Int(code) ?? 0
            // Questions to the user are a part of this profile, so row 3 is not in the way of row 4; who has no user to
            // ask comes here, and refuses them.
            if (1100...1104).contains(number) || (1200...1226).contains(number) { try requireCmdID() }
            guard (1200...1226).contains(number) else {
                throw StandardRefusal(.unsupported, 406, StandardText.unsupported(request))
            }
            return Decision(rule: .standard(.success), status: 200)
        case .get where request.isInAtomic && ambiguities.getInAtomic == .refused:
            try requireCmdID()
            return Decision(rule: .atomic, status: 500, advice: [StandardText.getInAtomic(request)])
        case .get, .add, .replace, .delete, .exec, .copy:
            try requireCmdID()
            return nil
        }
    }

    private func requireCmdID() throws(StandardRefusal) {
        if request.cmdID == nil { throw StandardRefusal(.noCmdID, 400, StandardText.noCmdID(request)) }
    }

    /// Rows 5 to 7, the part of row 3 that can only be seen when the address was read, and the user scope of Windows.
    func address(_ locURI: String?) throws(StandardRefusal) -> Resolution {
        guard let locURI else { throw StandardRefusal(.noTarget, 400, StandardText.noTarget(request)) }
        let resolution: Resolution
        do throws(MalformedURI) {
            // The root is `.`, never `./`; but the standard's examples of its properties write `./?prop=ACL`.
            let text = locURI.hasPrefix("./?") ? "." + locURI.dropFirst(2) : locURI
            resolution = try tree.schema.resolve(locURI: text)
        } catch {
            throw StandardRefusal(.malformedAddress, 400, StandardText.malformed(request, error))
        }
        // Child lists are names joined by slashes, so no name has one (oma-dm.md 3.2).
        if resolution.uri.segments.contains(where: { $0.contains("/") }) {
            throw StandardRefusal(.malformedAddress, 400, StandardText.slashInName, resolution)
        }
        if let query = resolution.uri.query { try supported(query, resolution) }
        try withinLimits(resolution)
        if resolution.uri.scope == .user, !tree.hasUserContext {
            throw StandardRefusal(.verbNotAllowed, 405, AdviceText.noUserContext(request), resolution)
        }
        return resolution
    }

    /// Row 7: the limits of `./DevDetail/URI`, 16-bit numbers, 0 for none, counted in characters of the address as it
    /// was written without its query. Beyond that no tree is deeper than `DeviceTree.deepest` (our choice).
    func withinLimits(_ resolution: Resolution) throws(StandardRefusal) {
        let text = resolution.uri.textWithoutQuery
        let segments = text.split(separator: "/").filter { $0 != "." }
        let found = [
            ("MaxDepth", segments.count), ("MaxTotLen", text.count), ("MaxSegLen", segments.map(\.count).max() ?? 0),
        ]
        for (name, actual) in found {
            guard let allowed = tree.value("./DevDetail/URI/\(name)").flatMap({ UInt16($0) }), allowed > 0,
                actual > Int(allowed)
            else { continue }
            throw StandardRefusal(
                .addressTooLong, 414, StandardText.tooLong(name, actual: actual, allowed: Int(allowed)), resolution)
        }
        if segments.count > DeviceTree.deepest {
            throw StandardRefusal(
                .addressTooLong, 414,
                StandardText.tooLong("MaxDepth", actual: segments.count, allowed: DeviceTree.deepest), resolution)
        }
    }

    /// The description of a node that is there or may come into being.
    func described(_ resolution: Resolution) throws(StandardRefusal) -> NodeDescription {
        guard case .described = resolution.standing, let node = resolution.node else {
            throw StandardRefusal(.absentNode, 404, StandardText.unknown(request, resolution, tree), resolution)
        }
        return node
    }
}
