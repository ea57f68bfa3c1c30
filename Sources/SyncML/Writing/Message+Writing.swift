import XMLStream

extension Message {
    /// Writes the message: children in the order of the DTD, no white space between tags, no XML declaration.
    ///
    /// Meta children carry `xmlns="syncml:metinf"` each. Elements that are not known are written back as they were. Reading
    /// the result gives an equal message.
    ///
    /// - Parameters:
    ///   - declaresMSFT: whether SyncBody declares the prefix `msft` (MS-MDM 2.2.4.3). It always does when any Data
    ///     carries an `originalError`.
    ///   - options: which of the forms in use to write.
    /// - Throws: `XMLError` with code `outOfMemory`.
    public func serialized(
        declaresMSFT: Bool = false, options: WritingOptions = .standard
    ) throws(XMLError) -> [UInt8] {
        var writer = try MessageWriter(namespace: namespace, options: options)
        writer.message(self, declaresMSFT: declaresMSFT || commands.contains { $0.carriesOriginalError })
        return writer.bytes()
    }
}

extension Command {
    /// True when any Data inside carries `msft:originalerror`.
    var carriesOriginalError: Bool {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items.contains { $0.data?.originalError != nil }
        case .alert(let alert):
            alert.data?.originalError != nil || alert.items.contains { $0.data?.originalError != nil }
        case .atomic(let container), .sequence(let container):
            container.commands.contains { $0.carriesOriginalError }
        case .status(let status):
            status.data?.originalError != nil || status.items.contains { $0.data?.originalError != nil }
        case .results(let results): results.items.contains { $0.data?.originalError != nil }
        case .unknown: false
        }
    }
}
