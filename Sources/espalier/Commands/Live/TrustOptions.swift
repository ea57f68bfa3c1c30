#if Live
import ArgumentParser
import Identity
import LiveDevice
import Transport

/// Whom a verb trusts on the network. No check is ever off by itself.
struct TrustOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Trust the certificates of this PEM file as roots of servers. May be repeated. Kept in the device file.",
            valueName: "file"))
    var trust: [String] = []

    @Flag(help: "Trust the roots of this system, too.")
    var systemTrust = false

    @Flag(
        help: "Check no certificate of any server: anybody on the way may read and change what is sent. For tests only."
    )
    var insecure = false

    @Option(help: ArgumentHelp("Give up on one exchange after so many seconds.", valueName: "seconds"))
    var timeout: Int = 300

    func validate() throws {
        guard (1...86_400).contains(timeout) else {
            throw ValidationError("--timeout \(timeout): expected 1 to 86400 seconds.")
        }
    }

    /// The roots of the files, DER.
    ///
    /// - Throws: `ExitCode(2)` for a file that is none, which the user is told.
    func roots() throws -> [[UInt8]] {
        var roots: [[UInt8]] = []
        for path in trust {
            do {
                let text = String(decoding: try Files.read(path), as: UTF8.self)
                let certificates = try Certificate.all(inPEM: text)
                guard !certificates.isEmpty else {
                    Terminal.printError("\(path): there is no certificate in PEM in this file")
                    throw ExitCode(2)
                }
                roots += certificates.map(\.der)
            } catch let fault as FileFault {
                Terminal.printError("\(fault.path): \(fault.reason)")
                throw ExitCode(2)
            } catch let fault as IdentityFault {
                Terminal.printError("\(path): \(fault)")
                throw ExitCode(2)
            }
        }
        return roots
    }

    /// - Parameter roots: those of the files and of the device.
    func deviceTrust(_ roots: [[UInt8]]) -> DeviceTrust {
        if insecure {
            Terminal.printError(
                Colour.red("--insecure: NO certificate is checked. Passwords and keys go to whoever answers."))
        }
        var limits = TransportLimits()
        limits.exchange = .seconds(timeout)
        return DeviceTrust(roots: roots, includesSystem: systemTrust, isInsecure: insecure, limits: limits)
    }
}
#endif
