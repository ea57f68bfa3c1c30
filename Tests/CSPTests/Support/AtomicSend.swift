import CSP
import DMTree
import Notation

/// What a command is answered, for tables of cases.
struct Answer: Equatable, CustomStringConvertible {
    var status: Int
    var error: HRESULT?
    var rules: [String]

    init(_ status: Int, _ error: HRESULT? = nil, _ rules: String...) {
        (self.status, self.error, self.rules) = (status, error, rules)
    }

    init(_ application: Application) {
        (status, error, rules) = (application.status, application.error, application.advised)
    }

    static let fine = Answer(200)

    var description: String { "\(status) \(error.map(String.init(describing:)) ?? "") \(rules.joined(separator: ","))" }
}

extension DeviceTree {
    /// Applies one command as a server would send it inside an Atomic.
    @discardableResult
    mutating func sendInAtomic(
        _ verb: Verb, _ target: String, _ data: String? = nil, format: String? = nil
    ) -> Application {
        send(verb, target, data, format: format, isInAtomic: true)
    }

    /// The same, with what it is answered.
    mutating func answer(_ verb: Verb, _ target: String, _ data: String? = nil, format: String? = nil) -> Answer {
        Answer(sendInAtomic(verb, target, data, format: format))
    }
}
