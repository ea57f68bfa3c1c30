import Foundation
import Synchronization

/// Runs something asynchronous and waits for it on the calling thread, which must be none of the cooperative pool: a life
/// runs on a thread of its own (docs/decisions/0011).
func waitFor<Success: Sendable>(_ body: @escaping @Sendable () async -> Success) -> Success {
    let box = Mutex<Success?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let value = await body()
        box.withLock { $0 = value }
        done.signal()
    }
    done.wait()
    // The task fills the box before it signals, and nothing empties it.
    guard let value = box.withLock({ $0 }) else { fatalError("a finished task has a value") }
    return value
}

/// Runs something that waits on a thread of its own, so that no thread of the cooperative pool is held.
public func onOwnThread<Success: Sendable>(_ body: @escaping @Sendable () -> Success) async -> Success {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        // The engine's deepest recursion is a tree of 64 levels; the default of a secondary thread is small on a Mac.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
