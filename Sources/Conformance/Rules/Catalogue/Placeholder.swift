import SyncML

extension Rule {
    static let placeholder = Rule(
        "catalogue.placeholder", .note,
        "A name or value that looks like a placeholder: `{guid}`, `<data>`, `$VARIABLE`. What its text breaks is told as a note.",
        reference: "design.md 8",
        check: .command { linted in
            linted.reviews.compactMap { review in
                guard let target = review.item.target?.locURI else { return nil }
                let isAddress = PlaceholderText.isInAddress(target)
                guard
                    isAddress
                        || linted.isWrite && review.item.data.map({ PlaceholderText.isBlank($0.content) }) ?? false
                else { return nil }
                return Breach(
                    at: review.item.origin, commandID: linted.command.cmdID, target: target,
                    "the \(isAddress ? "address" : "value") looks like a placeholder",
                    hint: "put what is meant in its place before it is sent")
            }
        })
}

extension LintedCommand {
    /// Add, Replace, Delete and Exec.
    var isChange: Bool {
        switch command {
        case .add, .replace, .delete, .exec: true
        case .get, .copy, .alert, .atomic, .sequence, .status, .results, .unknown: false
        }
    }
}
