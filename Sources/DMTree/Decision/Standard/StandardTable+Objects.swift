import DDF
import ProtocolProfile

extension StandardTable {
    /// Add or Replace of a TNDS object: read here, carried out node by node, all or nothing. nil for any other command.
    ///
    /// - Parameter anchor: the node that the paths of the object are relative to.
    func managementObject(_ resolution: Resolution, at anchor: Resolution) throws(StandardRefusal) -> Decision? {
        guard request.verb == .add || request.verb == .replace, resolution.uri.query == nil,
            let type = request.type, TNDSDocument.isNamed(by: type)
        else { return nil }
        guard type.lowercased() == TNDSDocument.mediaType else {
            throw StandardRefusal(.formatMismatch, 415, StandardText.objectEncoding(type), resolution)
        }
        guard let data = request.data else {
            throw StandardRefusal(.noData, 412, StandardText.noData(request, .xml), resolution)
        }
        let document: TNDSDocument
        do throws(TNDSError) {
            document = try TNDSDocument(parsing: Array(data.utf8), namespace: ambiguities.tndsNamespace)
        } catch {
            throw StandardRefusal(.formatMismatch, 415, StandardText.malformedObject(error), resolution)
        }
        return Decision(
            rule: .standard(.success), status: 200,
            action: .standard(.graft(document, replacing: request.verb == .replace)), resolution: anchor)
    }

    /// `./Inbox` and everything below it: Add of a management object alone, which goes where its identifier says; nothing
    /// can be read there (oma-dm.md 3.7).
    func inbox(_ resolution: Resolution) throws(StandardRefusal) -> Decision {
        guard request.verb == .add else {
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.inboxAddOnly(request), resolution)
        }
        try authorize(.add, resolution.uri.prefix(1), resolution)
        guard let decision = try managementObject(resolution, at: resolution) else {
            throw StandardRefusal(.formatMismatch, 415, StandardText.inboxWantsObject, resolution)
        }
        guard case .standard(.graft(let document, _)) = decision.action else { return decision }
        let places = Set(document.nodes.map { $0.properties[.type].flatMap(ManagementObject.init)?.place })
        guard places.count == 1, let place = places.first ?? nil, let anchor = try? tree.schema.resolve(locURI: place)
        else { throw StandardRefusal(.busy, 403, StandardText.inboxUnknownObject, resolution) }
        var moved = decision
        moved.resolution = anchor
        return moved
    }
}
