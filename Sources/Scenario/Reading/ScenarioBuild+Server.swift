import ESP
import ReferenceServer
import SyncML
import Yams

extension ScenarioBuild {
    /// When the lists come, and what the server sends beside its plan.
    mutating func readServer() throws(ScenarioError) {
        var sends: [Node] = []
        if let node = fields["server"] {
            let server = try Fields(node, path: "server", keys: ["lists", "userLists", "plan", "sends"])
            sends = try server.list("sends")
            if try server.bool("plan") ?? true { ensureAssignments() } else { assignments = nil }
            if let lists = try server.text("lists"), lists != "never" {
                let seconds = try server.seconds("lists") ?? 0
                assignments?.listsAt = .seconds(seconds)
                script.pushes.append(.seconds(seconds))
            } else if server["lists"] == nil {
                assignments?.listsAt = .seconds(0)
            }
            if let lists = try server.text("userLists") {
                assignments?.userListsAfterSeconds = lists == "never" ? nil : try server.seconds("userLists")
            }
        } else {
            ensureAssignments()
            assignments?.listsAt = .seconds(0)
        }
        for node in sends { try readScripted(node) }
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
        let fields = try Fields(node, path: "command", keys: Self.verbs + ["format", "data", "expect"])
        guard let verb = Self.verbs.first(where: { fields[$0] != nil }) else {
            throw Fields.error(node, "the command has no verb", "write one of \(Self.verbs.joined(separator: ", ")) with a LocURI")
        }
        let uri = try fields.requireText(verb)
        let format = try fields.text("format")
        let item = Item(
            target: Location(uri), meta: format.map { Meta(format: $0) },
            data: try fields.text("data").map { ItemData($0) })
        if let status = try fields.int("expect") {
            expectations.append(
                Expectation(
                    moment: .end, claim: .status(scripted: scriptedCount, status), line: node.mark?.line ?? 1,
                    text: "\(verb) \(uri) answers \(status)"))
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
