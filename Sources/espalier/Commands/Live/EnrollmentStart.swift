#if Live
import ArgumentParser
import CSP
import Capture
import Device
import DeviceFile
import LiveDevice

/// The device that is about to enrol: a new one, or the one of a file that has left management.
struct EnrollmentStart {
    var record: DeviceRecord
    var device: FreshDevice
    /// nil for a new one.
    var file: DeviceFile?
    /// How many enrolments it has with this one.
    var number = 1

    init(_ command: EnrollCommand) throws {
        if Files.exists(command.device) {
            do {
                let file = try DeviceFile.open(command.device, for: .playing, waiting: .seconds(10))
                let content = try file.content()
                guard content.enrolment == nil else {
                    // DEVICE_ALREADY_ENROLLED (enrollment.md 9.2).
                    Terminal.printError(
                        "\(command.device): the device is enrolled already (0x8018000A); espalier unenroll --device \(command.device) ends it"
                    )
                    throw ExitCode(LiveStatus.refused)
                }
                record = content.device
                device = try Machine.device(record, provider: "MS DM Server")
                self.file = file
                number = (content.enrolments.last?.number ?? 0) + 1
                return
            } catch let fault as DeviceFileFault {
                throw LiveStatus.end(.file(fault))
            } catch let fault as LiveFault {
                throw LiveStatus.end(fault)
            }
        }
        let release = try command.release.release()
        let profile = try DeviceProfileArgument.text(command.deviceProfile)
        let facts =
            try profile.map {
                try DeviceProfileArgument.profile($0, name: command.deviceProfile ?? "", release: release)
            } ?? DeviceProfile(release: release)
        var generator = SystemRandomNumberGenerator()
        let identity = MachineIdentity(adapters: facts.networkAdapters.count, using: &generator)
        let now = SystemClock().now
        record = DeviceRecord(
            deviceID: identity.deviceID, hardwareID: identity.hardwareID, macAddresses: identity.macAddresses,
            name: identity.name, windows: release.name, edition: release.edition.rawValue, profile: profile,
            epoch: now / 1000, created: CaptureTime(microseconds: now * 1000))
        do throws(LiveFault) { device = try Machine.device(record, provider: "MS DM Server") } catch {
            throw LiveStatus.end(error)
        }
    }
}
#endif
