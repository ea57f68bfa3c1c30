#if Live
import ArgumentParser
import Device
import DeviceFile
import LiveDevice
import Scenario

/// What the verbs of an enrolled device share: its file, whom it trusts, and how it plays.
struct LiveOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("The device file that espalier enroll made.", valueName: "file"))
    var device: String

    @OptionGroup var trust: TrustOptions

    @Option(
        help: ArgumentHelp(
            "Wait so many seconds for another process that plays this device.", valueName: "seconds"))
    var lockTimeout = 10

    @Option(
        help: ArgumentHelp(
            "Send this Entra token of the user with each session (a JWT, or @FILE).", valueName: "token"))
    var userToken: String?

    @Option(help: ArgumentHelp("text for people, json for machines.", valueName: "format"))
    var format: Format = .text

    /// Opens the device where it was left.
    func open() throws -> LiveLife {
        let clock = DeviceClock()
        do {
            let file = try DeviceFile.open(device, for: .playing, waiting: .seconds(lockTimeout))
            for warning in file.warnings { Terminal.printError("\(warning.message); \(warning.hint)") }
            let surroundings = LiveLife.Surroundings(
                trust: trust.deviceTrust(try trust.roots()), clock: clock.clock,
                userToken: try userToken.map { try SecretArgument.text($0, "--user-token") })
            return try LiveLife.open(file, surroundings)
        } catch let fault as DeviceFileFault {
            throw LiveStatus.end(.file(fault))
        } catch let fault as LiveFault {
            throw LiveStatus.end(fault)
        }
    }

    func play(
        _ opened: LiveLife, _ stay: LiveLife.Stay, first: @escaping @Sendable (inout LiveLife) -> Void
    ) async throws { try await LivePlay(format: format).play(opened, stay, first: first) }
}
#endif
