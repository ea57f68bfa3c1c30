import ESP
import HeapModule

/// What is going to happen, in order of time; what falls on one instant happens in the order in which it was put in.
struct Agenda: Sendable {
    /// One thing that is due.
    enum Item: Hashable, Sendable, Codable {
        case session(SessionTrigger)
        case pageTimer(PageTimer)
        case agentAlarm(AgentAlarm)
        case agentStarts
        case configMgrStarts
        /// A step of device preparation, or the registration of a hybrid device, is over.
        case preparationEnds(SubcategoryKind)
        case registrationEnds
        case qualityUpdate(QualityUpdateStep)
        /// The next session that asks for the blob of an offline domain join.
        case blobTick
        case machine(LifeScript.MachineAction.Kind)
        /// The user of a resealed device turns it on.
        case turnOn
        case job(JobStep)
        case machineStarts
        /// The user at this place of the script signs in.
        case userSignsIn(Int)
        case userPresses(PageButton)
        case loopTick(SyncLoop)
        /// The server's notification at this place of the script comes in.
        case notification(Int)
        /// The program at this place of the script changes a value.
        case drift(Int)
        /// Config refresh applies the policies again.
        case configRefresh
        /// Config lock puts back what has drifted.
        case configLockRestores
        /// A temporary unlock of Config lock is over.
        case configLockReturns
        /// The program at this place of the script changes a value that a document has set.
        case settingDrift(Int)
        /// Documents of declared configuration are applied again.
        case documentsReapplied
        /// The device renews its certificate by itself.
        case renewalIsDue
        /// The certificate of the enrolment ends.
        case certificateEnds
    }

    struct Entry: Sendable, Codable {
        var time: DeviceTime
        var order: UInt64
        var item: Item
    }

    private var heap: Heap<Entry> = []
    private var nextOrder: UInt64 = 0
    /// Entries that were taken back; skipped when their turn comes.
    private var cancelled: Set<UInt64> = []
    private var orders: [Item: [(order: UInt64, time: DeviceTime)]] = [:]

    var isEmpty: Bool { heap.count == cancelled.count }

    mutating func add(_ item: Item, at time: DeviceTime) {
        heap.insert(Entry(time: time, order: nextOrder, item: item))
        orders[item, default: []].append((nextOrder, time))
        nextOrder += 1
    }

    /// Takes every entry of an item back.
    mutating func cancel(_ item: Item) {
        for entry in orders.removeValue(forKey: item) ?? [] { cancelled.insert(entry.order) }
    }

    /// True when the item is due at this instant already.
    func holds(_ item: Item, at time: DeviceTime) -> Bool { orders[item]?.contains { $0.time == time } ?? false }

    /// True when the item is due at any time.
    func holds(_ item: Item) -> Bool { orders[item]?.isEmpty == false }

    /// The items that are due.
    var items: some Sequence<Item> { orders.lazy.filter { !$0.value.isEmpty }.map(\.key) }

    /// Puts every entry of the items that a predicate names off by some seconds. Their order stays.
    mutating func delay(bySeconds seconds: Int64, where isPutOff: (Item) -> Bool) {
        let moved = orders.filter { isPutOff($0.key) }
            .flatMap { item, entries in entries.map { (item: item, order: $0.order, time: $0.time) } }
            .sorted { $0.order < $1.order }
        for entry in moved { cancel(entry.item) }
        for entry in moved { add(entry.item, at: entry.time.adding(seconds: seconds)) }
    }

    /// Takes the entries of the items that a predicate names out, in their order.
    mutating func take(where isTaken: (Item) -> Bool) -> [(item: Item, time: DeviceTime)] {
        let taken = orders.filter { isTaken($0.key) }
            .flatMap { item, entries in entries.map { (item: item, order: $0.order, time: $0.time) } }
            .sorted { ($0.time, $0.order) < ($1.time, $1.order) }
        for entry in taken { cancel(entry.item) }
        return taken.map { ($0.item, $0.time) }
    }

    /// Takes back every entry of the items that a predicate names.
    mutating func cancelAll(where isGone: (Item) -> Bool) {
        for item in orders.keys.filter(isGone) { cancel(item) }
    }

    /// The next entry; nil when nothing is due any more.
    mutating func next() -> Entry? {
        while let entry = heap.popMin() {
            if cancelled.remove(entry.order) != nil { continue }
            orders[entry.item]?.removeAll { $0.order == entry.order }
            if orders[entry.item]?.isEmpty == true { orders[entry.item] = nil }
            return entry
        }
        return nil
    }

    /// When the next entry is due.
    var nextTime: DeviceTime? {
        mutating get {
            while let entry = heap.min, cancelled.contains(entry.order) {
                heap.removeMin()
                cancelled.remove(entry.order)
            }
            return heap.min?.time
        }
    }
}

extension Agenda.Entry: Comparable {
    static func < (left: Agenda.Entry, right: Agenda.Entry) -> Bool {
        (left.time, left.order) < (right.time, right.order)
    }

    static func == (left: Agenda.Entry, right: Agenda.Entry) -> Bool { left.order == right.order }
}

/// An agenda that is saved keeps what is still due, in its order.
extension Agenda: Codable {
    private enum Key: String, CodingKey {
        case entries, nextOrder
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for entry in try container.decode([Entry].self, forKey: .entries) {
            heap.insert(entry)
            orders[entry.item, default: []].append((entry.order, entry.time))
        }
        nextOrder = try container.decode(UInt64.self, forKey: .nextOrder)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let entries = heap.unordered.filter { !cancelled.contains($0.order) }.sorted()
        try container.encode(entries, forKey: .entries)
        try container.encode(nextOrder, forKey: .nextOrder)
    }
}

/// The stages of quality updates at the end of OOBE (esp-behaviour.md 7.6).
enum QualityUpdateStep: Hashable, Sendable, Codable {
    case scanEnds, installEnds
}

/// Why a session starts.
public enum SessionTrigger: String, Hashable, Sendable, Codable, CaseIterable {
    /// After enrolment.
    case enrollment
    /// Of a sync loop of the page (esp-behaviour.md 2.3).
    case syncLoop
    /// The blob of an offline domain join is waited for (7.3).
    case domainJoin
    /// Autopilot device preparation goes on (7.7).
    case devicePreparation
    /// A tracked item changed.
    case change
    /// The server asked for it.
    case push
    /// A notification of the server was verified (oma-dm.md 2.13).
    case notification
    /// An alert waits to be delivered (windows-csp.md 5.3).
    case alert
    /// The polling schedule (enrollment.md 15).
    case schedule
    /// A user signed in, and PollOnLogin is set.
    case login
    /// The user asked for it in Settings.
    case user
    /// Leaving management: the last one.
    case unenrollment
}
