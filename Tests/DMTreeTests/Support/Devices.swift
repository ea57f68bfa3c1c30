import CSP
import DDF
import DMTree
import Testing

/// Devices on the shipped catalogue.
enum Devices {
    static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    static let policy = "./Device/Vendor/MSFT/Policy/Config"

    /// An enrolled Windows 11 25H2 Enterprise with the account that enrolment makes, and with a user.
    static func enrolled(_ release: WindowsRelease = .standard, hasUser: Bool = true) -> DeviceTree {
        var tree = DeviceTree(
            schema: WindowsSchema(release: release), providers: Providers.all, hasUserContext: hasUser)
        tree.setLocally("./DevInfo/DevId", value: "0123")
        tree.setLocally("\(account)/FirstSyncStatus", value: nil)
        return tree
    }

    static func release(_ name: String, _ edition: WindowsEdition = .enterprise) -> WindowsRelease {
        WindowsRelease(name, edition: edition) ?? .standard
    }
}

extension DeviceTree {
    /// Applies one command as a server would send it.
    @discardableResult
    mutating func apply(
        _ verb: Verb, _ target: String?, _ data: String? = nil, format: String? = nil, cmdID: String? = "2",
        isInAtomic: Bool = false
    ) -> Application {
        apply(
            Request(verb: verb, cmdID: cmdID, target: target, format: format, data: data, isInAtomic: isInAtomic))
    }

    /// What a Get of one node gives; nil when it is refused.
    mutating func get(_ target: String) -> String? { apply(.get, target).reading?.entries.first?.data }

    /// Everything that is stored, to see whether two trees are equal.
    var content: [String] {
        storedLeaves.map { "\($0.uri) = \($0.value ?? "nothing") by \($0.writer)" } + ["\(storage.count) nodes"]
    }
}

extension Application {
    var row: DecisionRow? { if case .row(let row) = decision.rule { row } else { nil } }

    /// All advice as one text.
    var text: String { decision.advice.map { "\($0.rule): \($0.message) \($0.hint)" }.joined(separator: "\n") }
}

/// A command of a table of cases.
struct Sent: CustomTestStringConvertible, Sendable {
    var verb: Verb
    var target: String?
    var data: String?
    var format: String?

    init(_ verb: Verb, _ target: String?, _ data: String? = nil, format: String? = nil) {
        self.verb = verb
        self.target = target
        self.data = data
        self.format = format
    }

    var testDescription: String { "\(verb.name) \(target ?? "without target") \(format ?? "") \(data ?? "")" }
}
