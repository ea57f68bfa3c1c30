import DMTree
import SyncML

extension LintedCommand {
    /// The severity that `apply` gives, but for what nobody can know of a text that is not sent as it stands: values and
    /// names that are filled in later, and the Windows for which commands without a SyncHdr were written.
    func severity(of advice: Advice, _ review: ReviewedItem) -> Rule.Severity {
        if isPlaceholder(advice, review) { return .note }
        if message.message.header == nil, dependsOnRelease(advice, review) { return .warning }
        switch advice.severity {
        case .error: return .error
        case .warning: return .warning
        case .note: return .note
        }
    }

    func hint(of advice: Advice, _ review: ReviewedItem) -> String {
        if isPlaceholder(advice, review) {
            let words = "it looks like a placeholder, which is filled in before it is sent"
            return advice.hint.isEmpty ? words : "\(words); else: \(advice.hint)"
        }
        guard advice.rule == "node.unknown", let resolution = review.resolution else { return advice.hint }
        if let undescribed = UndescribedRoot(resolution) { return undescribed.hint }
        guard isBelowAbsentRoot(resolution) else { return advice.hint }
        return "this Windows does not have the CSP at all; \(advice.hint)"
    }

    private func isPlaceholder(_ advice: Advice, _ review: ReviewedItem) -> Bool {
        if advice.rule.hasPrefix("access.") { return false }
        if PlaceholderText.isInAddress(review.item.target?.locURI ?? "") { return true }
        if advice.rule.hasPrefix("node.") { return false }
        return review.item.data.map { PlaceholderText.isValue($0.content) } ?? false
    }

    /// Rows 8 and 9 of the decision table, as far as another Windows decides otherwise: an old one, or one of a phone.
    private func dependsOnRelease(_ advice: Advice, _ review: ReviewedItem) -> Bool {
        guard let resolution = review.resolution else { return false }
        switch advice.rule {
        case "node.not-on-build", "node.not-on-edition", "node.retired", "node.not-registered": return true
        case "node.unknown":
            if UndescribedRoot(resolution) != nil { return true }
            if isBelowAbsentRoot(resolution) { return true }
            // A CSP that nothing describes, and that is no misspelling.
            guard resolution.uri.scope != .outside, case .unknown(let matched) = resolution.standing else {
                return false
            }
            return matched == resolution.uri.structuralCount && !advice.hint.hasPrefix("did you mean")
        case "node.wrong-scope":
            // The other scope may be missing here, too.
            let uri = resolution.uri
            guard uri.scope != .outside, uri.keys.count > uri.structuralCount else { return false }
            let other = uri.prefix(uri.structuralCount + 1).replacing(
                at: 0, with: uri.scope == .user ? "Device" : "User")
            guard let twin = try? TreeURI(other.canonical) else { return false }
            return isAbsent(twin)
        default: return false
        }
    }

    /// An unknown node of a CSP that this Windows does not have.
    private func isBelowAbsentRoot(_ resolution: Resolution) -> Bool {
        let root = resolution.uri.structuralCount
        guard case .unknown(let matched) = resolution.standing, matched > root else { return false }
        return isAbsent(resolution.uri.prefix(root + 1))
    }

    private func isAbsent(_ uri: TreeURI) -> Bool {
        if case .absent = message.context.schema.resolve(uri).standing { true } else { false }
    }
}
