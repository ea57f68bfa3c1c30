#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells on a terminal how far a long work came; anywhere else, and for a short one, nothing.
struct Progress {
    private let count: Int
    private let isShown: Bool
    private var done = 0

    init(of count: Int) {
        self.count = count
        isShown = count >= 100 && isatty(STDERR_FILENO) == 1
    }

    /// Begins the next piece.
    mutating func step(_ name: String) {
        done += 1
        guard isShown, done % 20 == 0 else { return }
        Terminal.writeError("\r\(done) of \(count) files")
    }

    /// Takes the line away.
    func end() {
        if isShown { Terminal.writeError("\r\u{1B}[K") }
    }
}
