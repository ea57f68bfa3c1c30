import ArgumentParser
import Device
import ESP

/// `espalier esp profile`: which profile a device and its user get, why, and what the server sends for it.
struct ESPProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Say which Enrollment Status Page profile a device and its user get, why, and what to send for it.",
        discussion: """
            A file holds profiles as Microsoft Graph exports them: one, an array, or {"value": [...]}, with their assignments; - is \
            standard input. docs/profiles.md says what is read and how a profile is found.

            Example:
              espalier esp profile SyncML-samples/profiles/tenant.json --no-user
              espalier esp profile SyncML-samples/profiles/newer-shape.json --format syncml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, syncml
    }

    /// The modes that show the page.
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case userDriven, preProvisioning, selfDeploying

        var deployment: DeploymentMode {
            switch self {
            case .userDriven: .userDriven
            case .preProvisioning: .preProvisioning
            case .selfDeploying: .selfDeploying
            }
        }
    }

    enum Ownership: String, ExpressibleByArgument, CaseIterable {
        case corporate, personal, unknown

        var property: ProfileSubject.Ownership {
            switch self {
            case .corporate: .corporate
            case .personal: .personal
            case .unknown: .unknown
            }
        }
    }

    @Argument(help: ArgumentHelp("The profiles, as Graph exports them.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("A group that the device is in. May be repeated.", valueName: "id"))
    var deviceGroup: [String] = []

    @Option(help: ArgumentHelp("A group that the user is in. May be repeated.", valueName: "id"))
    var userGroup: [String] = []

    @Flag(help: "No user is known.")
    var noUser = false

    @Option(
        help: ArgumentHelp("userDriven, preProvisioning (the technician flow) or selfDeploying.", valueName: "mode"))
    var mode: Mode = .userDriven

    @Flag(help: "The device is not registered with Autopilot.")
    var noAutopilot = false

    @OptionGroup(title: "The device")
    var windows: WindowsOptions

    @Option(help: ArgumentHelp("The device's model, for filters.", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The device's manufacturer, for filters.", valueName: "name"))
    var manufacturer: String?

    @Option(help: ArgumentHelp("corporate, personal or unknown, for filters.", valueName: "owner"))
    var ownership: Ownership = .corporate

    @Option(help: ArgumentHelp("The Autopilot profile of the device, for filters.", valueName: "name"))
    var enrollmentProfile: String?

    @Option(help: ArgumentHelp("The assignment filters, as Graph exports them.", valueName: "file"))
    var filters: String?

    @Option(help: ArgumentHelp("The DMClient provider of the server.", valueName: "id"))
    var provider = NodeURI.intuneProviderID

    @Option(
        help: ArgumentHelp(
            "An open question answered otherwise: U-01, U-02, U-04 or U-05, such as U-02=asGiven. May be repeated.",
            valueName: "id=option"))
    var choice: [String] = []

    @Option(
        help: ArgumentHelp(
            "text for people, json for machines, syncml for the SyncBody that the server sends.", valueName: "format"))
    var format: Format = .text

    func validate() throws {
        if noUser, !userGroup.isEmpty { throw ValidationError("--no-user and --user-group exclude each other.") }
        if noAutopilot, mode != .userDriven {
            throw ValidationError("--no-autopilot: \(mode.rawValue) needs a device that is registered with Autopilot.")
        }
        if windows.login != nil || windows.phase != "desktop" {
            throw ValidationError(
                "--login and --phase have no effect on profiles; --no-user says that nobody is known.")
        }
        if provider.isEmpty { throw ValidationError("--provider: the id must not be empty.") }
        _ = try choices()
    }

    func run() throws {
        let subject = try subject()
        var intake = ProfileIntake()
        for file in files { try intake.readProfiles(file) }
        if let filters { try intake.readFilters(filters) }
        let resolution = intake.resolve(for: subject)
        let report = ProfileReport(
            windows: try windows.release(), subject: subject, intake: intake,
            result: try resolution.map {
                try ProfileResult(
                    $0, provider: provider, isAutopilotDevice: !noAutopilot, choices: try choices())
            })
        switch format {
        case .json: Terminal.print(try JSONOutput.text(report))
        case .text: for line in ProfileText(report).lines { Terminal.print(line) }
        case .syncml:
            for finding in report.findings where finding.severity == .error {
                Terminal.printError(Terminal.safe(finding.line))
            }
            if let result = report.result { Terminal.print(result.syncml) }
        }
        if intake.isMalformed { throw ExitCode(2) }
        if report.findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func subject() throws -> ProfileSubject {
        let release = try windows.release()
        var device = ProfileSubject.Device(DeviceProfile(release: release), release: release)
        device.groups = deviceGroup
        if let model { device.model = model }
        if let manufacturer { device.manufacturer = manufacturer }
        device.ownership = ownership.property
        device.enrollmentProfileName = enrollmentProfile
        return ProfileSubject(device: device, userGroups: noUser ? nil : userGroup, mode: mode.deployment)
    }

    /// The questions that bear on a profile; the others have no effect here and are refused.
    private static let questions: [Choices.ID] = [.u01, .u02, .u04, .u05]

    private func choices() throws -> Choices {
        try ChoiceArguments(choice, among: Self.questions, subject: "a profile").choices
    }
}
