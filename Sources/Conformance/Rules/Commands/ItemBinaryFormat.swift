import SyncML

extension Rule {
    static let itemBinaryFormat = Rule(
        "item.binary-format", .warning, "Format bin over XML, which carries binary values as b64.",
        requirements: ["DM-MSG-16"], reference: "oma-dm.md 1.4",
        check: .command { linted in
            guard !WBXMLDocument.isRecognised(linted.message.message.raw) else { return [] }
            let (items, meta) = linted.command.itemsAndMeta
            return items.compactMap { item in
                guard item.data != nil, item.effectiveMeta(under: meta)?.format?.lowercased() == "bin" else {
                    return nil
                }
                return Breach(
                    at: item.origin, commandID: linted.command.cmdID, target: (item.target ?? item.source)?.locURI,
                    "Format bin is for WBXML; over XML a binary value is Base64 with Format b64",
                    hint: "write <Format xmlns=\"syncml:metinf\">b64</Format>")
            }
        })
}
