import XMLStream

/// Item, Target, Source and Data.
extension MessageReader {
    /// Appends the Item that the cursor stands on. It is filled where it lies: an Item is large, and handing it over would
    /// copy it.
    mutating func item(into items: inout [Item]) throws(MessageRefusal) {
        let item = Item(origin: origin())
        items.append(consume item)
        try read(&items[items.count - 1])
    }

    private mutating func read(_ item: inout Item) throws(MessageRefusal) {
        // Format or Type beside Meta in place of in it (oma-dm.md 8, A11).
        var outside: Meta?
        var order = ChildOrder()
        enter("Item")
        while let child = try next(in: "Item") {
            let rank: UInt8
            switch child {
            case .target where order.isFirst(0):
                rank = 0
                item.target = try location("Target")
            case .source where order.isFirst(1):
                rank = 1
                item.source = try location("Source")
            case .meta where order.isFirst(2):
                rank = 2
                try meta(into: &item.meta)
            case .data where order.isFirst(3):
                rank = 3
                item.data = data()
            case .moreData:
                rank = 4
                item.moreData = true
                flag()
            case .format, .type, .mark, .size, .nextNonce, .maxMsgSize, .maxObjSize, .version:
                find(.metaOutside(cursor.name.local, at: position()))
                if outside == nil { outside = Meta() }
                metaChild(child, into: &outside)
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
    }

    /// Target or Source.
    mutating func location(_ name: StaticString) throws(MessageRefusal) -> Location {
        var location = Location("")
        let start = cursor.offset
        enter(name)
        while let child = try next(in: name) {
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
        guard isXML else { return recordedAddress() }
        let content = cursor.contentRange
        if !content.isEmpty, source[content.lowerBound] <= 0x20 || source[content.upperBound - 1] <= 0x20 {
            find(.locURIWhiteSpace(at: position()))
        }
        return text()
    }

    private mutating func recordedAddress() -> String {
        var ahead = cursor
        let untrimmed = ahead.readText()
        let place = position()
        let address = text()
        if address.utf8.count != untrimmed.utf8.count { find(.locURIWhiteSpace(at: place)) }
        return address
    }

    /// Data with its form and attributes.
    mutating func data() -> ItemData {
        var data = ItemData("")
        if cursor.hasAttributes { readAttributes(into: &data) }
        if cursor.hasElementChildren {
            find(.dataMarkup(at: position()))
            data.form = .markup
            data.content =
                isXML
                ? String(decoding: source[cursor.contentRange], as: UTF8.self)
                : String(decoding: WBXMLMarkup.content(of: cursor), as: UTF8.self)
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
