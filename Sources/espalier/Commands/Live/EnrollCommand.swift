#if Live
import ArgumentParser
import CSP
import DeviceFile
import EnrollmentClient
import Identity
import LiveDevice

/// `espalier enroll`: a device enrols with a real server and stays in a file.
struct EnrollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll",
        abstract: "Enrol a device with an MDM server, as Windows does, and keep it in a file.",
        discussion: """
            Probe, Discover, GetPolicies, RequestSecurityToken, the provisioning document checked and applied as a whole, and \
            the first session. A file that holds a device which has left management enrols the same device again.

            Examples:
              espalier enroll --server https://localhost:8443 --trust ca.pem --user ada@example.test --password pa55 \\
                --device laptop.espalier
              espalier enroll --user ada@contoso.test --password @secret.txt --device laptop.espalier
              espalier enroll --server https://mdm.test/EnrollmentServer/Discovery.svc --user ada@contoso.test \\
                --wresult @token.txt --device laptop.espalier
              espalier enroll --server https://mdm.test --user ada@contoso.test --entra-token @jwt.txt --type device \\
                --device kiosk.espalier

            Exit status: 0 enrolled, 1 the server refused or broke the protocol (the HRESULT that Windows would show is \
            printed), 2 a file cannot be used, 3 the server was not reached or is not trusted, 4 another process plays the \
            device.
            """)

    @Option(
        help: ArgumentHelp(
            "The discovery service, or its host. Default: EnterpriseEnrollment and the domain of the user.",
            valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("Whom to enrol as: the user's name, usually an e-mail address.", valueName: "name"))
    var user: String

    @Option(help: ArgumentHelp("The user's password, or @FILE.", valueName: "password"))
    var password: String?

    @Option(help: ArgumentHelp("The device file to make.", valueName: "file"))
    var device: String

    @OptionGroup var trust: TrustOptions
    @OptionGroup var release: ReleaseOptions
    @OptionGroup var wire: EnrollmentOptions

    @Option(
        help: ArgumentHelp(
            "What the device is: one of \(DeviceProfileArgument.names), or a YAML file (docs/device-profiles.md).",
            valueName: "name|file"))
    var deviceProfile: String?

    @Flag(inversion: .prefixedNo, help: "Run the first session right after the enrolment.")
    var sync = true

    @Option(help: ArgumentHelp("text for people, json for machines.", valueName: "format"))
    var format: LiveOptions.Format = .text

    func validate() throws {
        if let server, ServiceAddress(server: server) == nil {
            throw ValidationError("--server \(server): expected an address such as https://mdm.example.test.")
        }
    }

    func run() async throws {
        let clock = DeviceClock()
        let roots = try trust.roots()
        let start = try EnrollmentStart(self)
        let trusted = trust.deviceTrust(roots)
        let enrolled = try await enrol(start, trusted, clock)
        do {
            let enrolling = DeviceEnrolling(
                record: start.record, device: start.device, enrolled: enrolled, user: user, kind: wire.kind,
                instant: clock.clock.now,
                trust: try roots.map { TrustedRoot(thumbprint: try Certificate(der: $0).thumbprint, der: $0) },
                discoveryURL: server.flatMap { ServiceAddress(server: $0) }?.text ?? "")
            let change = enrolling.change(number: start.number)
            let file: DeviceFile
            if let known = start.file {
                try known.save(change)
                file = known
            } else {
                file = try DeviceFile.create(device, device: change.device ?? start.record, with: change)
            }
            let report = EnrollmentReport(enrolled, user: user, file: device)
            if format == .text { report.print() }
            let surroundings = LiveLife.Surroundings(
                trust: trusted, clock: clock.clock, userToken: try wire.entraTokenText())
            let live = try LiveLife.open(file, surroundings)
            guard sync else {
                if format == .json { Terminal.print(try JSONOutput.text(report)) }
                return
            }
            try await LivePlay(format: format, enrolment: report).play(live, .now) { _ in }
        } catch let fault as DeviceFileFault {
            throw LiveStatus.end(.file(fault))
        } catch let fault as LiveFault {
            throw LiveStatus.end(fault)
        } catch let fault as IdentityFault {
            throw LiveStatus.end(.identity(fault))
        }
    }

    private func enrol(_ start: EnrollmentStart, _ trusted: DeviceTrust, _ clock: DeviceClock) async throws
        -> EnrolledDevice
    {
        let driver = EnrollmentDriver(
            server: server.flatMap { ServiceAddress(server: $0) }, user: user, password: password, trust: trusted,
            wire: wire, isTold: format == .text, clock: clock.clock)
        do { return try await driver.enrol(start.device) } catch let failure as EnrollmentFailure {
            if format == .json { Terminal.print(try JSONOutput.text(EnrollmentReport(failure))) }
            throw EnrollmentText.end(failure)
        }
    }
}
#endif
