import Device
import ESP
import ReferenceServer

/// A scenario: a device, a server and a world, and what is expected to happen. Read from a YAML file;
/// `docs/scenarios.md` documents every key.
public struct Scenario: Sendable {
    public var name: String
    public var about: String
    /// What the device and the world do.
    public var script: LifeScript
    /// What the server sends by its plan; nil for a server that only sends scripted messages.
    public var assignments: Assignments?
    public var scripted: [ReferenceServer.ScriptedMessage]
    /// When the server does not do what a server has to.
    public var faults: [ReferenceServer.Fault]
    public var expectations: [Expectation]
    /// Settings of the profile that the reader did not understand, one sentence each.
    public var notes: [String]

    public init(
        name: String, about: String, script: LifeScript, assignments: Assignments?,
        scripted: [ReferenceServer.ScriptedMessage] = [], faults: [ReferenceServer.Fault] = [],
        expectations: [Expectation] = [], notes: [String] = []
    ) {
        self.name = name
        self.about = about
        self.script = script
        self.assignments = assignments
        self.scripted = scripted
        self.faults = faults
        self.expectations = expectations
        self.notes = notes
    }
}
