import DDF
import DMTree
import SyncML

extension Rule {
    static let unit = Rule(
        "catalogue.unit", .note,
        "A number outside of the node's range that would be inside in another unit: seconds where minutes are meant.",
        reference: "windows-csp.md 5.9 row 19, 6.2",
        check: .command { linted in
            guard linted.isWrite, linted.hasAdvice else { return [] }
            return linted.breaches { review, resolution in
                guard
                    review.advice.contains(where: {
                        $0.rule == "value.not-allowed" || $0.rule == "tracking.unknown-value"
                    }),
                    let node = resolution.node, let number = (review.item.data?.content).flatMap({ Int64($0) }),
                    let unit = UnitConversion.unit(of: node), let range = UnitConversion.range(of: node),
                    let other = UnitConversion.other(than: unit, for: number, in: range)
                else { return nil }
                return (
                    "\(number) \(other.name) would be \(other.value) \(unit.rawValue), which \(node.displayName) counts",
                    "write \(other.value)"
                )
            }
        })
}
