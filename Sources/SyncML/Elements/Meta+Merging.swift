extension Meta {
    /// This Meta where it says something, `outer` where it does not: the Meta of an Item over that of its command
    /// (oma-dm.md 1.3, scope rule), element by element.
    ///
    /// - Parameter outer: the Meta of the command, nil when it has none.
    public func merged(over outer: Meta?) -> Meta {
        guard let outer else { return self }
        return Meta(
            format: format ?? outer.format, type: type ?? outer.type, mark: mark ?? outer.mark,
            size: size ?? outer.size, nextNonce: nextNonce ?? outer.nextNonce,
            maxMsgSize: maxMsgSize ?? outer.maxMsgSize, maxObjSize: maxObjSize ?? outer.maxObjSize,
            version: version ?? outer.version, emi: emi.isEmpty ? outer.emi : emi,
            unknown: unknown.isEmpty ? outer.unknown : unknown)
    }
}

extension Item {
    /// The Meta that applies to this Item of a command with Meta `outer`; nil when neither has one.
    public func effectiveMeta(under outer: Meta?) -> Meta? { meta?.merged(over: outer) ?? outer }
}
