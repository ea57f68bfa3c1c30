#if Live
import Dispatch
import LiveDevice

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The real clock of a verb; an interrupt from the keyboard or a request to end stops it, so that the device rests
/// between two steps and its file is whole.
struct DeviceClock {
    let clock = SystemClock()
    private let sources: [any DispatchSourceSignal]

    init() {
        let clock = clock
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { clock.stop() }
            source.resume()
            return source
        }
    }
}
#endif
