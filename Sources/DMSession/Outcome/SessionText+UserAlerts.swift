import SyncML

/// Sentences about questions to the user (oma-dm.md 2.5).
extension SessionText {
    static func userAlertIncomplete(_ alert: Alert, _ kind: UserAlert.Kind) -> Diagnostic {
        Diagnostic(
            rule: "session.question-incomplete", severity: .error, line: alert.origin.position?.line,
            column: alert.origin.position?.column, commandID: alert.cmdID,
            message: "Alert \(kind.rawValue) lacks \(missing(kind, alert)), so it is answered 412",
            hint: "send an Item for the options, which may be empty, then the text, then the choices",
            reference: "oma-dm.md 2.5")
    }

    private static func missing(_ kind: UserAlert.Kind, _ alert: Alert) -> String {
        switch (kind, alert.items.count) {
        case (_, 0): "its options and its text"
        case (_, 1), (.display, _), (.confirmation, _), (.input, _): "its text"
        case (.singleChoice, _), (.multipleChoice, _): "its title or its choices"
        }
    }

    static func userAlertFailed(_ alert: Alert, _ interaction: UserInteraction, longestText: Int) -> Diagnostic {
        let isTooLong = interaction.status == 416
        return Diagnostic(
            rule: isTooLong ? "session.question-too-long" : "session.question-timeout",
            severity: isTooLong ? .error : .warning,
            line: alert.origin.position?.line, column: alert.origin.position?.column, commandID: alert.cmdID,
            message: isTooLong
                ? "a text of the question has more than \(longestText) characters, so the device cannot show it (416)"
                : "the user did not react in time (408)",
            hint: isTooLong ? "shorten the text" : "allow more time with MAXDT", reference: "oma-dm.md 2.5")
    }
}
