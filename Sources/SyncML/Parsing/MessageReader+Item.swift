import XMLStream

/// Item, Target, Source and Data.
extension MessageReader {
    mutating func item() throws(MessageRefusal) -> Item {
        var item = Item(origin: origin())
        var order = ChildOrder()
        // Format or Type beside Meta in place of in it (oma-dm.md 8, A11).
        var outside: Meta?
        let end = enter("Item")
        while let child = try next(in: "Item", end: end) {
            let rank: UInt8
            switch child {
            case .target where item.target == nil:
                rank = 0
                item.target = try location("Target")
            case .source where item.source == nil:
                rank = 1
                item.source = try location("Source")
            case .meta where item.meta == nil:
                rank = 2
                item.meta = try meta()
            case .data where item.data == nil:
                rank = 3
                item.data = data()
            case .moreData:
                rank = 4
                item.moreData = true
                flag()
            case .format, .type, .mark, .size, .nextNonce, .maxMsgSize, .maxObjSize, .version:
                find(.metaOutside(cursor.name.local, at: position()))
                var found = outside ?? Meta()
                metaChild(child, into: &found)
                outside = found
                continue
            case .target, .source, .meta, .data:
                item.unknown.append(repeated("Item"))
                continue
            default:
                item.unknown.append(unknown(child, in: "Item"))
                continue
            }
            if order.isLate(rank) { findChildOrder(child, in: "Item", item.origin) }
        }
        if let outside { item.meta = item.meta?.merged(over: outside) ?? outside }
        return item
    }

    /// Target or Source.
    mutating func location(_ name: StaticString) throws(MessageRefusal) -> Location {
        var location = Location("")
        let start = cursor.offset
        let end = enter(name)
        while let child = try next(in: name, end: end) {
            switch child {
            case .locURI where location.locURI.isEmpty: location.locURI = address()
            case .locName where location.locName == nil: location.locName = text()
            case .locURI, .locName: location.unknown.append(repeated("\(name)"))
            default: location.unknown.append(unknown(child, in: "\(name)"))
            }
        }
        if location.locURI.isEmpty { find(.locURIMissing("\(name)", at: tape.position(at: start))) }
        return location
    }

    private mutating func address() -> String {
        let content = cursor.contentRange
        if !content.isEmpty, source[content.lowerBound] <= 0x20 || source[content.upperBound - 1] <= 0x20 {
            find(.locURIWhiteSpace(at: position()))
        }
        return text()
    }

    /// Data with its form and attributes.
    mutating func data() -> ItemData {
        var data = ItemData("")
        if cursor.hasAttributes { readAttributes(into: &data) }
        if cursor.hasElementChildren {
            find(.dataMarkup(at: position()))
            data.form = .markup
            data.content = String(decoding: source[cursor.contentRange], as: UTF8.self)
            cursor.skipElement()
        } else {
            if cursor.hasCDATA {
                find(.dataCDATA(at: position()))
                data.form = .cdata
            }
            data.content = cursor.readText()
        }
        return data
    }

    private mutating func readAttributes(into data: inout ItemData) {
        for (name, value) in cursor.attributes {
            // The prefix may lack its declaration, which is a finding of its own.
            let isOriginalError =
                name.namespace == SyncMLNamespace.msft
                ? name.local == "originalerror" : name.namespace == nil && name.local == "msft:originalerror"
            if isOriginalError, data.originalError == nil {
                data.originalError = value
            } else {
                data.attributes.append(UnknownElement.Attribute(name: name, value: value))
            }
        }
    }
}
