import Device
import ReferenceServer

/// A life that was saved between two steps, with the scenario it follows. JSON for a file; the form belongs to one
/// version of Espalier.
public struct SavedScenario: Codable, Sendable {
    /// Of the form; a file of another one is refused.
    public static let version = 1

    public private(set) var savedLifeVersion = Self.version
    /// The YAML text.
    public var scenario: String
    /// Set beside it, in order.
    public var switches: [ScenarioSwitch]
    /// The device profile that was set beside it, as YAML.
    public var deviceProfile: String?
    var life: DeviceLife<ReferenceServer>.Saved
    var server: ReferenceServer.Progress
    var expectations: [Watcher.Memory]
    var registry: RegistryMirror.State?

    init(
        scenario: String, switches: [ScenarioSwitch], deviceProfile: String?, life: DeviceLife<ReferenceServer>.Saved,
        server: ReferenceServer.Progress, expectations: [Watcher.Memory], registry: RegistryMirror.State?
    ) {
        self.scenario = scenario
        self.switches = switches
        self.deviceProfile = deviceProfile
        self.life = life
        self.server = server
        self.expectations = expectations
        self.registry = registry
    }
}
