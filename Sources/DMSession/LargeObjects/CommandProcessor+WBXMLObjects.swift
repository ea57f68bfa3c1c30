import DMTree
import Notation
import SyncML

/// TNDS objects in WBXML (oma-dm.md 3.6, 5.5): the tree reads objects as XML, so they are translated on their way there. On the
/// way back, writing a message as WBXML does it.
extension CommandProcessor {
    private static let mediaType = "application/vnd.syncml.dmtnds+wbxml"

    /// The request with its TNDS object as XML, when it is WBXML in Base64. A message in WBXML was translated as it was read,
    /// but for an object in chunks.
    ///
    /// Octets that are no WBXML document stay as they are; the tree refuses them by their Type.
    mutating func decoded(_ request: Request, _ origin: Origin) -> Request {
        guard let type = request.type, type.utf8.count == Self.mediaType.utf8.count,
            type.lowercased() == Self.mediaType,
            let data = request.data
        else { return request }
        switch rules.profile.name {
        // Windows reads no objects in any form.
        case .windows: return request
        case .oma: break
        }
        guard [nil, "bin", "b64"].contains(request.format) else { return request }
        guard let octets = Base64.decode(data) else {
            diagnostics.append(SessionText.objectNotWBXML(request, "its Data is no Base64", origin))
            return request
        }
        do throws(MessageRefusal) {
            var translated = request
            translated.data = String(decoding: try WBXMLDocument(decoding: octets).xml(), as: UTF8.self)
            translated.type = TNDSDocument.mediaType
            translated.format = "xml"
            return translated
        } catch {
            diagnostics.append(SessionText.objectNotWBXML(request, error.message, origin))
            return request
        }
    }
}
