import Notation

/// Item, Target, Source, Meta, Cred and Data.
extension WBXMLMessageWriter {
    /// - Parameter outer: the Meta of the command, which holds for its Items as well.
    mutating func item(_ item: Item, under outer: Meta?) {
        let format = item.meta?.format ?? outer?.format
        let nested = nestedDocument(item)
        element("Item") {
            $0.location("Target", item.target)
            $0.location("Source", item.source)
            if let nested {
                $0.meta(nested.meta)
                $0.element("Data") { $0.tokens.opaque(nested.bytes) }
                $0.noteAttributes(of: item.data, item.origin)
            } else {
                $0.meta(item.meta)
                $0.data(item.data, format: format, item.origin)
            }
            $0.unknown(item.unknown)
            if item.moreData { $0.empty("MoreData") }
        }
    }

    mutating func location(_ name: String, _ location: Location?) {
        guard let location else { return }
        element(name) {
            $0.leaf("LocURI", location.locURI)
            $0.leaf("LocName", location.locName)
            $0.unknown(location.unknown)
        }
    }

    mutating func meta(_ meta: Meta?) {
        guard let meta else { return }
        element("Meta") {
            $0.leaf("Format", meta.format)
            $0.leaf("Type", meta.type)
            $0.leaf("Mark", meta.mark)
            $0.leaf("Size", meta.size)
            $0.leaf("Version", meta.version)
            $0.leaf("NextNonce", meta.nextNonce)
            $0.leaf("MaxMsgSize", meta.maxMsgSize)
            $0.leaf("MaxObjSize", meta.maxObjSize)
            for text in meta.emi { $0.leaf("EMI", text) }
            $0.unknown(meta.unknown)
        }
    }

    mutating func cred(_ cred: Cred?, _ origin: Origin) {
        guard let cred else { return }
        element("Cred") {
            $0.meta(cred.meta)
            $0.data(cred.data, format: cred.meta?.format, origin)
            $0.unknown(cred.unknown)
        }
    }

    /// - Parameter format: the Format that applies, the command's included.
    mutating func data(_ data: ItemData?, format: String?, _ origin: Origin) {
        guard let data else { return }
        noteAttributes(of: data, origin)
        element("Data") { $0.content(data, format: format) }
    }

    private mutating func content(_ data: ItemData, format: String?) {
        let content = data.content
        if content.isEmpty { return }
        let isBinary = format == "bin"
        // A text that is no Base64 is the sender's mistake, and stays one as a string.
        if isBinary, let octets = Base64.decode(content) {
            if !octets.isEmpty { tokens.opaque(octets) }
            return
        }
        let bytes = Array(content.utf8)
        let isMarkup = !isBinary && (data.form == .markup || bytes.contains(UInt8(ascii: "<")))
        if isMarkup || WBXMLText.fault(bytes[...]) != nil {
            tokens.opaque(bytes)
        } else {
            tokens.string(content)
        }
    }

    private mutating func noteAttributes(of data: ItemData?, _ origin: Origin) {
        guard let data else { return }
        if data.originalError != nil { losses.attribute("msft:originalerror", on: "Data", origin) }
        for attribute in data.attributes { losses.attribute(attribute.name.local, on: "Data", origin) }
    }
}
