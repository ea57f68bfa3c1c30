/// A compiled catalogue: its index is read at once, its trees root by root when somebody asks for them.
///
/// The text is not copied. Reading the index takes a small fraction of a millisecond; decoded trees are not kept here, the caller
/// knows which of them it needs again.
public struct CatalogueReader: Sendable {
    private enum Storage: Sendable {
        case embedded(StaticString)
        case bytes([UInt8])
    }

    private struct Root: Sendable {
        /// Offset of the root's line in the index.
        var line: Int
        /// Offset and length of its nodes.
        var nodes: Range<Int>
    }

    private let storage: Storage
    private let editions: [String]
    /// Offsets of the lines of the tables.
    private let skuLists: [Int]
    private let mimeTypes: [Int]
    private let applicabilities: [Int]
    private let roots: [Root]

    /// Reads the index of a catalogue in a string literal.
    public init(_ text: StaticString) throws(CatalogueError) {
        try self.init(storage: .embedded(text))
    }

    /// Reads the index of a catalogue in memory.
    public init(_ bytes: [UInt8]) throws(CatalogueError) {
        try self.init(storage: .bytes(bytes))
    }

    private init(storage: Storage) throws(CatalogueError) {
        self.storage = storage
        let index = try Self.withBytes(storage) { bytes throws(CatalogueError) in try CatalogueIndex(bytes) }
        editions = index.editions
        skuLists = index.skuLists
        mimeTypes = index.mimeTypes
        applicabilities = index.applicabilities
        roots = index.roots.map { Root(line: $0.line, nodes: $0.nodes) }
    }

    /// The number of roots. Roots are numbered from 0, sorted by scope (device, user, outside), CSP and area.
    public var count: Int { roots.count }

    /// What the index says of a root.
    public func root(at index: Int) -> CatalogueRoot {
        let fields = line(at: roots[index].line).split(separator: "\t", omittingEmptySubsequences: false)
            .map { CatalogueText.unescape(String($0)) }
        let text = { (field: Int) in fields.indices.contains(field) ? fields[field] : "" }
        let scope = CatalogueRoot.Scope.allCases.first { String($0.letter) == text(1) } ?? .outside
        let area = text(3).isEmpty ? nil : text(3)
        let canonical =
            text(8).isEmpty ? CatalogueRoot.canonicalPath(scope: scope, csp: text(2), area: area) : text(8)
        return CatalogueRoot(
            scope: scope, csp: text(2), area: area, canonicalPath: canonical,
            declaredPath: text(7).isEmpty ? canonical : text(7),
            edition: Int(text(4)).flatMap { editions.indices.contains($0) ? editions[$0] : nil } ?? "",
            isV1Only: text(5) == "1", cspVersion: text(6).isEmpty ? nil : text(6))
    }

    /// The number of the root of a CSP, or of an area of Policy; nil when the catalogue has none.
    ///
    /// - Parameters:
    ///   - csp: the CSP's name in any case.
    ///   - area: the area's name in any case; nil for every root that is no area.
    public func index(of scope: CatalogueRoot.Scope, csp: String, area: String? = nil) -> Int? {
        let key = CatalogueKey(scope: scope, csp: csp, area: area)
        return Self.withBytes(storage) { bytes in
            var low = 0
            var high = roots.count
            while low < high {
                let middle = (low + high) / 2
                switch CatalogueIndex.compare(bytes, lineAt: roots[middle].line, with: key) {
                case 0: return middle
                case ..<0: low = middle + 1
                default: high = middle
                }
            }
            return nil
        }
    }

    /// Decodes a root with everything below it.
    ///
    /// - Throws: `CatalogueError` when the text is damaged; never for a catalogue that `CatalogueWriter` wrote.
    public func tree(at index: Int) throws(CatalogueError) -> NodeDescription {
        var decoder = CatalogueTreeDecoder(reader: self)
        let range = roots[index].nodes
        return try Self.withBytes(storage) { bytes throws(CatalogueError) in
            try decoder.decode(UnsafeBufferPointer(rebasing: bytes[range]), offset: range.lowerBound)
        }
    }

    func mimeType(_ index: Int) -> String? {
        mimeTypes.indices.contains(index) ? CatalogueText.unescape(line(at: mimeTypes[index])) : nil
    }

    func applicability(_ index: Int) -> Applicability? {
        guard applicabilities.indices.contains(index) else { return nil }
        return Applicability(line: line(at: applicabilities[index])) { list in
            guard skuLists.indices.contains(list) else { return nil }
            return line(at: skuLists[list]).split(separator: ";").compactMap { UInt16($0, radix: 16) }
        }
    }

    private func line(at offset: Int) -> String {
        Self.withBytes(storage) { bytes in
            let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
            return String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }

    private static func withBytes<Result, Failure: Error>(
        _ storage: Storage, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch storage {
        case .embedded(let text):
            // A literal of more than one scalar always has a pointer.
            let bytes =
                text.hasPointerRepresentation
                ? UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
                : UnsafeBufferPointer(start: nil, count: 0)
            return try body(bytes)
        case .bytes(let array):
            return try array.withUnsafeBufferPointer { bytes throws(Failure) in try body(bytes) }
        }
    }
}
