import Synchronization

/// What ADMX files say, read once for each content.
///
/// The files themselves are in the tree; this only saves the work of reading them again at every policy. The answer
/// depends on nothing but the text, so all devices share it.
final class ADMXCache: Sendable {
    static let shared = ADMXCache()

    private struct Known {
        var documents: [Content: ADMXDocument] = [:]
        var indexes: [[Content]: ADMXIndex] = [:]
        /// The bytes of all contents in `documents`.
        var bytes = 0
    }

    private let known = Mutex(Known())
    /// Beyond this many bytes of files the cache starts afresh.
    private static let capacity = 32 << 20
    private static let mostIndexes = 256

    /// What one file says.
    ///
    /// - Throws: when the text is no ADMX file; such texts are not kept.
    func document(_ text: String) throws(DocumentFault) -> ADMXDocument {
        let content = Content(text: text)
        if let found = known.withLock({ $0.documents[content] }) { return found }
        let document = try ADMXReader.read(text)
        known.withLock { known in
            if known.bytes > Self.capacity { known = Known() }
            if known.documents.updateValue(document, forKey: content) == nil { known.bytes += text.utf8.count }
        }
        return document
    }

    /// The policies of an app's files of one settings type, in the order in which they were installed. Texts that are no
    /// ADMX files have none; the tree holds none.
    func index(_ texts: [String]) -> ADMXIndex {
        let contents = texts.map(Content.init)
        if let found = known.withLock({ $0.indexes[contents] }) { return found }
        var documents: [ADMXDocument] = []
        for text in texts { if let document = try? document(text) { documents.append(document) } }
        let index = ADMXIndex(documents)
        known.withLock { known in
            if known.indexes.count >= Self.mostIndexes { known.indexes.removeAll() }
            known.indexes[contents] = index
        }
        return index
    }

    /// A text as a key. Files have up to a megabyte, so a few of their bytes make the hash, and a text that is the same
    /// piece of memory is equal at once.
    private struct Content: Hashable {
        let text: String

        static func == (left: Content, right: Content) -> Bool {
            guard left.text.utf8.count == right.text.utf8.count else { return false }
            let isSame = left.text.utf8.withContiguousStorageIfAvailable { one in
                right.text.utf8.withContiguousStorageIfAvailable { other in
                    one.baseAddress == other.baseAddress || one.elementsEqual(other)
                }
            }
            return isSame.flatMap { $0 } ?? left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            let bytes = text.utf8
            hasher.combine(bytes.count)
            let step = max(1, bytes.count / 64)
            var index = bytes.startIndex
            var left = 64
            while index < bytes.endIndex, left > 0 {
                hasher.combine(bytes[index])
                index = bytes.index(index, offsetBy: step, limitedBy: bytes.endIndex) ?? bytes.endIndex
                left -= 1
            }
        }
    }
}
