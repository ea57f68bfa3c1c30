import DDF
import DMTree
import SyncML

extension Rule {
    static let base64InText = Rule(
        "catalogue.base64-in-text", .warning,
        "Base64 of an XML or JSON document where the node takes the document itself, as text.",
        reference: "windows-csp.md 1.4, 5.9 row 17",
        check: .command { linted in
            guard linted.isWrite else { return [] }
            return linted.breaches { review, resolution in
                guard let node = resolution.node, node.facts.format == .chr || node.facts.format == .xml,
                    !Self.base64Nodes.contains(node.name.lowercased()),
                    let text = review.item.data?.content, Self.isDocument(text)
                else { return nil }
                return (
                    "the value is Base64 of a document, and \(node.displayName) is \(node.facts.format.rawValue)",
                    "send the document itself, escaped, with Format \(node.facts.format.rawValue)"
                )
            }
        })

    /// Text nodes whose published samples have Base64: the description does not say so.
    private static let base64Nodes: Set<String> = ["defaultassociationsconfiguration"]

    /// How Base64 of `<?`, `<` with a letter, `{"` and `{` with a line break or blank begins, with and without a byte order mark.
    private static func isDocument(_ text: String) -> Bool {
        let starts = ["PD94", "PE", "PF", "PG", "PH", "77u/P", "eyJ", "ew0K", "ewog", "eyAi", "ewoJ"]
        guard text.utf8.count >= 24, starts.contains(where: { text.hasPrefix($0) }),
            text.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") })
        else { return false }
        return NodeFormat.b64.check(text) == nil
    }
}
