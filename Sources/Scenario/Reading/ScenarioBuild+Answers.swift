import DMSession
import Device
import Yams

/// What the user answers to the server's questions (oma-dm.md 2.5).
extension ScenarioBuild {
    private enum Word: String, CaseIterable {
        case accept, reject, cancel, silence

        var reply: UserScript.Reply {
            switch self {
            case .accept: .accept
            case .reject: .reject
            case .cancel: .cancel
            case .silence: .silence
            }
        }
    }

    mutating func readAnswers(_ user: Fields) throws(ScenarioError) {
        guard user["answers"] != nil else { return }
        var steps: [UserScript.Step] = []
        for node in try user.list("answers") { steps.append(try answer(node)) }
        guard script.device.protocolProfile.name == .oma else {
            throw user.error(
                "answers", "user.answers belongs to protocol: oma; Windows answers every question of a server 406",
                "set protocol: oma, or take it out")
        }
        guard !script.users.isEmpty else {
            throw user.error(
                "answers", "nobody uses a device in \(script.page.mode.rawValue) mode", "take it out")
        }
        script.userAnswers = UserScript(steps)
    }

    /// A word, or a section with one reply and how long it takes.
    private func answer(_ node: Node) throws(ScenarioError) -> UserScript.Step {
        guard case .mapping = node else {
            return UserScript.Step(try Fields.choice(node, "user.answers", Word.self).reply)
        }
        let entry = try Fields(node, path: "user.answers", keys: ["reply", "text", "choices", "after"])
        let named = ["reply", "text", "choices"].filter { entry[$0] != nil }
        guard named.count == 1 else {
            throw Fields.error(
                node,
                named.isEmpty ? "user.answers has no reply" : "user.answers has \(named.joined(separator: " and "))",
                "write reply: accept, reject, cancel or silence, or text, or choices")
        }
        let reply: UserScript.Reply
        if let word = try entry.choice("reply", Word.self) {
            reply = word.reply
        } else if let text = try entry.text("text") {
            reply = .text(text)
        } else {
            var numbers: [Int] = []
            for node in try entry.list("choices") {
                guard let number = Int(try Fields.text(node, "user.answers.choices")), number > 0 else {
                    throw Fields.error(node, "user.answers.choices has to hold numbers from 1", "write choices: [1, 3]")
                }
                numbers.append(number)
            }
            reply = .choices(numbers)
        }
        return UserScript.Step(reply, afterSeconds: Int(try entry.seconds("after") ?? 0))
    }
}
