import CSP
import DDF
import DMTree
import Testing

/// Whose part of the tree a table of cases is about.
enum PartScope: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case device = "./Device"
    case user = "./User"

    var testDescription: String { rawValue }

    func csp(_ path: String) -> String { "\(rawValue)/Vendor/MSFT/\(path)" }
}

/// Devices on the shipped catalogue.
enum Devices {
    static let provider = "MS%20DM%20Server"
    static let account = account(.device)

    static func fresh(
        _ windows: String = "11-25h2", _ edition: WindowsEdition = .enterprise, hasUser: Bool = true
    ) -> DeviceTree {
        DeviceTree(
            schema: WindowsSchema(release: release(windows, edition)), providers: Providers.all, hasUserContext: hasUser
        )
    }

    /// With the facts of a device, and what it makes of them by itself.
    static func provisioned(
        _ windows: String = "11-25h2", _ edition: WindowsEdition = .enterprise, hasUser: Bool = true,
        _ change: (inout DeviceFacts) -> Void = { _ in }
    ) -> DeviceTree {
        let release = release(windows, edition)
        var facts = DeviceFacts(release: release)
        change(&facts)
        var tree = DeviceTree(
            schema: WindowsSchema(release: release), providers: Providers.all(facts: facts), hasUserContext: hasUser)
        facts.provision(&tree)
        return tree
    }

    /// With the account that enrolment makes, in device scope only.
    static func enrolled(
        _ windows: String = "11-25h2", _ edition: WindowsEdition = .enterprise, hasUser: Bool = true
    ) -> DeviceTree {
        var tree = fresh(windows, edition, hasUser: hasUser)
        tree.setLocally("\(account)/UPN", value: "ada@example.test")
        tree.setLocally("\(account)/FirstSyncStatus", value: nil)
        return tree
    }

    /// With an account in a scope: device scope has it from enrolment, user scope from the server's two Adds.
    static func withFirstSyncStatus(_ scope: PartScope, _ windows: String = "11-25h2") -> DeviceTree {
        var tree = enrolled(windows)
        if scope == .user {
            tree.send(.add, account(.user), format: "node")
            tree.send(.add, account(.user) + "/FirstSyncStatus", format: "node")
        }
        return tree
    }

    static func account(_ scope: PartScope) -> String { scope.csp("DMClient/Provider/\(provider)") }

    static func firstSyncStatus(_ scope: PartScope, _ leaf: String, provider: String = provider) -> String {
        scope.csp("DMClient/Provider/\(provider)/FirstSyncStatus/\(leaf)")
    }

    static func release(_ text: String, _ edition: WindowsEdition = .enterprise) -> WindowsRelease {
        guard let release = WindowsRelease(text, edition: edition) else {
            Issue.record("no Windows is called \(text)")
            return .standard
        }
        return release
    }
}

extension DeviceTree {
    /// Applies one command as a server would send it.
    @discardableResult
    mutating func send(
        _ verb: Verb, _ target: String?, _ data: String? = nil, format: String? = nil, cmdID: String? = "2",
        isInAtomic: Bool = false
    ) -> Application {
        apply(
            Request(verb: verb, cmdID: cmdID, target: target, format: format, data: data, isInAtomic: isInAtomic))
    }

    /// The status alone.
    mutating func status(_ verb: Verb, _ target: String, _ data: String? = nil, format: String? = nil) -> Int {
        send(verb, target, data, format: format).status
    }

    /// What a Get gives; nil when it is refused.
    mutating func get(_ target: String) -> String? { send(.get, target).reading?.entries.first?.data }

    func standing(_ uri: String) throws -> Resolution.Standing { schema.resolve(try TreeURI(uri)).standing }

    /// True when the schema lets a node of this address exist.
    func isDescribed(_ uri: String) throws -> Bool {
        if case .described = try standing(uri) { true } else { false }
    }
}

extension Application {
    var row: DecisionRow? { if case .row(let row) = decision.rule { row } else { nil } }

    var advised: [String] { decision.advice.map(\.rule) }

    var jobs: [Job] {
        effects.compactMap { if case .startJob(let job) = $0 { job } else { nil } }
    }
}
