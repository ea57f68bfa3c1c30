import DDF
import DMTree
import SyncML

extension Rule {
    static let admxForm = Rule(
        "catalogue.admx-form", .warning,
        "The value of an ADMX-backed policy with `<enabled/>` more than once, or with its data inside of `<enabled>`, where they get lost.",
        reference: "windows-csp.md 4.6",
        check: .command { linted in
            guard linted.isWrite else { return [] }
            return linted.breaches { review, resolution in
                guard case .admx? = resolution.node?.facts.allowedValues?.kind, let text = review.item.data?.content
                else {
                    return nil
                }
                let parts = text.lowercased().split(separator: "<enabled", omittingEmptySubsequences: false).dropFirst()
                if parts.count > 1 {
                    return ("the value has <enabled/> \(parts.count) times", "write <enabled/> once, then each <data/>")
                }
                guard let rest = parts.first, rest.drop(while: \.isWhitespace).hasPrefix(">"), rest.contains("<data")
                else { return nil }
                return (
                    "the <data/> stands inside of <enabled>, where it is not read",
                    "write <enabled/> and behind it each <data id=\"…\" value=\"…\"/>"
                )
            }
        })
}
