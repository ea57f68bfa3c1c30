import ArgumentParser
import ESP
import Notation
import ProtocolProfile

/// The values of `--choice` and `--protocol`: open questions of the references, answered otherwise.
struct ChoiceArguments {
    private(set) var choices = Choices()
    private(set) var protocolProfile: ProtocolProfile

    /// - Parameters:
    ///   - questions: those of the Enrollment Status Page that bear on the command; the others have no effect there and
    ///     are refused.
    ///   - subject: what they bear on, in the message.
    ///   - name: the dialect, where the command plays a session; then A1 to A35 of the standard bear on it too.
    init(
        _ texts: [String], among questions: [Choices.ID], subject: String, protocol name: ProtocolProfile.Name? = nil
    ) throws {
        protocolProfile = ProtocolProfile(name ?? .windows)
        let playsSession = name != nil
        let known = questions.map(\.rawValue).joined(separator: ", ") + (playsSession ? " and A1 to A35" : "")
        let example =
            playsSession ? "A7=obeyed" : questions.first.map { "\($0.rawValue)=\($0.options.last ?? "")" } ?? ""
        for text in texts {
            let (id, option) = try Self.pair(text, example: example)
            do throws(OptionRefusal) {
                try answer(id, option, questions, playsSession: playsSession)
            } catch {
                switch error {
                case .unknown:
                    throw ValidationError("--choice \(text): the questions that bear on \(subject) are \(known).")
                case .noOption(_, let id, let options):
                    throw ValidationError("--choice \(text): \(id) takes \(options.joined(separator: " or ")).")
                }
            }
        }
    }

    private mutating func answer(
        _ id: String, _ option: String, _ questions: [Choices.ID], playsSession: Bool
    ) throws(OptionRefusal) {
        if playsSession, Ambiguities.ID(rawValue: id) != nil {
            try protocolProfile.ambiguities.set(id, to: option)
        } else {
            guard let question = Choices.ID(rawValue: id), questions.contains(question) else { throw .unknown(id) }
            try choices.set(id, to: option)
        }
    }

    /// Both halves of `id=value`.
    ///
    /// - Parameters:
    ///   - option: of the command line, for the message.
    ///   - values: what stands behind the sign, for the message.
    static func pair(
        _ text: String, option: String = "--choice", values: String = "an option", example: String
    ) throws -> (id: String, value: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw malformed(text, option, values, example) }
        return (parts[0], parts[1])
    }

    /// A quirk and whether it is on.
    static func quirk(_ text: String) throws -> (id: String, isOn: Bool) {
        let (option, values, example) = ("--quirk", "on or off", "ESP-303=off")
        let (id, value) = try pair(text, option: option, values: values, example: example)
        switch value {
        case "on": return (id, true)
        case "off": return (id, false)
        default: throw malformed(text, option, values, example)
        }
    }

    private static func malformed(
        _ text: String, _ option: String, _ values: String, _ example: String
    ) -> ValidationError {
        ValidationError("\(option) \(text): write an id and \(values), such as \(example).")
    }
}

extension ProtocolProfile.Name: ExpressibleByArgument {}
