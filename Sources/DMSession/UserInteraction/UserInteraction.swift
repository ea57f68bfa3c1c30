/// A notice or question that the user saw, and what came of it.
public struct UserInteraction: Hashable, Sendable {
    public var alert: UserAlert
    /// 200; 304 for no; 214 when the user cancelled; 408 when nothing came; 416 when it could not be shown.
    public var status: Int
    /// What goes back to the server: the text, or the numbers of the choices.
    public var answers: [String]
    /// How long it stood on the screen, in seconds.
    public var seconds: Int

    public init(alert: UserAlert, status: Int, answers: [String] = [], seconds: Int = 0) {
        self.alert = alert
        self.status = status
        self.answers = answers
        self.seconds = seconds
    }

    /// The answers as a log or a report may show them: a text typed as a password is left out (design.md 7).
    public var visibleAnswers: [String] {
        switch alert.options.echoType {
        case .text: answers
        case .password: answers.map { _ in "(hidden)" }
        }
    }
}

extension UserAlert {
    /// What the user's step makes of the question (oma-dm.md 2.5).
    func answered(by step: UserScript.Step, longestText: Int) -> UserInteraction {
        guard ([text] + choices).allSatisfy({ $0.count <= longestText }) else {
            return UserInteraction(alert: self, status: 416)
        }
        let shown = max(step.afterSeconds, options.minimumSeconds ?? 0)
        if let limit = options.maximumSeconds, step.afterSeconds > limit { return expired }
        func answer(_ status: Int, _ answers: [String] = []) -> UserInteraction {
            UserInteraction(alert: self, status: status, answers: answers, seconds: shown)
        }
        switch (kind, step.reply) {
        case (_, .silence): return expired
        case (_, .cancel): return answer(214)
        case (.confirmation, .reject): return answer(304)
        case (.display, _): return answer(200)
        case (_, .reject): return answer(214)
        case (.confirmation, _): return answer(200)
        case (.input, .text(let text)): return answer(200, [typed(text)])
        case (.input, .accept), (.input, .choices): return answer(200, [typed(options.defaultResponse ?? "")])
        case (.singleChoice, .choices(let numbers)):
            // Without a mark there is nothing to say OK to.
            guard let first = valid(numbers).first else { return answer(214) }
            return answer(200, [String(first)])
        case (.multipleChoice, .choices(let numbers)): return answer(200, valid(numbers).map { String($0) })
        case (.singleChoice, .accept), (.singleChoice, .text):
            guard let first = marked.first else { return answer(214) }
            return answer(200, [String(first)])
        case (.multipleChoice, .accept), (.multipleChoice, .text): return answer(200, marked.map { String($0) })
        }
    }

    /// Nobody reacted. A notice was shown all the same; to a question 408, our reading of "timeout status or default
    /// response", because DR is only what the widget shows at first.
    private var expired: UserInteraction {
        let seconds = max(options.maximumSeconds ?? 0, options.minimumSeconds ?? 0)
        return UserInteraction(alert: self, status: kind == .display ? 200 : 408, seconds: seconds)
    }

    /// What the widget takes of a text: no other characters than IT allows, and no more than MAXLEN.
    private func typed(_ text: String) -> String {
        String(text.filter(options.inputType.takes).prefix(options.maximumLength ?? text.count))
    }

    /// The choices that are marked at first.
    private var marked: [Int] { valid((options.defaultResponse ?? "").split(separator: "-").compactMap { Int($0) }) }

    private func valid(_ numbers: [Int]) -> [Int] { numbers.filter { $0 >= 1 && $0 <= choices.count } }
}
