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

    /// Text that came from a file or a server, fit to be shown: control characters, which could steer the terminal, become `�`. Line breaks
    /// and tabs stay.
    static func safe(_ text: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func printError(_ text: String) { write("espalier: " + text + "\n", to: STDERR_FILENO) }

    /// Text for standard error as it stands: progress on a terminal.
    static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

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
