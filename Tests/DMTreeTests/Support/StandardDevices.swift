import CSP
import DDF
import DMTree
import ProtocolProfile

/// Devices of profile `oma`.
enum StandardDevices {
    static let probe = "./Vendor/MSFT/Probe"

    /// `./Vendor/MSFT/Probe` with nodes of every kind beside the free ones.
    ///
    /// - Parameter isTrusting: whether the server has every right; otherwise the root's ACL is the default.
    static func probing(
        isTrusting: Bool = true, server: String = "A", providers: [any Provider] = [],
        _ change: (inout Ambiguities) -> Void = { _ in }
    ) -> DeviceTree {
        let schema = HandMadeSchema([
            .leaf("Text", .chr, .all), .leaf("Number", .int, .all),
            .leaf("Default", .chr, .all) { $0.defaultValue = "d" },
            .leaf("ReadOnly", .chr, .get) { $0.defaultValue = "r" }, .leaf("Null", .chr, [.get, .replace]),
            .leaf("Picture", .bin, .all) { $0.mimeType = "image/png" }, .leaf("Secret", .chr, [.add, .replace]),
            .leaf("Kept", .chr, [.add, .get]) { $0.scope = .dynamic },
            .leaf("Fixed", .chr, .all) {
                $0.scope = .permanent
                $0.defaultValue = "f"
            },
            .leaf("Small", .int, .all) { $0.allowedValues = AllowedValues(.range([1...5])) },
            .leaf("Run", .null, [.exec]),
            .interior(
                "Items", .get,
                [
                    .interior(
                        "Item", .all, occurrence: .zeroOrMore, isNamed: true,
                        [.leaf("Note", .chr, .all), .interior("Deep", .all, [.leaf("Leaf", .chr, .all)])])
                ]),
            .interior("Closed", .get, [.interior("Item", .get, isNamed: true, [.leaf("Note", .chr, .all)])]),
        ])
        var tree = DeviceTree(schema: StandardSchema(schema), providers: providers, providerID: server)
        tree.profile = .oma
        change(&tree.profile.ambiguities)
        tree.localTime = "2026-11-27T12:34:56Z"
        if isTrusting { tree.trust(server) }
        return tree
    }

    /// The Windows catalogue with the standard objects that enrolment makes.
    static func windows(isTrusting: Bool = true) -> DeviceTree {
        var tree = DeviceTree(schema: StandardSchema(WindowsSchema()), providers: Providers.all)
        tree.profile = .oma
        for (name, value) in [("DevId", "0123"), ("Man", "M"), ("Mod", "X"), ("DmV", "1.3"), ("Lang", "en-US")] {
            tree.setLocally("./DevInfo/\(name)", value: value)
        }
        for name in ["MaxDepth", "MaxTotLen", "MaxSegLen"] { tree.setLocally("./DevDetail/URI/\(name)", value: "0") }
        tree.setLocally("./SyncML/DMAcc/abc/ServerID", value: tree.providerID)
        if isTrusting { tree.trust(tree.providerID) }
        return tree
    }
}

extension DeviceTree {
    /// Applies a command of one server, whoever's session runs.
    mutating func apply(
        as server: String, _ verb: Verb, _ target: String, _ data: String? = nil, format: String? = nil
    ) -> Int {
        providerID = server
        return apply(verb, target, data, format: format).status
    }

    /// Applies a Copy.
    mutating func copy(_ source: String?, _ target: String?) -> Application {
        apply(Request(verb: .copy, cmdID: "2", target: target, source: source))
    }

    /// Sends a TNDS object.
    mutating func send(_ verb: Verb, _ target: String, object: String) -> Application {
        apply(
            Request(
                verb: verb, cmdID: "2", target: target, format: "xml", type: TNDSDocument.mediaType, data: object))
    }
}

extension Application {
    var standardRow: StandardRow? { if case .standard(let row) = decision.rule { row } else { nil } }

    /// The rule id of the first advice.
    var advised: String? { decision.advice.first?.rule }
}
