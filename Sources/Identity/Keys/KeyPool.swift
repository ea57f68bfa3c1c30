/// Makes keys ahead, on a bounded number of tasks, and hands each out once. A key of 2048 bits costs about 180 ms, so a
/// device that waits for its key would wait visibly, and a thousand devices for minutes.
///
/// The keys come in the order in which they were made, which is not to be relied on.
public actor KeyPool {
    /// How many keys lie ready when nobody asks.
    public let ahead: Int
    /// How many are made at one time.
    public let tasks: Int
    public let bits: Int

    private var ready: [KeyPair] = []
    private var waiting: [(id: UInt64, continuation: CheckedContinuation<KeyPair?, Never>)] = []
    private var running = 0
    private var nextID: UInt64 = 0
    private let make: @Sendable (Int) throws -> KeyPair

    /// Nothing is made before `fill()` or the first `take()`.
    ///
    /// - Parameters:
    ///   - bits: of every key; another length is made for its asker alone.
    ///   - make: what makes a key, for tests.
    public init(
        bits: Int = KeyPair.defaultBits, ahead: Int = 2, tasks: Int = 2,
        make: @escaping @Sendable (_ bits: Int) throws -> KeyPair = { try KeyPair(bits: $0) }
    ) {
        self.bits = bits
        self.ahead = max(0, ahead)
        self.tasks = max(1, tasks)
        self.make = make
    }

    /// Begins to make keys until `ahead` lie ready.
    public func fill() { startTasks() }

    /// How many keys lie ready now.
    public var count: Int { ready.count }

    /// A key of the pool's length: at once when one lies ready.
    ///
    /// - Throws: `KeyFault` when none can be made, and `CancellationError` when the caller's task was cancelled.
    public func take() async throws -> KeyPair {
        try Task.checkCancellation()
        if let key = ready.popLast() {
            startTasks()
            return key
        }
        let id = nextID
        nextID += 1
        let key: KeyPair? = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<KeyPair?, Never>) in
                wait(id, continuation)
            }
        } onCancel: {
            Task { await self.forget(id) }
        }
        try Task.checkCancellation()
        guard let key else { throw KeyFault.generation }
        return key
    }

    /// A key of any length; those of the pool's length come from the pool.
    public func take(bits: Int) async throws -> KeyPair {
        guard bits != self.bits else { return try await take() }
        return try await Task.detached { try KeyPair(bits: bits) }.value
    }

    private func wait(_ id: UInt64, _ continuation: CheckedContinuation<KeyPair?, Never>) {
        guard !Task.isCancelled else { return continuation.resume(returning: nil) }
        waiting.append((id, continuation))
        startTasks()
    }

    private func forget(_ id: UInt64) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(returning: nil)
    }

    private func startTasks() {
        while running < tasks, running + ready.count < ahead + waiting.count {
            running += 1
            let make = make
            let bits = bits
            Task.detached(priority: .utility) {
                let key = try? make(bits)
                await self.made(key)
            }
        }
    }

    /// A failed attempt is not repeated for its own sake: one asker is told, and the next asker tries again.
    private func made(_ key: KeyPair?) {
        running -= 1
        if !waiting.isEmpty {
            waiting.removeFirst().continuation.resume(returning: key)
        } else if let key {
            ready.append(key)
        }
        if key != nil || !waiting.isEmpty { startTasks() }
    }
}
