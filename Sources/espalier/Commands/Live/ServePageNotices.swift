#if Live
import ManagementService
import Synchronization

/// Which devices have exchanges that the page has not read.
///
/// A server tells it of each exchange and goes on at once. It keeps one number for each device and no exchange, so however
/// long the page takes, nothing piles up here, and nothing is forgotten: the exchanges themselves are in the store.
final class ServePageNotices: Sendable {
    private let unread = Mutex<[String: Int64]>([:])
    private let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// What a server tells.
    var observer: ExchangeObserver {
        { exchange in
            guard let device = exchange.device else { return }
            self.note(exchange.number, of: device)
        }
    }

    private func note(_ number: Int64, of device: String) {
        unread.withLock { $0[device] = min(number, $0[device] ?? number) }
        wake.yield()
    }

    /// Nothing is noted any more.
    func finish() { wake.finish() }

    /// Calls the body with each device that has something new, and the number of the oldest exchange that is new, until
    /// `finish` or the end of the task.
    func tell(_ body: @Sendable (String, Int64) async -> Void) async {
        for await _ in wakes {
            let taken = unread.withLock { unread in
                defer { unread = [:] }
                return unread
            }
            for (device, number) in taken { await body(device, number) }
        }
    }
}
#endif
