import ESP
import ProtocolProfile

extension LifeScript {
    /// A choice was refused.
    public enum ChoiceRefusal: Error, Hashable, Sendable {
        /// No open question has this id; the nearest ids to search among.
        case unknown(String, among: [String])
        case noOption(String, of: String, options: [String])
    }

    /// Answers an open question by its id: one of the Enrollment Status Page, such as `U-11`, or one of the standard,
    /// such as `A7`.
    public mutating func choose(_ id: String, _ option: String) throws(ChoiceRefusal) {
        if Ambiguities.ID(rawValue: id) != nil {
            do throws(Ambiguities.Refusal) { try device.protocolProfile.ambiguities.set(id, to: option) } catch {
                throw ChoiceRefusal(error)
            }
        } else {
            do throws(Choices.Refusal) { try page.choices.set(id, to: option) } catch { throw ChoiceRefusal(error) }
        }
    }
}

extension LifeScript.ChoiceRefusal {
    /// Every id that `choose` takes.
    public static let ids = Choices.ID.allCases.map(\.rawValue) + Ambiguities.ID.allCases.map(\.rawValue)

    public init(_ refusal: Choices.Refusal) {
        self =
            switch refusal {
            case .unknown(let id): .unknown(id, among: Self.ids)
            case .noOption(let option, let id): .noOption(option, of: id.rawValue, options: id.options)
            }
    }

    public init(_ refusal: Ambiguities.Refusal) {
        self =
            switch refusal {
            case .unknown(let id): .unknown(id, among: Self.ids)
            case .noOption(let option, let id): .noOption(option, of: id.rawValue, options: id.options)
            }
    }
}
