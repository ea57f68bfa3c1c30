import SyncML

/// Two client messages side by side: ours, and the one that was recorded at the same place of the same session.
///
/// Pure. What is masked and what is held to be equal is in `ComparisonRule.all`.
public struct MessageComparison: Sendable {
    /// How a comparison is made.
    public struct Mode: Sendable {
        /// Target and Source of the SyncHdr are another device's (`--as-server`).
        public var masksAddresses: Bool
        /// MsgIDs of the server's messages as our client saw them, to those of the recording; one that is not there is the
        /// same.
        public var messageReferences: [String: String]

        public init(masksAddresses: Bool = false, messageReferences: [String: String] = [:]) {
            self.masksAddresses = masksAddresses
            self.messageReferences = messageReferences
        }
    }

    /// In the order of a message: header, Statuses, Results, Alerts, other commands.
    public private(set) var differences: [Difference] = []
    public private(set) var fidelity = Fidelity()
    /// CmdIDs of recorded commands of the client to the CmdIDs of ours that match them. Statuses and Results, which
    /// nobody answers, are left out.
    public private(set) var commandIDs: [String: String] = [:]

    let ours: ComparedMessage
    let recorded: ComparedMessage
    let mode: Mode

    public init(ours: ComparedMessage, recorded: ComparedMessage, mode: Mode = Mode()) {
        self.ours = ours
        self.recorded = recorded
        self.mode = mode
        compareFrames()
        compareStatuses()
        compareResults()
        compareAlerts()
        compareCommands()
    }

    mutating func add(_ difference: Difference) { differences.append(difference) }

    mutating func mask(_ rule: ComparisonRule) { fidelity.masked[rule.id, default: 0] += 1 }

    mutating func count(_ share: WritableKeyPath<Fidelity, Fidelity.Share>, isEqual: Bool) {
        fidelity[keyPath: share].count(isEqual: isEqual)
    }

    mutating func match(_ ourID: String?, with recordedID: String?) {
        if let ourID, let recordedID { commandIDs[recordedID] = ourID }
    }

    /// MsgRef of ours in the numbers of the recording.
    func reference(_ msgRef: String) -> String { mode.messageReferences[msgRef] ?? msgRef }
}

/// One element of ours beside one of the recording. A side that has none is nil.
struct Pair<Element> {
    var ours: (index: Int, element: Element)?
    var recorded: (index: Int, element: Element)?
}

/// Pairs elements of two lists: those of the same key, first by what tells them apart, then by their order.
enum Pairing {
    /// - Parameters:
    ///   - key: what makes two elements answers to one thing.
    ///   - detail: tells several of one key apart.
    /// - Returns: every element once; the recorded ones in their order, then what only we have.
    static func pairs<Element, Key: Hashable, Detail: Hashable>(
        ours: [Element], recorded: [Element], key: (Element, _ isOurs: Bool) -> Key, detail: (Element) -> Detail
    ) -> [Pair<Element>] {
        var open: [Key: [Int]] = [:]
        for (index, element) in ours.enumerated() { open[key(element, true), default: []].append(index) }
        var partners = [Int?](repeating: nil, count: recorded.count)
        func take(_ index: Int, _ position: Int, _ key: Key) {
            partners[index] = open[key]?.remove(at: position)
        }
        for (index, element) in recorded.enumerated() {
            let key = key(element, false)
            let wanted = detail(element)
            if let position = open[key]?.firstIndex(where: { detail(ours[$0]) == wanted }) {
                take(index, position, key)
            }
        }
        for (index, element) in recorded.enumerated() where partners[index] == nil {
            let key = key(element, false)
            if open[key]?.isEmpty == false { take(index, 0, key) }
        }
        let left = Set(open.values.joined())
        return recorded.enumerated().map { index, element in
            Pair(ours: partners[index].map { ($0, ours[$0]) }, recorded: (index, element))
        } + ours.indices.filter(left.contains).map { Pair(ours: ($0, ours[$0]), recorded: nil) }
    }
}
