import ArgumentParser
import DDF
import Device
import Scenario

/// Which Windows is meant: shared by the verbs that need to know what exists on it.
struct ReleaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Windows release, such as 11-25h2 (the default), 10-22h2, or a full version like 10.0.22621.3235.",
            valueName: "release"))
    var windows: String?

    @Option(help: ArgumentHelp("Edition: pro, enterprise, home, education, se or iot.", valueName: "edition"))
    var edition = "enterprise"

    func validate() throws { _ = try release() }

    func release() throws -> WindowsRelease {
        let edition = try WindowsOptions.choice(edition, WindowsEdition.self, "--edition")
        let windows = windows ?? WindowsRelease.standard.name
        guard let release = WindowsRelease(windows, edition: edition) else {
            let names = WindowsRelease.named.map(\.name).joined(separator: ", ")
            throw ValidationError(
                "--windows \(windows): no such release. Known are \(names), or a full version such as 10.0.22621.3235.")
        }
        return release
    }
}

/// Which Windows is played, and how it stands: shared by the verbs that make a fresh device.
struct WindowsOptions: ParsableArguments {
    @OptionGroup
    var target: ReleaseOptions

    @Option(
        help: ArgumentHelp(
            "Who is signed in: user, others or none. Default: user on the desktop, others in oobe.", valueName: "who"))
    var login: String?

    @Option(help: ArgumentHelp("Where the device is in its life: oobe or desktop.", valueName: "phase"))
    var phase = "desktop"

    @Option(
        help: ArgumentHelp(
            "What the device is: one of \(DeviceProfileArgument.names), or a YAML file (docs/device-profiles.md).",
            valueName: "name|file"))
    var deviceProfile: String?

    func validate() throws {
        _ = try Self.choice(phase, FreshDevice.Phase.self, "--phase")
        if let login { _ = try Self.choice(login, FreshDevice.Login.self, "--login") }
    }

    func release() throws -> WindowsRelease { try target.release() }

    /// - Throws: `ExitCode(2)` for a device profile that cannot be read, which the user is told.
    func device(providerID: String) throws -> FreshDevice {
        let release = try release()
        return FreshDevice(
            release: release, providerID: providerID,
            login: try login.map { try Self.choice($0, FreshDevice.Login.self, "--login") },
            phase: try Self.choice(phase, FreshDevice.Phase.self, "--phase"),
            profile: try DeviceProfileArgument.text(deviceProfile).map {
                try DeviceProfileArgument.profile($0, name: deviceProfile ?? "", release: release)
            })
    }

    static func choice<Value: RawRepresentable & CaseIterable>(
        _ text: String, _ type: Value.Type, _ option: String
    ) throws -> Value where Value.RawValue == String {
        if let value = Value(rawValue: text.lowercased()) { return value }
        let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(option) \(text): expected one of \(all).")
    }
}
