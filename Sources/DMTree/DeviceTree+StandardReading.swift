import DDF
import Notation
import ProtocolProfile

/// What a Get finds in profile `oma` (oma-dm.md 2.10, 3.3).
extension DeviceTree {
    /// The children of an interior node that are there.
    func standardChildren(of resolution: Resolution) -> [Resolution] {
        guard standardFormat(resolution) == .node else { return [] }
        return existingChildren(of: resolution) { child in
            if case .missing = standardPresence(child) { false } else { true }
        }
    }

    /// A node as one Item of Results. Binary data is Base64 in XML (DM-MSG-16).
    func standardEntry(_ resolution: Resolution, uri: String, presence: Presence, withData: Bool) -> Reading.Entry {
        guard let format = standardFormat(resolution), format != .node else {
            let names = withData ? standardChildren(of: resolution).compactMap(\.uri.segments.last) : []
            return Reading.Entry(uri: uri, format: .node, data: withData ? joined(names) : nil)
        }
        let type = property(.type, resolution, presence: presence)
        return Reading.Entry(
            uri: uri, format: format == .bin ? .b64 : format, type: type == "text/plain" ? nil : type,
            data: withData ? onWire(value(resolution, leaf: presence) ?? "") : nil)
    }

    /// The value of a leaf, free ones included; nil for one without.
    func value(_ resolution: Resolution, leaf presence: Presence) -> String? {
        if resolution.node?.isFree == true { return storage[resolution.uri.keys]?.value }
        return value(resolution, presence: presence)
    }

    /// Child names as Data: as they are, or encoded (A28).
    func joined(_ names: [String]) -> String {
        switch profile.ambiguities.childNames {
        case .raw: names.joined(separator: "/")
        case .encoded: names.map(PercentCoding.encode).joined(separator: "/")
        }
    }

    /// The Data of a value; nil for no Data at all (A34).
    func onWire(_ value: String) -> String? {
        value.isEmpty && profile.ambiguities.emptyData == .absent ? nil : value
    }

    /// The value of a property of a node that is there, empty when it has none; nil when such a node does not have the
    /// property: Size belongs to leaves.
    func property(_ property: NodeProperty, _ resolution: Resolution, presence: Presence) -> String? {
        guard let format = standardFormat(resolution), let node = resolution.node else { return nil }
        let keys = resolution.uri.keys
        let stored = storage[keys]
        switch property {
        case .acl:
            let own = stored?.properties?.acl
            return keys.isEmpty ? (own ?? .rootDefault).description : own?.description ?? ""
        case .format: return format.rawValue
        case .name:
            // A fixed name as its description spells it, another one as it was first written.
            return (node.isDynamic ? stored?.name : node.name) ?? resolution.uri.segments.last ?? node.name
        case .size:
            guard format != .node else { return nil }
            let value = value(resolution, leaf: presence) ?? ""
            return String(Self.size(of: value, format: format))
        case .title: return stored?.properties?.title ?? ""
        case .tStamp: return stored?.properties?.timeStamp ?? ""
        case .type:
            if let type = stored?.properties?.type { return type }
            if let type = schema.rootType(resolution.uri, resolution: resolution) { return type }
            return format == .node ? "" : node.isInterior ? "text/plain" : node.facts.mimeType ?? "text/plain"
        case .verNo: return String(stored?.properties?.versionNumber ?? 0)
        }
    }

    /// The bytes of a value as the device has it: of binary data those that its Base64 stands for. A node that is Base64 by
    /// itself is not decoded (oma-dm.md 1.4).
    static func size(of value: String, format: NodeFormat) -> Int {
        guard format == .bin, NodeFormat.b64.check(value) == nil else { return value.utf8.count }
        let digits = value.utf8.reduce(0) { $0 + ($1 > 0x20 && $1 != UInt8(ascii: "=") ? 1 : 0) }
        return digits * 6 / 8
    }
}
