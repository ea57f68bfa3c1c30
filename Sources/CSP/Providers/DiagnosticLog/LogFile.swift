import DMTree
import Notation

/// `FileDownload/DMChannel/{FileContext}`: a log file, in blocks of BlockSizeKB that the server fetches one by one.
struct LogFile {
    /// The node of the context.
    let context: TreeURI

    init(context: TreeURI) { self.context = context }

    /// - Parameters:
    ///   - root: `./Device/Vendor/MSFT/DiagnosticLog`.
    ///   - name: of the collector, the channel or the state data.
    init(root: TreeURI, name: String) { context = root.child("FileDownload").child("DMChannel").child(name) }

    func register(in tree: inout DeviceTree) {
        if !tree.isStored(context) { tree.setLocally(context, value: nil) }
    }

    func remove(in tree: inout DeviceTree) { tree.removeLocally(context.canonical) }

    /// How many blocks there are; -1 without a file, -2 while its trace runs.
    func blockCount(in tree: DeviceTree) -> Int {
        let collector = context.prefix(context.structuralCount + 1).child("EtwLog").child("Collectors")
            .child(context.segments.last ?? "")
        if tree.storedValue(collector.child("TraceStatus")) == "1" { return -2 }
        let count = blocks(in: tree).count
        return count == 0 ? -1 : count
    }

    /// The block that BlockIndexToRead points at, 0 when it was never set; nil without a file.
    func selectedBlock(in tree: DeviceTree) -> String? {
        let index = tree.storedValue(context.child("BlockIndexToRead")).flatMap { Int($0) } ?? 0
        let blocks = blocks(in: tree)
        return blocks.indices.contains(index) ? blocks[index] : nil
    }

    func write(_ lines: [String], in tree: inout DeviceTree) {
        let text = (["Espalier: no real log"] + lines).joined(separator: "\r\n") + "\r\n"
        split(Array(text.utf8), in: &tree)
    }

    /// The file goes away; its context stays.
    func clear(in tree: inout DeviceTree) { tree.removeLocally(context.child("DataBlocks").canonical) }

    /// Another BlockSizeKB.
    func splitAgain(in tree: inout DeviceTree) {
        let bytes = blocks(in: tree).flatMap { Base64.decode($0) ?? [] }
        if !bytes.isEmpty { split(bytes, in: &tree) }
    }

    private func split(_ bytes: [UInt8], in tree: inout DeviceTree) {
        clear(in: &tree)
        let size = 1024 * (tree.storedValue(context.child("BlockSizeKB")).flatMap { Int($0) } ?? 4)
        let node = context.child("DataBlocks")
        for (index, start) in stride(from: 0, to: bytes.count, by: max(1024, size)).enumerated() {
            let block = bytes[start..<min(start + max(1024, size), bytes.count)]
            tree.setLocally(node.child(String(index)), value: Base64.encode(block))
        }
    }

    private func blocks(in tree: DeviceTree) -> [String] {
        tree.storedChildren(context.child("DataBlocks").canonical).compactMap(\.value)
    }
}
