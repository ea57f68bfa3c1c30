import DDF

/// What profile `oma` keeps of a node besides its value (oma-dm.md 3.3). Profile `windows` has none of it.
struct NodeProperties: Hashable, Sendable, Codable {
    /// nil when the node inherits.
    var acl: AccessControlList?
    var title: String?
    /// What the Meta of the last write said; nil for what the description says. Of an interior node: the identifier of a
    /// management object.
    var type: String?
    /// Of a node whose description leaves the format open.
    var format: NodeFormat?
    /// The last change, as `YYYYMMDDThhmmssZ`.
    var timeStamp: String?
    /// Counts changes and begins again at 0 after 65535.
    var versionNumber: UInt16 = 0

    /// Notes a change of the node.
    ///
    /// - Parameter isNew: a node begins with version number 0 (our choice: the standard names no first number).
    mutating func noteChange(at time: String, isNew: Bool = false) {
        timeStamp = time
        if !isNew { versionNumber &+= 1 }
    }

    /// What the properties take of the device's room, in bytes.
    var bytes: Int {
        (acl?.description.utf8.count ?? 0) + (title?.utf8.count ?? 0) + (type?.utf8.count ?? 0)
    }

    /// A date and time of ISO 8601 in the basic form that TStamp has: the punctuation and fractions go.
    static func basic(_ time: String) -> String {
        let whole = time.prefix { $0 != "." && $0 != "," }
        let text = String(whole.filter { $0 != "-" && $0 != ":" })
        return text.hasSuffix("Z") ? text : text + "Z"
    }
}

/// The properties of a node behind one reference, which costs a node without them eight bytes.
final class PropertyBox: Sendable {
    let values: NodeProperties

    init(_ values: NodeProperties) { self.values = values }
}
