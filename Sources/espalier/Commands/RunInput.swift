import ArgumentParser
import DDF
import Scenario

/// What `espalier run` plays: a scenario from its beginning, or a life that was saved.
struct RunInput {
    /// The scenario's text, and the switches beside it: what a saved life carries.
    let text: String
    let switches: [ScenarioSwitch]
    /// The device profile beside it, as YAML.
    let deviceProfile: String?
    var player: ScenarioPlayer

    /// The life as it stands, for a file.
    var saved: SavedScenario { player.saved(scenario: text, switches: switches, deviceProfile: deviceProfile) }

    init(_ command: RunCommand) throws {
        let profile = try DeviceProfileArgument.text(command.deviceProfile)
        // What is wrong with the profile is told as its own, whatever Windows the scenario has.
        if let profile {
            _ = try DeviceProfileArgument.profile(profile, name: command.deviceProfile ?? "", release: .standard)
        }
        do throws(InputFault) {
            if let path = command.resume {
                let saved = try Self.savedLife(path)
                text = saved.scenario
                switches = saved.switches
                deviceProfile = saved.deviceProfile
                do throws(ScenarioError) { player = try ScenarioPlayer(saved) } catch {
                    throw InputFault(text: "\(path): its scenario: \(error)")
                }
            } else {
                text =
                    try command.scenario.map { path throws(InputFault) in try Self.text(of: path) }
                    ?? BundledScenario.text
                let name = command.scenario ?? "the bundled scenario"
                switches = (try? command.switches) ?? []
                deviceProfile = profile
                let scenario = try Self.scenario(text, name, switches, profile)
                for note in scenario.notes { Terminal.printError("\(name): note: \(note)") }
                player = ScenarioPlayer(
                    scenario, keepsMessages: command.keepsMessages, keepsRegistry: command.registry != nil)
            }
            if command.keepsMessages { player.keepMessages() }
        } catch {
            Terminal.printError(error.text)
            throw ExitCode(error.status)
        }
    }

    /// Why there is nothing to play, as the user sees it.
    private struct InputFault: Error {
        var text: String
        /// 2 for input that cannot be read, 64 for a switch that does not exist.
        var status: Int32 = 2
    }

    private static func text(of path: String) throws(InputFault) -> String {
        do throws(FileFault) { return String(decoding: try Files.read(path), as: UTF8.self) } catch {
            throw InputFault(text: "\(error.path): \(error.reason)")
        }
    }

    private static func scenario(
        _ text: String, _ name: String, _ switches: [ScenarioSwitch], _ deviceProfile: String?
    ) throws(InputFault) -> Scenario {
        var scenario: Scenario
        do throws(ScenarioError) { scenario = try ScenarioReader.read(text, deviceProfile: deviceProfile) } catch {
            throw InputFault(text: "\(name):\(error)")
        }
        for change in switches {
            do throws(ScenarioError) { try change.apply(to: &scenario) } catch {
                throw InputFault(
                    text: "Error: \(error.message)" + (error.hint.isEmpty ? "" : "; \(error.hint)"), status: 64)
            }
        }
        return scenario
    }

    private static func savedLife(_ path: String) throws(InputFault) -> SavedScenario {
        let text = try text(of: path)
        guard let saved = JSONInput.value(SavedScenario.self, of: text),
            saved.savedLifeVersion == SavedScenario.version
        else {
            throw InputFault(
                text:
                    "\(path): this is no life that this version of espalier saved; write one with --stop-at and --save")
        }
        return saved
    }
}
