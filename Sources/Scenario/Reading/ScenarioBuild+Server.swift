import ESP
import ReferenceServer
import SyncML
import Yams

extension ScenarioBuild {
    /// When the lists come, and what the server sends beside its plan.
    mutating func readServer() throws(ScenarioError) {
        guard let node = fields["server"] else {
            ensureAssignments()
            assignments?.listsAt = .zero
            return
        }
        let server = try Fields(node, path: "server", keys: ["lists", "userLists", "plan", "sends", "faults"])
        if try server.bool("plan") ?? true {
            ensureAssignments()
        } else {
            let forbidden = ["profile", "agent", "policies", "wifi", "vpn", "certificates"].first { fields[$0] != nil }
            if let forbidden {
                throw server.error(
                    "plan", "server.plan is false, but the scenario has \"\(forbidden)\", which only the plan sends",
                    "take one of them out")
            }
            assignments = nil
        }
        switch try server.secondsOrNever("lists") {
        case nil: assignments?.listsAt = .zero
        case .some(nil): assignments?.listsAt = nil
        case .some(let seconds?):
            assignments?.listsAt = .seconds(seconds)
            script.pushes.append(.seconds(seconds))
        }
        if let seconds = try server.secondsOrNever("userLists") { assignments?.userListsAfterSeconds = seconds }
        for node in try server.list("sends") { try readScripted(node) }
        for node in try server.list("faults") { try readFault(node) }
    }

    private mutating func readFault(_ node: Node) throws(ScenarioError) {
        let fault = try Fields(node, path: "server.faults", keys: ["at", "for", "kind"])
        guard let kind = try fault.choice("kind", ReferenceServer.Fault.Kind.self) else {
            throw Fields.error(node, "server.faults has no \"kind\"", "write noAnswer, garbage or endless")
        }
        let start = DeviceTime.seconds(try fault.seconds("at") ?? 0)
        let end = try fault.seconds("for").map { start.adding(seconds: $0) } ?? DeviceTime(milliseconds: .max)
        faults.append(ReferenceServer.Fault(kind: kind, from: start, to: end))
    }

    private mutating func readScripted(_ node: Node) throws(ScenarioError) {
        let message = try Fields(node, path: "server.sends", keys: ["at", "commands"])
        guard let at = try message.seconds("at") else { throw Fields.error(node, "server.sends has no \"at\"") }
        var commands: [Command] = []
        for command in try message.list("commands") {
            commands.append(try readCommand(command))
            scriptedCount += 1
        }
        guard !commands.isEmpty else { throw Fields.error(node, "server.sends has no \"commands\"") }
        scripted.append(ReferenceServer.ScriptedMessage(time: .seconds(at), commands: commands))
        script.pushes.append(.seconds(at))
    }

    private static let verbs = ["add", "replace", "delete", "get", "exec"]

    private mutating func readCommand(_ node: Node) throws(ScenarioError) -> Command {
        let fields = try Fields(
            node, path: "command", keys: Self.verbs + ["format", "type", "data", "expect", "returns"])
        let named = Self.verbs.filter { fields[$0] != nil }
        guard named.count == 1, let verb = named.first else {
            throw Fields.error(
                node,
                named.isEmpty
                    ? "the command has no verb" : "the command has the verbs \(named.joined(separator: " and "))",
                "write one of \(Self.verbs.joined(separator: ", ")) with a LocURI")
        }
        // A LocURI that is malformed may be what the scenario is about, so it goes out as written.
        let uri = try fields.requireText(verb)
        let (format, type) = (try fields.text("format"), try fields.text("type"))
        let item = Item(
            target: Location(uri), meta: format == nil && type == nil ? nil : Meta(format: format, type: type),
            data: try fields.text("data").map { ItemData($0) })
        if let status = try fields.int("expect", in: 100...599) {
            expectations.append(
                Expectation(
                    moment: .end, claim: .status(scripted: scriptedCount, status), line: node.mark?.line ?? 1,
                    text: "\(verb) \(uri) answers \(status)"))
        }
        if let data = try fields.text("returns") {
            guard verb == "get" else { throw fields.error("returns", "only a get returns something") }
            expectations.append(
                Expectation(
                    moment: .end, claim: .result(scripted: scriptedCount, data), line: node.mark?.line ?? 1,
                    text: "\(verb) \(uri) returns \(data)"))
        }
        let command = ItemCommand(cmdID: nil, items: [item])
        switch verb {
        case "add": return .add(command)
        case "replace": return .replace(command)
        case "delete": return .delete(command)
        case "get": return .get(command)
        default: return .exec(command)
        }
    }
}
