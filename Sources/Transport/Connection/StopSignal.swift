import NIOConcurrencyHelpers

/// What ends an exchange from outside: the cancellation of its task, or the end of the transport.
///
/// An exchange is always at one thing; `onStop` says what to do about that one.
final class StopSignal: Sendable {
    private enum State {
        case running((@Sendable () -> Void)?)
        case stopped
    }

    private let state = NIOLockedValueBox(State.running(nil))

    var isStopped: Bool {
        switch state.withLockedValue({ $0 }) {
        case .running: false
        case .stopped: true
        }
    }

    func stop() {
        let action = state.withLockedValue { state -> (@Sendable () -> Void)? in
            guard case .running(let action) = state else { return nil }
            state = .stopped
            return action
        }
        action?()
    }

    /// The thing at hand is done; what comes next says what is to be done about it.
    func disarm() {
        state.withLockedValue { state in
            if case .running = state { state = .running(nil) }
        }
    }

    /// Takes the place of the action before; done at once when the signal was given already.
    func onStop(_ action: @escaping @Sendable () -> Void) {
        let isStopped = state.withLockedValue { state in
            guard case .running = state else { return true }
            state = .running(action)
            return false
        }
        if isStopped { action() }
    }
}
