import DMTree
import SyncML

/// Questions of the server to the user (oma-dm.md 2.5).
extension CommandProcessor {
    /// Asks the user, where the dialect and the device can.
    ///
    /// - Returns: true when the Alert was answered here. False for every other Alert, and for one that nobody can
    ///   answer: the decision table gives 406 (windows-csp.md 5.9 row 4, DM-ALRT-07).
    mutating func ask(_ alert: Alert, _ surroundings: Surroundings) -> Bool {
        guard rules.profile.name == .oma, user != nil, let code = Int(alert.code),
            let kind = UserAlert.Kind(rawValue: code)
        else { return false }
        var outcome = CommandOutcome(
            commandID: alert.cmdID, command: "Alert", target: nil, status: 412, originalError: nil,
            rule: .userInteraction, line: alert.origin.position?.line, column: alert.origin.position?.column,
            parent: surroundings.parent)
        guard let question = UserAlert(kind, alert.items) else {
            diagnostics.append(SessionText.userAlertIncomplete(alert, kind))
            append(outcome)
            return true
        }
        let longest = user?.longestText ?? 0
        let interaction = question.answered(by: user?.next() ?? UserScript.Step(.silence), longestText: longest)
        interactions.append(interaction)
        outcome.status = interaction.status
        outcome.answers = interaction.answers
        if interaction.status >= 400 {
            diagnostics.append(SessionText.userAlertFailed(alert, interaction, longestText: longest))
        }
        append(outcome)
        // Cancel stops everything that is left of the message.
        if interaction.status == 214 { isCancelled = true }
        return true
    }
}
