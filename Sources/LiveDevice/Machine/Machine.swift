import CSP
import DDF
import Device
import DeviceFile
import Hashing
import Notation
import Scenario

/// The machine behind a device file: what its record says, as a device that can be played.
public enum Machine {
    /// - Throws: `unknownMachine` for a Windows or a profile that this Espalier does not know.
    public static func device(_ record: DeviceRecord, provider: String) throws(LiveFault) -> FreshDevice {
        guard let edition = WindowsEdition(rawValue: record.edition),
            let release = WindowsRelease(record.windows, edition: edition)
        else { throw .unknownMachine("\(record.windows) \(record.edition) is no Windows that this Espalier knows") }
        var facts = DeviceProfile(release: release)
        if let text = record.profile {
            do throws(ScenarioError) { facts = try DeviceProfileReader.read(text, release: release) } catch {
                throw .unknownMachine("the device profile in the file: \(error)")
            }
        }
        return FreshDevice(
            release: release, providerID: provider, phase: .desktop, profile: facts.having(MachineIdentity(record)))
    }

    /// MS-CV: its base, 16 characters of Base64, stays with the device (enrollment.md 14.3).
    ///
    /// - Parameter count: how many messages were sent already.
    public static func correlationVector(of deviceID: String, count: Int = 0) -> CorrelationVector {
        CorrelationVector(
            base: String(Base64.encode(SHA256.hash("MS-CV \(deviceID)".utf8)).prefix(16)), count: count)
    }
}
