/// Writes a catalogue as the text that `CatalogueReader` reads. The same catalogue gives the same bytes.
public enum CatalogueWriter {
    /// The catalogue's text (the format is described in CatalogueText.swift).
    public static func write(_ catalogue: Catalogue) -> String {
        var tables = CatalogueTables()
        var roots: [String] = []
        var nodes = ""
        for entry in catalogue.entries {
            var lines = ""
            append(entry.tree, depth: 0, tables: &tables, to: &lines)
            roots.append(entry.root.line(byteCount: lines.utf8.count, edition: tables.edition(entry.root.edition)))
            nodes += lines
        }
        let sections = [
            tables.editions.lines, tables.skuLists.lines, tables.mimeTypes.lines, tables.applicabilities.lines, roots,
        ]
        let counts = sections.map { "\($0.count)" }.joined(separator: " ")
        return ([CatalogueText.signature, counts] + sections.flatMap { $0 }).joined(separator: "\n") + "\n" + nodes
    }

    /// A Swift source file whose only content is the catalogue's text in a static string, so that a program has the catalogue
    /// without reading or copying anything.
    public static func writeSwift(_ catalogue: Catalogue) -> String {
        let text = write(catalogue)
        // In a raw string only the delimiter itself could end or escape anything.
        var pounds = "#"
        while text.contains("\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
        return """
            // swift-format-ignore-file
            // Made by `espalier ddf compile` from Microsoft's device description files; see NOTICE. Do not edit.

            /// The catalogue of Windows that ships with Espalier: the facts of every node that the published device descriptions name.
            enum ShippedCatalogue {
                /// What `CatalogueReader` reads.
                static let text: StaticString = \(pounds)\"""

            """ + text + "\n\"\"\"" + pounds + "\n}\n"
    }

    private static func append(
        _ node: NodeDescription, depth: Int, tables: inout CatalogueTables, to text: inout String
    ) {
        text += node.line(depth: depth, tables: &tables)
        text += "\n"
        for child in node.children { append(child, depth: depth + 1, tables: &tables, to: &text) }
    }
}

extension CatalogueRoot {
    /// The line of a root: bytes of its nodes, scope, CSP, area, edition, `1` when only version 1 knows it, CspVersion, declared
    /// path where it is not the canonical one, and the canonical path where scope and names do not give it.
    fileprivate func line(byteCount: Int, edition: Int) -> String {
        let fields = [
            "\(byteCount)", String(scope.letter), csp, area ?? "", "\(edition)", isV1Only ? "1" : "",
            cspVersion ?? "", declaredPath == canonicalPath ? "" : declaredPath,
            canonicalPath == Self.canonicalPath(scope: scope, csp: csp, area: area) ? "" : canonicalPath,
        ]
        return fields.map(CatalogueText.escape).joined(separator: "\t")
    }

    /// The address that scope and names give.
    static func canonicalPath(scope: Scope, csp: String, area: String?) -> String {
        let container =
            switch scope {
            case .device: "./Device/Vendor/MSFT/"
            case .user: "./User/Vendor/MSFT/"
            case .outside: "./"
            }
        return container + csp + (area.map { "/Config/" + $0 } ?? "")
    }
}
