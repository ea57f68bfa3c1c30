import DMTree

/// DMClient/Provider/{ProviderID}/Poll: three sets of polls one after another (windows-csp.md 3.4).
enum PollSchedule {
    private static let intervals = [
        "intervalforfirstsetofretries", "intervalforsecondsetofretries", "intervalforremainingscheduledretries",
    ]
    private static let counts = ["numberoffirstretries", "numberofsecondretries", "numberofremainingscheduledretries"]

    /// A set behind one that repeats for ever is disabled, and its interval reads back as 0.
    static func reading(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored != nil, let leaf = node.key(3), let set = intervals.firstIndex(of: leaf), set > 0 else { return nil }
        let poll = node.uri.prefix(node.uri.structuralCount + 4)
        let isBehindEndless = (0..<set).contains { earlier in
            guard let interval = tree.storedValue(poll.child(intervals[earlier])).flatMap({ Int($0) }), interval != 0
            else { return false }
            return tree.storedValue(poll.child(counts[earlier])).flatMap { Int($0) } == 0
        }
        return isBehindEndless ? "0" : nil
    }

    /// Six zeros are undefined and may make enrolment fail: accepted, with a warning.
    static func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let leaf = change.node.key(3), change.value.flatMap({ Int($0) }) == 0, (intervals + counts).contains(leaf)
        else { return .allowed }
        let poll = change.node.uri.prefix(change.node.uri.structuralCount + 4)
        let areOthersZero = (intervals + counts).allSatisfy { other in
            other == leaf || tree.storedValue(poll.child(other)).flatMap { Int($0) } == 0
        }
        guard areOthersZero else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "dmclient.poll-all-zero", severity: .warning,
                message: "all six values of Poll are 0: what the client then does is undefined",
                hint: "give the first set an interval and a count", reference: "windows-csp.md 3.4, ledger 37")
        ])
    }
}
