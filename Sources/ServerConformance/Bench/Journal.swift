import Capture
import HTTPExchange
import LiveDevice
import Synchronization

/// Every exchange of a run, in order, numbered from 1: what reports point into, and what `--save-capture` writes.
public final class Journal: Sendable {
    public struct Entry: Sendable {
        /// From 1.
        public var number: Int
        public var exchange: ExchangeRecord
        /// Whether the rules look at it: what misbehaves on purpose would be taken for the server's mistake.
        public var isLinted: Bool
    }

    private let list = Mutex<[Entry]>([])

    public init() {}

    public var entries: [Entry] { list.withLock { $0 } }

    /// The number of the exchange that came last; 0 before the first.
    var lastNumber: Int { list.withLock { $0.count } }

    func add(_ exchange: ExchangeRecord, isLinted: Bool) -> Int {
        list.withLock { list in
            list.append(Entry(number: list.count + 1, exchange: exchange, isLinted: isLinted))
            return list.count
        }
    }
}

/// How much one experiment may take: requests, and the time after which none begins.
final class Budget: Sendable {
    private let left: Mutex<Int>
    private let deadline: Int64
    private let clock: any WallClock

    /// - Parameter seconds: from now on; what is under way then ends within the limits of the transport.
    init(requests: Int, seconds: Int64, clock: any WallClock) {
        left = Mutex(requests)
        self.clock = clock
        deadline = clock.now + seconds * 1000
    }

    func take() throws(ExchangeFault) {
        let isLeft = left.withLock { left in
            defer { left -= 1 }
            return left > 0
        }
        guard isLeft, clock.now < deadline else {
            throw ExchangeFault(
                .cancelled, in: .waiting, message: "the experiment took more requests or time than it may")
        }
    }
}

/// Writes down what goes over another transport, within a budget.
struct JournalledTransport: HTTPExchanging {
    let transport: any HTTPExchanging
    let journal: Journal
    let budget: Budget
    let clock: any WallClock
    let isLinted: Bool

    func exchange(_ request: HTTPRequest) async throws(ExchangeFault) -> ExchangeResult {
        try await numbered(request).result
    }

    /// The answer, with the number of the exchange.
    func numbered(_ request: HTTPRequest) async throws(ExchangeFault) -> (result: ExchangeResult, number: Int) {
        try budget.take()
        let sent = clock.now
        do throws(ExchangeFault) {
            let result = try await transport.exchange(request)
            let number = journal.add(
                ExchangeRecord(
                    request: request, response: result.response, sent: sent, received: clock.now,
                    timing: result.timing), isLinted: isLinted)
            return (result, number)
        } catch {
            _ = journal.add(
                ExchangeRecord(request: request, fault: error, sent: sent, received: clock.now), isLinted: isLinted)
            throw error
        }
    }
}
