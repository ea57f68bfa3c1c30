#if Live
import ArgumentParser
import DeviceFile
import EnrollmentClient
import HTTPExchange
import LiveDevice

/// Exit statuses of the live verbs: which side failed (docs/live.md).
enum LiveStatus {
    /// The server refused or broke the protocol, or a session did not end well.
    static let refused: Int32 = 1
    /// A file cannot be read or written, or is damaged.
    static let file: Int32 = 2
    /// The server was not reached, or is not trusted.
    static let connection: Int32 = 3
    /// Another process plays the device.
    static let inUse: Int32 = 4

    static func of(_ fault: LiveFault) -> Int32 {
        switch fault {
        case .enrollment(let failure): of(failure)
        case .file(let fault): fault.code == .inUse ? inUse : file
        case .identity, .key, .transport, .unknownMachine: file
        case .notEnrolled: refused
        }
    }

    static func of(_ failure: EnrollmentFailure) -> Int32 {
        switch failure.code {
        case .notReachable, .certificateUntrusted, .certificateOutOfDate, .badTransfer: connection
        default: refused
        }
    }

    /// Says what is wrong and what to do, and ends with the status.
    static func end(_ fault: LiveFault) -> ExitCode {
        Terminal.printError(Terminal.safe("\(fault)"))
        if !fault.hint.isEmpty { Terminal.printError(Terminal.safe(fault.hint)) }
        return ExitCode(of(fault))
    }
}
#endif
