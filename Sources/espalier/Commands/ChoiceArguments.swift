import ArgumentParser
import Device
import ESP
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
            do throws(LifeScript.ChoiceRefusal) {
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
    ) throws(LifeScript.ChoiceRefusal) {
        if playsSession, Ambiguities.ID(rawValue: id) != nil {
            do throws(Ambiguities.Refusal) { try protocolProfile.ambiguities.set(id, to: option) } catch {
                throw LifeScript.ChoiceRefusal(error)
            }
        } else {
            guard let question = Choices.ID(rawValue: id), questions.contains(question) else {
                throw .unknown(id, among: [])
            }
            do throws(Choices.Refusal) { try choices.set(id, to: option) } catch {
                throw LifeScript.ChoiceRefusal(error)
            }
        }
    }

    /// Both halves of `id=option`.
    static func pair(_ text: String, option: String = "--choice", example: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("\(option) \(text): write an id and an option, such as \(example).")
        }
        return (parts[0], parts[1])
    }
}

extension ProtocolProfile.Name: ExpressibleByArgument {}
