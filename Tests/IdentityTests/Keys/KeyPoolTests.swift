import Foundation
import Identity
import Synchronization
import Testing

@Suite("Key pool: keys made ahead on a bounded number of tasks")
struct KeyPoolTests {
    /// Keys of 1024 bits are made in a few milliseconds.
    @Test("Each key is handed out once")
    func once() async throws {
        let pool = KeyPool(bits: 1024, ahead: 2, tasks: 2)
        let keys = try await withThrowingTaskGroup(of: KeyPair.self) { group in
            for _ in 0..<12 { group.addTask { try await pool.take() } }
            var keys: [KeyPair] = []
            for try await key in group { keys.append(key) }
            return keys
        }
        #expect(Set(keys.map(\.publicKey)).count == 12)
    }

    @Test("No more keys are made at one time than there are tasks, and no more lie ready than were asked for")
    func bounded() async throws {
        let key = try KeyPair(bits: 1024)
        let now = Mutex((running: 0, most: 0, all: 0))
        let pool = KeyPool(bits: 1024, ahead: 3, tasks: 2) { _ in
            now.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
                $0.all += 1
            }
            defer { now.withLock { $0.running -= 1 } }
            return key
        }
        await withTaskGroup { group in
            for _ in 0..<20 { group.addTask { _ = try? await pool.take() } }
        }
        while await pool.count < 3 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(now.withLock { $0.most } <= 2)
        #expect(now.withLock { $0.all } == 23)
    }

    @Test("An asker is told when no key can be made, and the next one gets one")
    func failure() async throws {
        let key = try KeyPair(bits: 1024)
        let attempts = Mutex(0)
        let pool = KeyPool(bits: 1024, ahead: 0, tasks: 1) { _ in
            if attempts.withLock({
                $0 += 1
                return $0
            }) == 1 {
                throw KeyFault(.generation, message: "no")
            }
            return key
        }
        await #expect { try await pool.take() } throws: { ($0 as? KeyFault)?.code == .generation }
        #expect(try await pool.take() == key)
    }

    @Test("An asker that is cancelled waits no longer")
    func cancelled() async throws {
        let key = try KeyPair(bits: 1024)
        let pool = KeyPool(ahead: 0, tasks: 1) { _ in
            Thread.sleep(forTimeInterval: 0.2)
            return key
        }
        let asker = Task { try await pool.take() }
        asker.cancel()
        await #expect { try await asker.value } throws: { $0 is CancellationError }
    }

    @Test("Another length is made for its asker alone")
    func otherLength() async throws {
        let pool = KeyPool(bits: 2048, ahead: 0)
        #expect(try await pool.take(bits: 1024).bits == 1024)
    }
}
