import SyncML

/// A notice or question of the server to the user: Alert 1100 to 1104 (oma-dm.md 2.5).
public struct UserAlert: Hashable, Sendable {
    /// The raw value is the alert code.
    public enum Kind: Int, Hashable, Sendable, CaseIterable {
        case display = 1100
        /// Yes or no.
        case confirmation = 1101
        case input = 1102
        case singleChoice = 1103
        case multipleChoice = 1104
    }

    public var kind: Kind
    public var options: UserAlertOptions
    /// The text to show, the question, the prompt, or the title above the choices.
    public var text: String
    /// In the order of the server; the answer counts them from 1.
    public var choices: [String]

    public init(kind: Kind, options: UserAlertOptions = UserAlertOptions(), text: String, choices: [String] = []) {
        self.kind = kind
        self.options = options
        self.text = text
        self.choices = choices
    }

    /// Reads the Items of an Alert: the options, which may be empty, a text, and the choices.
    ///
    /// - Returns: nil when a parameter is missing, which is answered 412.
    init?(_ kind: Kind, _ items: [Item]) {
        let texts = items.map { $0.data?.content ?? "" }
        guard texts.count >= 2, !texts[1].isEmpty else { return nil }
        let choices = Array(texts.dropFirst(2))
        switch kind {
        case .display, .confirmation, .input: break
        case .singleChoice, .multipleChoice: guard !choices.isEmpty else { return nil }
        }
        self.init(kind: kind, options: UserAlertOptions(parsing: texts[0]), text: texts[1], choices: choices)
    }
}
