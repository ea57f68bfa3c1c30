import DMTree

/// DMClient/Provider/{ProviderID}/Poll: three sets of polls one after another (windows-csp.md 3.4).
enum PollSchedule {
    /// One set: the lower-case names of its nodes, and what holds while they were never set.
    private struct PollSet {
        var interval: String
        var count: String
        var defaultInterval = 0
        var defaultCount = 0
    }

    private static let sets = [
        PollSet(
            interval: "intervalforfirstsetofretries", count: "numberoffirstretries", defaultInterval: 15,
            defaultCount: 10),
        PollSet(interval: "intervalforsecondsetofretries", count: "numberofsecondretries"),
        PollSet(interval: "intervalforremainingscheduledretries", count: "numberofremainingscheduledretries"),
    ]

    /// A set behind one that repeats for ever is disabled, and both of its values read back as 0 (also enrollment.md
    /// 15). A value that was never set stays absent.
    static func reading(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored != nil, let leaf = node.key(3),
            let index = sets.firstIndex(where: { $0.interval == leaf || $0.count == leaf })
        else { return nil }
        let isDisabled = sets[..<index].contains { set in
            (value(set.interval, node, tree) ?? set.defaultInterval) != 0
                && (value(set.count, node, tree) ?? set.defaultCount) == 0
        }
        return isDisabled ? "0" : nil
    }

    /// Six zeros are undefined and may make enrolment fail: accepted, with a warning.
    static func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        let leaves = sets.flatMap { [$0.interval, $0.count] }
        guard let leaf = change.node.key(3), leaves.contains(leaf), change.value.flatMap(number) == 0,
            leaves.allSatisfy({ $0 == leaf || value($0, change.node, tree) == 0 })
        else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "dmclient.poll-all-zero", severity: .warning,
                message: "all six values of Poll are 0: what the client then does is undefined",
                hint: "give the first set an interval and a count", reference: "windows-csp.md 3.4, ledger 37")
        ])
    }

    private static func value(_ leaf: String, _ node: NodeReference, _ tree: DeviceTree) -> Int? {
        let poll = node.uri.keys.prefix(node.uri.structuralCount + 4)
        return tree.storage[poll + [leaf]]?.value.flatMap(number)
    }

    private static func number(_ text: String) -> Int? { Int(text.filter { !$0.isWhitespace }) }
}
