import SyncML

extension Rule {
    /// Rules on one command by itself.
    static let commands: [Rule] = [
        addressMalformed, commandUnsupported, atomicNested, atomicGet, atomicExec, atomicAddThenReplace,
        execItems, userContextMissing, syncTypeMismatch, itemDataMissing, itemFormatMissing, itemBinaryFormat,
        itemNodeFormat,
        objectInContainer, objectMisplaced,
    ]
}

extension Location {
    var isWebAddress: Bool {
        let text = locURI.lowercased()
        return text.hasPrefix("http://") || text.hasPrefix("https://")
    }
}
