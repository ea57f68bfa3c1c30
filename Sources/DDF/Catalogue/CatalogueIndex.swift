/// The tables at the head of a catalogue, as offsets: nothing is decoded before somebody needs it.
struct CatalogueIndex {
    var editions: [String] = []
    var skuLists: [Int] = []
    var mimeTypes: [Int] = []
    var applicabilities: [Int] = []
    var roots: [(line: Int, nodes: Range<Int>)] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(CatalogueError) {
        var offset = 0
        guard let signature = Self.takeLine(bytes, &offset),
            bytes[signature].elementsEqual(CatalogueText.signature.utf8)
        else {
            throw CatalogueError(
                code: .signature, offset: 0, reason: "the first line is not \"\(CatalogueText.signature)\"")
        }
        let start = offset
        let counts = Self.takeLine(bytes, &offset).map { line in
            String(decoding: bytes[line], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        }
        guard let counts, counts.count == CatalogueText.tableCount,
            counts.allSatisfy({ (0...bytes.count).contains($0) })
        else { throw CatalogueError(code: .index, offset: start, reason: "the sizes of the tables are missing") }

        for line in try Self.takeLines(bytes, &offset, counts[0]) {
            editions.append(CatalogueText.unescape(String(decoding: bytes[line], as: UTF8.self)))
        }
        skuLists = try Self.takeLines(bytes, &offset, counts[1]).map(\.lowerBound)
        mimeTypes = try Self.takeLines(bytes, &offset, counts[2]).map(\.lowerBound)
        applicabilities = try Self.takeLines(bytes, &offset, counts[3]).map(\.lowerBound)
        let lines = try Self.takeLines(bytes, &offset, counts[4])
        roots.reserveCapacity(lines.count)
        for line in lines {
            // Nine fields, so that lookups need not check again where a field ends.
            guard let length = Self.number(bytes[line]), length <= bytes.count - offset,
                bytes[line].count(where: { $0 == UInt8(ascii: "\t") }) == 8
            else {
                throw CatalogueError(
                    code: .index, offset: line.lowerBound,
                    reason: "the root's line is damaged, or its nodes are missing")
            }
            roots.append((line.lowerBound, offset..<offset + length))
            offset += length
        }
    }

    /// The range of the next line without its end; nil at the end of the text.
    private static func takeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Range<Int>? {
        guard offset < bytes.count else { return nil }
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        defer { offset = min(end + 1, bytes.count) }
        return offset..<end
    }

    private static func takeLines(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ count: Int
    ) throws(CatalogueError) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        lines.reserveCapacity(count)
        for _ in 0..<count {
            guard let line = takeLine(bytes, &offset) else {
                throw CatalogueError(code: .index, offset: offset, reason: "the text ends inside the tables")
            }
            lines.append(line)
        }
        return lines
    }

    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        var digits = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 12 else { break }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
        }
        return digits > 0 ? value : nil
    }

    /// Below zero when the root in a line sorts before the key, zero when it is the key's, above zero otherwise.
    static func compare(_ bytes: UnsafeBufferPointer<UInt8>, lineAt offset: Int, with key: CatalogueKey) -> Int {
        var offset = offset
        while bytes[offset] != UInt8(ascii: "\t") { offset += 1 }
        offset += 1
        let rank = CatalogueRoot.Scope.allCases.first { $0.letter.asciiValue == bytes[offset] }?.rank ?? .max
        if rank != key.scope.rank { return rank < key.scope.rank ? -1 : 1 }
        offset += 2
        let csp = compareField(bytes, &offset, with: key.csp)
        return csp != 0 ? csp : compareField(bytes, &offset, with: key.area ?? "")
    }

    /// Compares a field, read in lower case, with a text in lower case, and moves behind it.
    private static func compareField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, with text: String
    ) -> Int {
        for wanted in text.utf8 {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { return -1 }
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let lower = isUpper ? byte | 0x20 : byte
            if lower != wanted { return lower < wanted ? -1 : 1 }
            offset += 1
        }
        guard bytes[offset] == UInt8(ascii: "\t") else { return 1 }
        offset += 1
        return 0
    }
}
