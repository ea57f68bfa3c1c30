#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes to the standard streams. Colour and progress go to a terminal only.
enum Terminal {
    /// True when standard output is a terminal and nobody asked for no colour (no-color.org).
    static let hasColour = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil

    static let isInteractive = isatty(STDOUT_FILENO) == 1

    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func printError(_ text: String) { write("espalier: " + text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                #if canImport(Glibc)
                let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                let written = Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                guard written > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }
}

/// The few colours in use; each is text too, so nothing is said by colour alone.
enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case dim = "2"
    case bold = "1"

    func callAsFunction(_ text: String) -> String {
        Terminal.hasColour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Terminal {
    /// Waits, for lives that are watched.
    static func sleep(milliseconds: Double) {
        guard milliseconds > 0 else { return }
        let seconds = (milliseconds / 1000).rounded(.down)
        var time = timespec()
        time.tv_sec = Int(seconds)
        time.tv_nsec = Int((milliseconds / 1000 - seconds) * 1_000_000_000)
        nanosleep(&time, nil)
    }
}
