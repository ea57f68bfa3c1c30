import ESP
import ReferenceServer
import SyncML
import Yams

/// Commands that a scenario writes out itself.
extension ScenarioBuild {
    mutating func readScripted(_ node: Node) throws(ScenarioError) {
        let message = try Fields(node, path: "server.sends", keys: ["at", "commands"])
        guard let at = try message.seconds("at") else { throw Fields.error(node, "server.sends has no \"at\"") }
        try checkInstant("at", message)
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
