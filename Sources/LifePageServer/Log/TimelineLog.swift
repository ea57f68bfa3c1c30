import Synchronization

/// One life as its readers get it: what was written of it, in order, as bytes that this type does not look into.
///
/// Readers pull at their own pace and have nothing here but their place, so one that never reads holds nothing up and costs
/// no memory. Who writes is a conductor's life, or a management server that sees a device's sessions.
public final class TimelineLog: Sendable {
    /// What a reader knows already.
    public struct Place: Hashable, Sendable {
        var hasHead = false
        /// The number of the next step.
        var step = 0
        /// Of the newest clock and ending that it has; 0 for none.
        var clock = 0
        var ending = 0
    }

    /// What there is for a reader, in the order in which it has to come.
    public enum Entry: Hashable, Sendable {
        case head([UInt8])
        /// Steps that follow each other; `first` is the number of the first one.
        case steps(first: Int, [[UInt8]])
        case ending([UInt8])
        case clock([UInt8])
    }

    struct Contents {
        var steps: [[UInt8]] = []
        var messages: [Int: [UInt8]] = [:]
        /// The newest, with how many there were.
        var clock: (count: Int, bytes: [UInt8]) = (0, [])
        var ending: (count: Int, bytes: [UInt8]) = (0, [])
        var isClosed = false
        /// Goes up with every change.
        var version: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
        /// Waiters that were cancelled before they waited.
        var cancelled: Set<UInt64> = []
        var nextWaiter: UInt64 = 0
    }

    /// The life's id; another run of the same scenario has another one.
    public let life: String
    private let head: [UInt8]
    private let contents = Mutex(Contents())

    /// - Parameters:
    ///   - life: letters and digits.
    ///   - head: as JSON.
    public init(life: String, head: [UInt8]) {
        self.life = life
        self.head = Self.oneLine(head)
    }

    // MARK: Writing

    /// - Parameters:
    ///   - step: as JSON, with the number that `stepCount` had before.
    ///   - messages: what the messages of the step look like, by number.
    public func append(step: [UInt8], messages: [Int: [UInt8]] = [:]) {
        let step = Self.oneLine(step)
        change { contents in
            contents.steps.append(step)
            contents.messages.merge(messages) { _, new in new }
        }
    }

    public func set(clock: [UInt8]) { change { $0.clock = ($0.clock.count + 1, Self.oneLine(clock)) } }

    /// The last one set is the one that counts.
    public func set(ending: [UInt8]) { change { $0.ending = ($0.ending.count + 1, Self.oneLine(ending)) } }

    /// Nothing more comes: readers end when they have everything.
    public func close() { change { $0.isClosed = true } }

    /// JSON has line breaks only between its tokens, and a line of an event cannot hold any.
    private static func oneLine(_ json: [UInt8]) -> [UInt8] {
        let isBreak: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return json.contains(where: isBreak) ? json.filter { !isBreak($0) } : json
    }

    private func change(_ body: (inout Contents) -> Void) {
        let waiters = contents.withLock { contents in
            body(&contents)
            contents.version += 1
            defer { contents.waiters = [:] }
            return contents.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    // MARK: Reading

    public var stepCount: Int { contents.withLock { $0.steps.count } }

    /// What message `number` looks like; nil when there is none.
    public func message(_ number: Int) -> [UInt8]? { contents.withLock { $0.messages[number] } }

    /// The place behind step `number`, for a reader that lost its connection; nil when there is no such step.
    public func place(after number: Int) -> Place? {
        contents.withLock { contents in
            contents.steps.indices.contains(number) ? Place(hasHead: true, step: number + 1) : nil
        }
    }

    /// What a reader does not know yet, and moves its place.
    ///
    /// - Parameter limit: bytes of steps at most, but at least one step; what is left is for the next call.
    /// - Returns: the entries, and what to give to `change(after:)` when there are none.
    public func read(
        _ place: inout Place, atMost limit: Int
    ) -> (entries: [Entry], version: UInt64, isClosed: Bool) {
        contents.withLock { contents in
            var entries: [Entry] = []
            if !place.hasHead {
                entries.append(.head(head))
                place.hasHead = true
            }
            if place.step < contents.steps.count {
                var end = place.step
                var size = 0
                while end < contents.steps.count, end == place.step || size + contents.steps[end].count <= limit {
                    size += contents.steps[end].count
                    end += 1
                }
                entries.append(.steps(first: place.step, Array(contents.steps[place.step..<end])))
                place.step = end
            }
            // Clock and ending belong to the newest step.
            if place.step == contents.steps.count {
                if place.ending < contents.ending.count {
                    entries.append(.ending(contents.ending.bytes))
                    place.ending = contents.ending.count
                }
                if place.clock < contents.clock.count {
                    entries.append(.clock(contents.clock.bytes))
                    place.clock = contents.clock.count
                }
            }
            return (entries, contents.version, contents.isClosed)
        }
    }

    /// Waits until something is written that came after `version`, or the task is cancelled.
    public func change(after version: UInt64) async {
        let id = contents.withLock { contents in
            contents.nextWaiter += 1
            return contents.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = contents.withLock { contents in
                    guard contents.version == version, !contents.isClosed, !contents.cancelled.contains(id) else {
                        return false
                    }
                    contents.waiters[id] = continuation
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            contents.withLock { contents in
                contents.cancelled.insert(id)
                return contents.waiters.removeValue(forKey: id)
            }?.resume()
        }
        contents.withLock { _ = $0.cancelled.remove(id) }
    }
}
