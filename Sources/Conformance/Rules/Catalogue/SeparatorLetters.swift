import DDF
import DMTree
import SyncML

extension Rule {
    static let separatorLetters = Rule(
        "catalogue.list-separator", .warning,
        "The letters `\\xF000`, `0xF000` or `&#xF000;` in a list, where the character U+F000 is meant.",
        reference: "windows-csp.md 3.3.1, 4.6, 7 row 8",
        check: .command { linted in
            guard linted.isWrite else { return [] }
            return linted.breaches { review, resolution in
                guard let node = resolution.node, let text = review.item.data?.content, text.utf8.count >= 6,
                    !review.advice.contains(where: { $0.rule == "firstsync.list-separator" }),
                    let letters = Self.separatorLetters(in: text, of: node)
                else { return nil }
                return (
                    "the list holds the letters \(letters) where the character U+F000 is meant",
                    "write &#xF000; between the items, escaped once"
                )
            }
        })

    /// The letters that stand in a value in place of the separator. Inside of markup `&#xF000;` is a reference of that markup, and
    /// right.
    private static func separatorLetters(in text: String, of node: NodeDescription) -> String? {
        let isList = node.facts.allowedValues?.listDelimiter == "\u{F000}"
        let isADMX = if case .admx? = node.facts.allowedValues?.kind { true } else { false }
        guard isList || isADMX else { return nil }
        let lower = text.lowercased()
        if lower.contains("\\xf000") { return "\\xF000" }
        if lower.contains("0xf000") { return "0xF000" }
        if isList, lower.contains("&#xf000") { return "&#xF000;" }
        return nil
    }
}
