/// How much of what a recorded client said ours says too.
public struct Fidelity: Hashable, Sendable {
    /// Equal ones, of all that either side has.
    public struct Share: Hashable, Sendable {
        public var equal: Int
        public var all: Int

        public init(equal: Int = 0, all: Int = 0) {
            self.equal = equal
            self.all = all
        }

        /// From 0 to 100, rounded down, so that 100 is never said of less than everything; nil of nothing.
        public var percent: Int? { all == 0 ? nil : equal * 100 / all }

        mutating func count(isEqual: Bool) {
            all += 1
            if isEqual { equal += 1 }
        }
    }

    /// The server's commands, one for each Status, but for the Status of the SyncHdr: those with the same status.
    public var commands = Share()
    /// The values that Gets found, one for each Item. A masked one counts as equal.
    public var results = Share()
    public var alerts = Share()
    /// How often each mask was needed, by the id of its rule.
    public var masked: [String: Int] = [:]

    public init() {}

    public static func += (left: inout Fidelity, right: Fidelity) {
        left.commands.equal += right.commands.equal
        left.commands.all += right.commands.all
        left.results.equal += right.results.equal
        left.results.all += right.results.all
        left.alerts.equal += right.alerts.equal
        left.alerts.all += right.alerts.all
        left.masked.merge(right.masked, uniquingKeysWith: +)
    }
}
