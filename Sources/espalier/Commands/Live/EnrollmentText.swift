#if Live
import ArgumentParser
import EnrollmentClient
import LiveDevice

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The course of an enrolment on a terminal, on standard error: anywhere else nothing.
struct EnrollmentText {
    private let isShown: Bool

    init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

    func show(_ progress: EnrollmentProgress) {
        guard isShown else { return }
        switch progress {
        case .sending(let method, let url, let step):
            Terminal.writeError(Terminal.safe("\(step.rawValue): \(method.rawValue) \(url)\n"))
        case .received(let status, let bytes, let timing):
            Terminal.writeError("  \(status), \(bytes) bytes, \(timing.total / 1_000_000) ms\n")
        case .noResponse(let fault): Terminal.writeError(Terminal.safe("  \(fault)\n"))
        case .makingKey(let bits): Terminal.writeError("making an RSA key of \(bits) bits\n")
        case .provisioning: Terminal.writeError("applying the provisioning document\n")
        }
    }

    /// Says why there is no enrolment, as Windows would and as we can, and ends with the status.
    static func end(_ failure: EnrollmentFailure) -> ExitCode {
        let symbol = failure.symbol.map { " \($0.name)" } ?? ""
        let place = failure.position.map { " (line \($0.line), column \($0.column) of the answer)" } ?? ""
        Terminal.printError(
            Terminal.safe(
                "\(failure.step.rawValue): \(sentence(failure.message))\(place). Windows shows \(failure.hresult)\(symbol)."
            ))
        // The hint of a fault repeats what the server says.
        if let text = failure.server?.text, !failure.hint.contains(text) {
            Terminal.printError(Terminal.safe("the server says: \(text)"))
        }
        if !failure.hint.isEmpty { Terminal.printError(Terminal.safe(failure.hint)) }
        return ExitCode(LiveStatus.of(failure))
    }

    /// Without the full stop that some messages have.
    private static func sentence(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
}
#endif
