import XMLStream

/// Meta and its children. Their order is free: real traffic permutes Type and Format (oma-dm.md 1.3).
extension MessageReader {
    /// Reads the Meta that the cursor stands on to where it belongs; afterwards `meta` is not nil.
    mutating func meta(into meta: inout Meta?) throws(MessageRefusal) {
        meta = Meta()
        try metaChildren(of: "Meta", into: &meta)
    }

    private mutating func metaChildren(of parent: StaticString, into meta: inout Meta?) throws(MessageRefusal) {
        enter(parent)
        while let child = try next(in: parent) {
            if child == .metInf {
                find(.metinfContainer(at: position()))
                try metaChildren(of: "MetInf", into: &meta)
            } else {
                metaChild(child, into: &meta)
            }
        }
    }

    /// - Parameter meta: not nil.
    mutating func metaChild(_ child: ElementName, into meta: inout Meta?) {
        switch child {
        case .format where meta?.format == nil: meta?.format = text()
        case .type where meta?.type == nil: meta?.type = text()
        case .mark where meta?.mark == nil: meta?.mark = text()
        case .size where meta?.size == nil: meta?.size = text()
        case .nextNonce where meta?.nextNonce == nil: meta?.nextNonce = text()
        case .maxMsgSize where meta?.maxMsgSize == nil: meta?.maxMsgSize = text()
        case .maxObjSize where meta?.maxObjSize == nil: meta?.maxObjSize = text()
        case .version where meta?.version == nil: meta?.version = text()
        case .emi: meta?.emi.append(text())
        case .format, .type, .mark, .size, .nextNonce, .maxMsgSize, .maxObjSize, .version:
            meta?.unknown.append(repeated("Meta"))
        default: meta?.unknown.append(unknown(child, in: "Meta"))
        }
    }
}
