#if Live
import ArgumentParser
import Device
import DeviceFile
import LiveDevice
import Scenario

/// `espalier sync`: an enrolled device talks to its server, once or for as long as it stays.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Run a session of an enrolled device with its server, or stay and poll.",
        discussion: """
            Without --wait: one session, as if the user had pressed Sync in Settings, and whatever else is due. With it the \
            device stays: it polls by its schedule, carries out what it was told, renews its certificate.

            Examples:
              espalier sync --device laptop.espalier
              espalier sync --device laptop.espalier --wait
              espalier sync --device laptop.espalier --for 10m --format json

            Exit status: 0 all sessions ended well, 1 one did not, 2 the file cannot be used, 3 the server was not reached, \
            4 another process plays the device.
            """)

    @OptionGroup var live: LiveOptions

    @Flag(name: .customLong("wait"), help: "Stay until interrupted, or until the device leaves management.")
    var waits = false

    @Option(
        name: .customLong("for"), help: ArgumentHelp("Stay for so long, such as 10m or 2h.", valueName: "duration"))
    var duration: String?

    func validate() throws {
        if let duration, ScenarioReader.seconds(duration) == nil {
            throw ValidationError("--for \(duration): write a time such as 90s, 10m or 2h.")
        }
    }

    func run() async throws {
        let device = try live.open()
        let stay: LiveLife.Stay
        if let seconds = duration.flatMap(ScenarioReader.seconds) {
            stay = .wait(milliseconds: seconds * 1000)
        } else {
            stay = waits ? .wait(milliseconds: nil) : .now
        }
        try await live.play(device, stay) { $0.requestSession() }
    }
}

/// `espalier unenroll`: the user leaves management.
struct UnenrollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unenroll",
        abstract: "Leave management, as the user does with Disconnect in Settings.",
        discussion: """
            One session tells the server (Alert 1226), and whatever it answers the device removes its account, certificate \
            and the server's policies. Its identity stays: enroll with the same file enrols it anew.

            Example:
              espalier unenroll --device laptop.espalier

            Exit status: 0 left, 1 Settings does not offer it (a device that is joined to Entra), 2 the file cannot be used, \
            4 another process plays the device.
            """)

    @OptionGroup var live: LiveOptions

    func run() async throws {
        var device = try live.open()
        guard device.disconnect() else {
            Terminal.printError(
                "the device is joined to Entra, and Settings offers no Disconnect there: let the server send Unenroll")
            throw ExitCode(LiveStatus.refused)
        }
        try await live.play(device, .now) { _ in }
    }
}
#endif
