import ArgumentParser
import ESP

/// The values of `--choice`: open questions of the reference, answered otherwise.
enum ChoiceArguments {
    /// - Parameters:
    ///   - questions: those that bear on the command; the others have no effect there and are refused.
    ///   - subject: what they bear on, in the message.
    static func choices(_ texts: [String], among questions: [Choices.ID], subject: String) throws -> Choices {
        var choices = Choices()
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                let example = questions.first.map { "\($0.rawValue)=\($0.options.last ?? "")" } ?? ""
                throw ValidationError("--choice \(text): write a question and an option, such as \(example).")
            }
            guard let id = Choices.ID(rawValue: parts[0]), questions.contains(id) else {
                let known = questions.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--choice \(text): the questions that bear on \(subject) are \(known).")
            }
            do throws(Choices.Refusal) { try choices.set(parts[0], to: parts[1]) } catch {
                throw ValidationError("--choice \(text): \(parts[0]) takes \(id.options.joined(separator: " or ")).")
            }
        }
        return choices
    }
}
