import XMLStream

/// Item, Target, Source, Meta and Data.
extension MessageWriter {
    mutating func item(_ item: Item) {
        xml.start("Item")
        location("Target", item.target)
        location("Source", item.source)
        meta(item.meta)
        data(item.data)
        unknown(item.unknown)
        if item.moreData { empty("MoreData") }
        xml.end("Item")
    }

    mutating func location(_ name: String, _ location: Location?) {
        guard let location else { return }
        xml.start(name)
        xml.leaf("LocURI", location.locURI)
        leaf("LocName", location.locName)
        unknown(location.unknown)
        xml.end(name)
    }

    mutating func meta(_ meta: Meta?) {
        guard let meta else { return }
        xml.start("Meta")
        metinf("Format", meta.format)
        metinf("Type", meta.type)
        metinf("Mark", meta.mark)
        metinf("Size", meta.size)
        metinf("Version", meta.version)
        metinf("NextNonce", meta.nextNonce)
        metinf("MaxMsgSize", meta.maxMsgSize)
        metinf("MaxObjSize", meta.maxObjSize)
        for text in meta.emi { metinf("EMI", text) }
        unknown(meta.unknown)
        xml.end("Meta")
    }

    private mutating func metinf(_ name: String, _ text: String?) {
        if let text { xml.leaf(name, text, namespace: SyncMLNamespace.metinf) }
    }

    mutating func data(_ data: ItemData?) {
        guard let data else { return }
        xml.start("Data")
        if let error = data.originalError {
            if !isMSFTDeclared { xml.attribute("xmlns:msft", SyncMLNamespace.msft) }
            xml.attribute("msft:originalerror", error)
        }
        attributes(data.attributes)
        switch data.form {
        case .text: xml.text(data.content)
        case .cdata: cdata(data.content)
        case .markup: xml.markup(data.content)
        }
        xml.end("Data")
    }

    /// A reader makes a line feed of a carriage return inside CDATA, so those are written as references between sections.
    private mutating func cdata(_ content: String) {
        var isFirst = true
        for part in content.utf8.split(separator: 0x0D, omittingEmptySubsequences: false) {
            if !isFirst { xml.text("\r") }
            if isFirst || !part.isEmpty { xml.cdata(String(decoding: part, as: UTF8.self)) }
            isFirst = false
        }
    }
}
