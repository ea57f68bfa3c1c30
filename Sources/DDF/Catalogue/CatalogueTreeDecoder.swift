/// Decodes the nodes of one root.
struct CatalogueTreeDecoder {
    private let reader: CatalogueReader
    private var applicabilities: [Int: Applicability] = [:]
    private var mimeTypes: [Int: String] = [:]

    init(reader: CatalogueReader) { self.reader = reader }

    /// A node whose children are still being read.
    private struct Open {
        var name: String
        var isDynamic: Bool
        var facts: NodeDescription.Facts
        var children: [NodeDescription] = []

        var node: NodeDescription {
            NodeDescription(name: name, isDynamic: isDynamic, facts: facts, children: children)
        }
    }

    /// - Parameters:
    ///   - bytes: the root's lines.
    ///   - offset: where they begin in the catalogue, for errors.
    mutating func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, offset: Int
    ) throws(CatalogueError) -> NodeDescription {
        var open: [Open] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            var depth = 0
            while start + depth < end, bytes[start + depth] == UInt8(ascii: " ") { depth += 1 }
            let line = Substring(decoding: UnsafeBufferPointer(rebasing: bytes[(start + depth)..<end]), as: UTF8.self)
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let name = fields.first, let facts = facts(Array(fields.dropFirst())), depth <= open.count,
                depth > 0 || open.isEmpty
            else { throw CatalogueError(code: .node, offset: offset + start, reason: "the node's line is damaged") }
            close(&open, to: depth)
            let (text, isDynamic) = NodeDescription.parseName(String(name))
            open.append(Open(name: text, isDynamic: isDynamic, facts: facts))
            start = end + 1
        }
        close(&open, to: 1)
        guard let root = open.first else {
            throw CatalogueError(code: .node, offset: offset, reason: "the root has no nodes")
        }
        return root.node
    }

    /// Makes nodes of what is open below a depth.
    private func close(_ open: inout [Open], to depth: Int) {
        while open.count > depth, open.count > 1, let last = open.popLast() {
            open[open.count - 1].children.append(last.node)
        }
    }

    private mutating func facts(_ fields: [Substring]) -> NodeDescription.Facts? {
        var applicabilities = applicabilities
        var mimeTypes = mimeTypes
        defer {
            self.applicabilities = applicabilities
            self.mimeTypes = mimeTypes
        }
        return NodeDescription.Facts(
            fields: fields,
            mimeType: { index in
                if let known = mimeTypes[index] { return known }
                mimeTypes[index] = reader.mimeType(index)
                return mimeTypes[index]
            },
            applicability: { index in
                if let known = applicabilities[index] { return known }
                applicabilities[index] = reader.applicability(index)
                return applicabilities[index]
            })
    }
}
