import HTTPExchange
import NIOCore

extension EventLoopFuture where Value: Sendable {
    /// The outcome, without the throwing of `get()`, which knows no type.
    func outcome() async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in whenComplete { continuation.resume(returning: $0) } }
    }

    /// The outcome, or a fault when it is not there in time or the exchange is stopped first.
    func outcome(
        until deadline: NIODeadline, late: ExchangeFault, stop: StopSignal
    ) async -> Result<Value, any Error> {
        let first = eventLoop.makePromise(of: Value.self)
        cascade(to: first)
        let timer = eventLoop.scheduleTask(deadline: deadline) { first.fail(late) }
        stop.onStop { first.fail(ExchangeFault.cancelled(late.phase)) }
        let outcome = await first.futureResult.outcome()
        timer.cancel()
        return outcome
    }
}
