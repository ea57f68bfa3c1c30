import ESP
import Notation
import ProtocolProfile

extension LifeScript {
    /// The ids of every open question that `choose` answers.
    public static let questions = Choices.ID.allCases.map(\.rawValue) + Ambiguities.ID.allCases.map(\.rawValue)

    /// Answers an open question by its id: one of the Enrollment Status Page, such as `U-11`, or one of the standard,
    /// such as `A7`.
    public mutating func choose(_ id: String, _ option: String) throws(OptionRefusal) {
        if Ambiguities.ID(rawValue: id) != nil {
            try device.protocolProfile.ambiguities.set(id, to: option)
        } else {
            try page.choices.set(id, to: option)
        }
    }
}
