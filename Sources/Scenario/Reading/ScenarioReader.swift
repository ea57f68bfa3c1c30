import DDF
import DMTree
import Device
import ESP
import ReferenceServer
import Yams

/// Reads scenario files.
public enum ScenarioReader {
    /// - Throws: `ScenarioError` with line and column for anything that is not a scenario; an unknown key names the
    ///   nearest one.
    ///
    /// - Parameter deviceProfile: a device profile that is set beside the file and wins over its `device.profile`.
    public static func read(
        _ text: String, deviceProfile: String? = nil
    ) throws(ScenarioError) -> Scenario {
        var build = try ScenarioBuild(try document(text, of: "the scenario"), deviceProfile: deviceProfile)
        return try build.scenario()
    }

    /// A scenario that stands inside another document, such as the settings of a server.
    package static func read(_ node: Node) throws(ScenarioError) -> Scenario {
        var build = try ScenarioBuild(node, deviceProfile: nil)
        return try build.scenario()
    }

    /// The root of a YAML text, within the limits.
    ///
    /// - Parameter subject: what the text is, for errors.
    package static func document(_ text: String, of subject: String) throws(ScenarioError) -> Node {
        try YAMLLimits.check(text, of: subject)
        let node: Node
        do {
            guard let composed = try Yams.compose(yaml: text) else {
                throw ScenarioError(line: 1, column: 1, message: "\(subject) is empty")
            }
            node = composed
        } catch let error as ScenarioError {
            throw error
        } catch {
            throw yamlError(error)
        }
        try YAMLLimits.check(node, of: subject)
        return node
    }

    /// Seconds of a length of time as scenario files write it: `90`, `90s`, `20m`, `2h`, `mm:ss`, `hh:mm:ss`; nil for
    /// anything else.
    public static func seconds(_ text: String) -> Int64? { Duration.seconds(text) }

    private static func yamlError(_ error: any Error) -> ScenarioError {
        guard let error = error as? YamlError else {
            return ScenarioError(line: 1, column: 1, message: "the file is no YAML: \(error)")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ScenarioError(
                line: max(1, mark.line), column: max(1, mark.column), message: "the file is no YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return ScenarioError(
                line: max(1, context.mark.line), column: max(1, context.mark.column),
                message: "a key stands twice: \(duplicates.map(\.description).sorted().joined(separator: ", "))")
        default: return ScenarioError(line: 1, column: 1, message: "the file is no YAML: \(error)")
        }
    }
}

/// The parts of a scenario while it is read.
struct ScenarioBuild {
    static let keys = [
        "name", "about", "device", "profile", "profiles", "filters", "agent", "configMgr", "scripts", "apps",
        "policies", "wifi", "vpn",
        "certificates", "renewal", "jobs", "server", "user", "users", "machine", "sessions", "drift", "protocol",
        "quirks",
        "choices", "until", "expect",
    ]

    let fields: Fields
    var script: LifeScript
    var assignments: Assignments?
    var scripted: [ReferenceServer.ScriptedMessage] = []
    var expectations: [Expectation] = []
    var notes: [String] = []
    var faults: [ReferenceServer.Fault] = []
    var mistakes: Set<ReferenceServer.Mistake> = []
    var authentication: ReferenceServer.Authentication?
    var notifications: [ReferenceServer.ScriptedNotification] = []
    var redirects: [ReferenceServer.Redirect] = []
    var appNames: Set<String> = []
    /// Users without a licence, by upn (ESP-307).
    var unlicensedUsers: Set<String> = []
    /// When the blob of an offline domain join is ready; nil: never.
    var blobAt: DeviceTime? = .zero
    var dependencyNodes: [(app: String, name: String, node: Node)] = []
    /// Statuses expected of scripted commands, in order.
    var scriptedCount = 0

    init(_ node: Node, deviceProfile: String?) throws(ScenarioError) {
        fields = try Fields(node, path: "the scenario", keys: Self.keys)
        script = LifeScript(device: try Self.device(fields, deviceProfile))
    }

    mutating func scenario() throws(ScenarioError) -> Scenario {
        if let until = try fields.seconds("until") {
            guard until > 0 else { throw fields.error("until", "until has to be at least one second") }
            script.horizon = .seconds(until)
        }
        try readDevice()
        try readQuirks()
        try readProtocol()
        try readChoices()
        try readUsers()
        try readProfiles()
        try readAgent()
        try readConfigMgr()
        try readScripts()
        try readApps()
        try resolveDependencies()
        try readResources()
        try readJobs()
        try readServer()
        try readMachine()
        try readSessions()
        try readDrift()
        for node in try fields.list("expect") { expectations.append(try expectation(node)) }
        try checkContradictions()
        var scenario = Scenario(
            name: try fields.text("name") ?? "unnamed", about: try fields.text("about") ?? "", script: script,
            assignments: assignments, scripted: scripted, faults: faults, mistakes: mistakes,
            expectations: expectations, notes: notes)
        scenario.authentication = authentication
        scenario.notifications = notifications
        scenario.redirects = redirects
        return scenario
    }

    mutating func profile(_ node: Node) throws(ScenarioError) -> EnrollmentStatusPageProfile {
        do throws(ProfileError) {
            let reading = try EnrollmentStatusPageProfile.read(json: YAMLJSON.text(node))
            notes += reading.findings.map { "profile: \($0.property): \($0.code)" }
            return reading.profile
        } catch {
            throw Fields.error(node, "profile: \(error)")
        }
    }
}

/// A YAML node as JSON text, for the profile reader, which takes what Graph gives.
enum YAMLJSON {
    static func text(_ node: Node) -> String {
        switch node {
        case .mapping(let mapping):
            "{" + mapping.map { "\(quoted($0.key.string ?? "")):\(text($0.value))" }.joined(separator: ",") + "}"
        case .sequence(let sequence): "[" + sequence.map(text).joined(separator: ",") + "]"
        case .scalar(let scalar): value(scalar)
        case .alias: "null"
        }
    }

    private static func value(_ scalar: Node.Scalar) -> String {
        guard scalar.style == .plain || scalar.style == .any else { return quoted(scalar.string) }
        switch scalar.string {
        case "true", "false", "null": return scalar.string
        case "", "~": return "null"
        default: return Int(scalar.string) != nil ? scalar.string : quoted(scalar.string)
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
