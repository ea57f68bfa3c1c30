/// The open questions of a reference by their ids, each with the names of its options: what `id=option` says.
public protocol QuestionID: RawRepresentable<String>, CaseIterable {
    var options: [String] { get }
}

/// A question was answered by a name that does not exist.
public enum OptionRefusal: Error, Hashable, Sendable {
    /// No question has this id.
    case unknown(String)
    /// The question has no such option.
    case noOption(String, of: String, options: [String])
}

extension QuestionID {
    /// The question of an id, for example `U-11` or `A7`.
    public init(named id: String) throws(OptionRefusal) {
        guard let question = Self(rawValue: id) else { throw .unknown(id) }
        self = question
    }

    /// One of the question's options by its name.
    public func option<Option: RawRepresentable<String>>(_ name: String) throws(OptionRefusal) -> Option {
        guard let option = Option(rawValue: name) else { throw .noOption(name, of: rawValue, options: options) }
        return option
    }
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// The options of a question by their names, in order.
    package static var names: [String] { allCases.map(\.rawValue) }
}
