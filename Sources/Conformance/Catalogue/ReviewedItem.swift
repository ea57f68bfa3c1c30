import DMTree
import SyncML

/// One Item of a server's command, with what Windows would say of it by the descriptions, the CSPs and the rest of the message.
public struct ReviewedItem: Sendable {
    public var item: Item
    /// nil when the address is malformed, or missing.
    public var resolution: Resolution?
    /// In the words of `espalier apply`, and with its ids where it says the same.
    public var advice: [Advice]

    init(_ item: Item, resolution: Resolution? = nil, advice: [Advice] = []) {
        self.item = item
        self.resolution = resolution
        self.advice = advice
    }
}

extension LintedCommand {
    /// What the review of the command told under one id.
    func breaches(of rule: String) -> [Breach] {
        guard hasAdvice else { return [] }
        return reviews.flatMap { review in
            review.advice.filter { $0.rule == rule }.map { advice in
                Breach(
                    at: review.item.origin, commandID: command.cmdID, target: review.item.target?.locURI,
                    advice.message, hint: hint(of: advice, review), severity: severity(of: advice, review))
            }
        }
    }

    /// For each Item whose node is described: what a rule has to say of it.
    func breaches(_ judge: (ReviewedItem, Resolution) -> (message: String, hint: String)?) -> [Breach] {
        reviews.compactMap { review in
            guard let resolution = review.resolution, let said = judge(review, resolution) else { return nil }
            return Breach(
                at: review.item.origin, commandID: command.cmdID, target: review.item.target?.locURI, said.message,
                hint: said.hint)
        }
    }
}

extension Rule {
    /// A rule that the review of a command tells, because `apply` has it, too.
    static func reviewed(
        _ id: String, _ severity: Severity, _ summary: String, requirements: [String] = [], reference: String
    ) -> Rule {
        Rule(
            id, severity, summary, requirements: requirements, reference: reference,
            check: .command { $0.breaches(of: id) })
    }
}
