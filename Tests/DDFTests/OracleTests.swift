import DDF
import Testing

/// The reader against `data/ddf/NODES.tsv` and `COUNTS.tsv`, which were made with another XML parser (windows-csp.md 6.7).
@Suite(.enabled(if: SharedDDF.isPresent))
struct OracleTests {
    @Test("windows-csp.md 6.7: every node of all 398 files, field by field")
    func nodes() throws {
        var expected: [String: [OracleRow]] = [:]
        for row in try SharedDDF.rows("NODES.tsv") {
            expected[row[0], default: []].append(OracleRow(columns: Array(row.dropFirst())))
        }
        #expect(expected.count == 398)
        #expect(expected.values.map(\.count).reduce(0, +) == 11129)
        #expect(Set(expected.keys) == Set(SharedDDF.documents.keys))
        for (file, document) in SharedDDF.documents.sorted(by: { $0.key < $1.key }) {
            let faults = Dictionary(grouping: document.faults, by: \.path)
            var rows: [OracleRow] = []
            for root in document.roots {
                root.node.forEach(path: root.uri) { path, node in
                    rows.append(OracleRow(path: path, node: node, faults: faults[path] ?? []))
                }
            }
            let wanted = expected[file] ?? []
            #expect(rows.count == wanted.count, "\(file)")
            for (row, wanted) in zip(rows, wanted) { #expect(row == wanted, "\(file)") }
        }
    }

    @Test("windows-csp.md 6.7: roots, nodes, leaves and paths of every file")
    func counts() throws {
        for row in try SharedDDF.rows("COUNTS.tsv") {
            let document = try #require(SharedDDF.documents[row[0]], "\(row[0])")
            var nodes: [NodeDescription] = []
            for root in document.roots { root.node.forEach(path: "") { nodes.append($1) } }
            let interior = nodes.filter(\.isInterior).count
            // The table keeps the trailing slash of a path and sorts the paths.
            let slashes = document.faults.filter { $0.rule == .trailingSlash }.map(\.found)
            let paths = Set(document.roots.map { root in slashes.first { $0 == root.path + "/" } ?? root.path })
            #expect(
                [
                    row[0], "MgmtTree", "\(document.roots.count)", "\(nodes.count)", "\(nodes.count - interior)",
                    "\(interior)", paths.sorted().joined(separator: " "),
                ] == row)
        }
    }

    @Test("the version is that of the edition's folder")
    func version() {
        for (file, document) in SharedDDF.documents {
            #expect(document.version == (file.hasPrefix("v2") ? .v2 : .v1), "\(file)")
        }
    }
}
