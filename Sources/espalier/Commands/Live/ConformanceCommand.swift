#if Live
import ArgumentParser
import Conformance
import EnrollmentClient
import LiveDevice
import ServerConformance
import Transport

/// `espalier conformance`: plays a client against a server and says which requirements it meets.
struct ConformanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Check a real MDM server against the requirements that a client can observe.",
        discussion: """
            Enrols fresh devices with the given user, runs sessions, renews and unenrols, and gives each requirement of \
            enrollment.md 16 and of oma-dm.md 7 (server side) one verdict: pass, fail, warn or not observed, with the reason. \
            The devices of the experiments stay known to the server (docs/conformance-server.md).

            Examples:
              espalier conformance --server https://localhost:8443 --trust ca.pem --user ada@example.test --password @pw.txt
              espalier conformance --server https://localhost:8443 --trust ca.pem --user ada@example.test --password pa55 \\
                --intrusive --report junit=server.xml --save-capture server.jsonl

            Exit status: 0 no check fails, 1 a check fails or the server refuses the user, 2 a file cannot be used, 3 the \
            server was not reached or is not trusted, 64 wrong usage.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("The discovery service, or its host.", valueName: "url"))
    var server: String

    @Option(help: ArgumentHelp("Whom to enrol as: the user's name, usually an e-mail address.", valueName: "name"))
    var user: String

    @Option(help: ArgumentHelp("The user's password, or @FILE.", valueName: "password"))
    var password: String

    @OptionGroup var trust: TrustOptions
    @OptionGroup var release: ReleaseOptions

    @Flag(
        help: "Make experiments that misbehave, too: stale digests, broken and huge messages. Not for servers in use.")
    var intrusive = false

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "A report in a file, such as junit=out.xml (\(ReportOptions.forms)); may be repeated.",
            valueName: "form=file"))
    var reports: [ReportTarget] = []

    @Option(help: ArgumentHelp("text for people, json for machines.", valueName: "format"))
    var format: Format = .text

    @Flag(name: .shortAndLong, help: "Leave out what was not observed.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "Write what went over the wire to this file: JSON Lines with secrets in it.", valueName: "file.jsonl"))
    var saveCapture: String?

    func validate() throws {
        guard ServiceAddress(server: server) != nil else {
            throw ValidationError("--server \(server): expected an address such as https://mdm.example.test.")
        }
    }

    func run() async throws {
        guard let address = ServiceAddress(server: server) else { throw ExitCode(64) }
        let roots = try trust.roots()
        var trusted = trust.deviceTrust(roots)
        trusted.limits.exchange = min(trusted.limits.exchange, .seconds(60))
        let factory: DeviceTransport.Factory
        do throws(TransportSetupFault) { factory = try trusted.factory() } catch {
            throw LiveStatus.end(.transport(error))
        }
        let bench = Bench(
            Bench.Subject(
                server: address, user: user, password: Secret(try SecretArgument.text(password, "--password"))),
            release: try release.release(), roots: roots, makeTransport: factory)
        let isTold = format == .text && Terminal.hasColour
        let result = await ConformanceRun(bench, isIntrusive: intrusive).run { step in
            if isTold { Terminal.writeError(Terminal.safe("\(step)\n")) }
        }
        switch format {
        case .text: Terminal.print(Terminal.safe(ConformanceText(isQuiet: quiet).text(result)))
        case .json: Terminal.print(try JSONOutput.text(ConformanceDocument(result)))
        }
        try write(result)
        throw ExitCode(result.exitStatus)
    }

    private func write(_ result: ConformanceResult) throws {
        do throws(FileFault) {
            if let saveCapture { try Files.write(result.capture, to: saveCapture) }
            for target in reports {
                let settings = ReportSettings(toolVersion: Espalier.configuration.version)
                guard let text = try? result.report.text(as: target.form, settings) else {
                    throw FileFault(path: target.file, reason: "the report cannot be written")
                }
                try Files.write(Array(text.utf8), to: target.file)
            }
        } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(LiveStatus.file)
        }
    }
}
#endif
