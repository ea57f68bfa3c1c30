import HTTPExchange
import NIOConcurrencyHelpers
import NIOCore

/// The connections of a transport: those that wait for the next exchange, and those at work, so that all can be ended.
final class ConnectionPool: Sendable {
    private enum State {
        case open(Open)
        /// Nothing is begun any more; those who wait for the last exchange to end.
        case closing(Open, waiting: [CheckedContinuation<Void, Never>])
        case closed
    }

    private struct Open {
        var unused: [Origin: [Connection]] = [:]
        var atWork: [Int: StopSignal] = [:]
        var begun = 0
    }

    private let state = NIOLockedValueBox(State.open(Open()))
    private let mostUnused: Int

    init(mostUnused: Int) { self.mostUnused = mostUnused }

    /// - Returns: the number to give back to `end`; nil when the transport is closed.
    func begin(_ stop: StopSignal) -> Int? {
        state.withLockedValue { state in
            guard case .open(var open) = state else { return nil }
            open.begun += 1
            open.atWork[open.begun] = stop
            state = .open(open)
            return open.begun
        }
    }

    func end(_ number: Int) {
        let waiting = state.withLockedValue { state -> [CheckedContinuation<Void, Never>] in
            switch state {
            case .open(var open):
                open.atWork[number] = nil
                state = .open(open)
            case .closing(var open, let waiting):
                open.atWork[number] = nil
                guard open.atWork.isEmpty else {
                    state = .closing(open, waiting: waiting)
                    return []
                }
                state = .closed
                return waiting
            case .closed: break
            }
            return []
        }
        for continuation in waiting { continuation.resume() }
    }

    /// The unused connection that was at work last; it is the caller's then.
    func take(_ origin: Origin) -> Connection? {
        state.withLockedValue { state in
            guard case .open(var open) = state else { return nil }
            defer { state = .open(open) }
            while let connection = open.unused[origin]?.popLast() {
                if connection.channel.isActive { return connection }
            }
            return nil
        }
    }

    /// Keeps a connection for the next exchange, or ends it when there are enough.
    func keep(_ connection: Connection, for origin: Origin) {
        let isKept = state.withLockedValue { state in
            guard case .open(var open) = state, connection.channel.isActive,
                open.unused[origin, default: []].count < mostUnused
            else { return false }
            open.unused[origin, default: []].append(connection)
            state = .open(open)
            return true
        }
        if !isKept { connection.stop() }
    }

    /// Has to be called once for each new connection: one that ends while it is unused is dropped then.
    func watch(_ connection: Connection, for origin: Origin) {
        connection.channel.closeFuture.whenComplete { [weak self] _ in self?.forget(connection, of: origin) }
    }

    private func forget(_ connection: Connection, of origin: Origin) {
        state.withLockedValue { state in
            guard case .open(var open) = state else { return }
            open.unused[origin]?.removeAll { $0.id == connection.id }
            if open.unused[origin]?.isEmpty == true { open.unused[origin] = nil }
            state = .open(open)
        }
    }

    /// Ends the unused connections.
    func dropUnused() {
        let unused = state.withLockedValue { state -> [Connection] in
            guard case .open(var open) = state else { return [] }
            defer { state = .open(open) }
            defer { open.unused = [:] }
            return open.unused.values.flatMap { $0 }
        }
        for connection in unused { connection.stop() }
    }

    /// Ends all exchanges and connections, and returns when the last exchange is over.
    func close() async {
        let ending = state.withLockedValue { state -> Open in
            guard case .open(let open) = state else { return Open() }
            state = .closing(open, waiting: [])
            return open
        }
        for connection in ending.unused.values.joined() { connection.stop() }
        for stop in ending.atWork.values { stop.stop() }
        await withCheckedContinuation { continuation in
            let isOver = state.withLockedValue { state in
                guard case .closing(let open, let waiting) = state, !open.atWork.isEmpty else {
                    state = .closed
                    return true
                }
                state = .closing(open, waiting: waiting + [continuation])
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
