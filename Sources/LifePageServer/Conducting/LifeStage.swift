import Device
import Dispatch
import Scenario
import Synchronization

/// The place where a life is played: a thread of its own, which waits by the real clock and for commands of whoever watches
/// (docs/decisions/0011: a life waits for its server, so no thread of the cooperative pool may play it).
public final class LifeStage: Sendable {
    /// What becomes of a command.
    public typealias Answer = Result<PageClock, ConductorRefusal>

    private enum Order {
        case browserCame
        case command(ConductorCommand, CheckedContinuation<Answer, Never>)
    }

    private struct Mailbox {
        var orders: [Order] = []
        var isClosed = false
    }

    private let mailbox = Mutex(Mailbox())
    private let mail = DispatchSemaphore(value: 0)

    public init() {}

    // MARK: From anywhere

    /// Somebody looks at the page: a clock that waits begins.
    public func browserCame() {
        mailbox.withLock { box in if !box.isClosed { box.orders.append(.browserCame) } }
        mail.signal()
    }

    /// Has a command obeyed between two steps.
    public func obey(_ command: ConductorCommand) async -> Answer {
        await withCheckedContinuation { continuation in
            let isTaken = mailbox.withLock { box in
                if !box.isClosed { box.orders.append(.command(command, continuation)) }
                return !box.isClosed
            }
            if isTaken { mail.signal() } else { continuation.resume(returning: .failure(.stopped)) }
        }
    }

    /// Ends the play between two steps.
    public func stop() {
        mailbox.withLock { $0.isClosed = true }
        mail.signal()
    }

    /// The clock that a conductor on this stage goes by.
    public static func clock() -> @Sendable () -> Duration {
        let start = ContinuousClock.now
        return { ContinuousClock.now - start }
    }

    // MARK: On the life's own thread

    /// Plays until `stop`, and holds the thread meanwhile.
    ///
    /// - Parameters:
    ///   - clock: told of the clock that the page shows, when it moved in another way than time does.
    public func play<Server: ManagementServer>(
        _ conductor: inout LifeConductor<Server>, _ witness: inout some LifeWitness<Server>,
        clock: (PageClock) -> Void
    ) {
        var shown: PageClock?
        while true {
            conductor.proceed(&witness)
            tell(&conductor, &shown, clock)
            let (orders, isClosed) = mailbox.withLock { box in
                defer { box.orders = [] }
                return (box.orders, box.isClosed)
            }
            guard !isClosed else {
                for order in orders { Self.refuse(order) }
                return
            }
            for order in orders {
                switch order {
                case .browserCame: conductor.browserCame(&witness)
                case .command(let command, let continuation):
                    let answer: Answer
                    do throws(ConductorRefusal) {
                        try conductor.obey(command, &witness)
                        answer = .success(conductor.pageClock)
                    } catch { answer = .failure(error) }
                    tell(&conductor, &shown, clock)
                    continuation.resume(returning: answer)
                }
            }
            guard orders.isEmpty else { continue }
            let pause = conductor.untilWake
            if pause != .zero { witness.letsTimePass() }
            wait(for: pause)
        }
    }

    /// Time that runs on is no news.
    private func tell<Server: ManagementServer>(
        _ conductor: inout LifeConductor<Server>, _ shown: inout PageClock?, _ clock: (PageClock) -> Void
    ) {
        let now = conductor.pageClock
        var known = shown
        if now.state == .playing { known?.time = now.time }
        guard known != now else { return }
        shown = now
        clock(now)
    }

    /// - Parameter duration: nil until something comes in.
    private func wait(for duration: Duration?) {
        guard let duration else {
            mail.wait()
            return
        }
        let nanoseconds = max(0, duration / .nanoseconds(1))
        _ = mail.wait(timeout: .now() + .nanoseconds(Int(min(nanoseconds, 1e18))))
    }

    private static func refuse(_ order: Order) {
        switch order {
        case .browserCame: break
        case .command(_, let continuation): continuation.resume(returning: .failure(.stopped))
        }
    }
}
