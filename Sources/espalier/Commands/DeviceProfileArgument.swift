import ArgumentParser
import DDF
import Device
import Scenario

/// The value of `--device-profile`: the name of a ready profile, or a file.
enum DeviceProfileArgument {
    /// The ready profiles, for help texts.
    static let names = ReadyDeviceProfile.allCases.map(\.rawValue).joined(separator: ", ")

    /// The YAML text; nil when the option was not given.
    ///
    /// - Throws: `ExitCode(2)` for a file that cannot be read, which the user is told.
    static func text(_ value: String?) throws -> String? {
        guard let value else { return nil }
        if let ready = ReadyDeviceProfile(name: value) { return ready.text }
        do throws(FileFault) { return String(decoding: try Files.read(value), as: UTF8.self) } catch {
            Terminal.printError("\(value): \(error.reason); the ready device profiles are \(names)")
            throw ExitCode(2)
        }
    }

    /// - Parameter name: what the text is called in errors.
    /// - Throws: `ExitCode(2)` for a text that is no profile, which the user is told.
    static func profile(_ text: String, name: String, release: WindowsRelease) throws -> DeviceProfile {
        do throws(ScenarioError) { return try DeviceProfileReader.read(text, release: release) } catch {
            Terminal.printError("\(name):\(error)")
            throw ExitCode(2)
        }
    }
}
