/// Makes the catalogue of device descriptions: root by root the newest edition, holes filled from older ones
/// (design.md section 3).
///
/// A root is a CSP in one scope; in Policy an area in one scope, and the generic tree of Policy is a root of its own. The newest
/// edition that describes a root gives all of it. What only older editions of that root describe is kept in its place as
/// retired: known, but on no Windows of today (windows-csp.md 5.9 row 9 against row 8). `Policy/Result` of the first version's
/// areas is left out, it mirrors Config.
public enum CatalogueCompiler {
    /// The editions, newest first. An edition that is not listed here counts as newer than all of them, so that a folder of one's
    /// own descriptions overrides the published ones.
    public static let editions = [
        "v2-feb2025", "v2-dec2022", "v1-20h2", "v1-1903", "v1-docs2019", "v1-1607",
    ]

    /// Compiles files.
    ///
    /// - Parameter files: the edition (the folder's name), the file's name and its bytes, in any order.
    /// - Throws: `DDFError` for the first file that is no device description.
    public static func compile(
        files: [(edition: String, name: String, bytes: [UInt8])]
    ) throws(DDFError) -> Catalogue {
        var documents: [(edition: String, document: DDFDocument)] = []
        for file in files {
            documents.append((file.edition, try DDFDocument(parsing: file.bytes, name: file.name)))
        }
        return compile(documents: documents)
    }

    /// Compiles documents that were read already; their order does not matter.
    public static func compile(documents: [(edition: String, document: DDFDocument)]) -> Catalogue {
        var parts: [CatalogueKey: [RootPart]] = [:]
        var knownToV2: Set<CatalogueKey> = []
        for (edition, document) in documents {
            for part in RootPart.parts(of: document, edition: edition) {
                parts[part.key, default: []].append(part)
                if document.version == .v2 {
                    for scope in CatalogueRoot.Scope.allCases {
                        knownToV2.insert(CatalogueKey(scope: scope, csp: part.key.csp, area: part.key.area))
                    }
                }
            }
        }
        let entries = parts.sorted { $0.key < $1.key }.compactMap { key, parts in
            entry(parts.sorted { $0.precedes($1) }, isV1Only: !knownToV2.contains(key))
        }
        return Catalogue(entries: entries)
    }

    private static func entry(_ parts: [RootPart], isV1Only: Bool) -> Catalogue.Entry? {
        guard let newest = parts.first else { return nil }
        var tree = newest.tree
        for part in parts.dropFirst() {
            tree = NodeMerge.merge(tree, older: part.tree, isRetired: part.edition != newest.edition)
        }
        let facts = newest.tree.facts
        let root = CatalogueRoot(
            scope: newest.key.scope, csp: newest.address.csp, area: newest.area,
            canonicalPath: newest.canonicalPath, declaredPath: newest.declaredPath, edition: newest.edition,
            isV1Only: isV1Only, cspVersion: facts.applicability.cspVersion ?? version(inType: facts.mimeType))
        return Catalogue.Entry(root: root, tree: tree)
    }

    /// The version in `com.microsoft/1.1/MDM/DMClient`.
    private static func version(inType type: String?) -> String? {
        guard let parts = type?.split(separator: "/"), parts.count >= 3, parts[0].lowercased() == "com.microsoft"
        else { return nil }
        return String(parts[1])
    }
}
