import DMTree
import ProtocolProfile
import SyncML

/// The answers to the commands of a server that has not proved itself: one Status with 401 or 407 for each, and nothing
/// is executed (DM-AUTH-11).
enum RefusedCommands {
    /// - Returns: in the order of the Statuses: a container before its children (oma-dm.md 8 A26).
    static func outcomes(
        _ commands: [Command], status: Int, _ ambiguities: Ambiguities, parent: String? = nil
    ) -> [CommandOutcome] {
        commands.flatMap { command -> [CommandOutcome] in
            let position = command.origin.position
            let target: String?
            var children: [CommandOutcome] = []
            switch command {
            case .status, .results: return []
            case .atomic(let container), .sequence(let container):
                target = nil
                if ambiguities.refusedChildren == .answered {
                    children = outcomes(
                        container.commands, status: status, ambiguities, parent: container.cmdID ?? "")
                }
            case .add(let command), .replace(let command), .delete(let command), .get(let command),
                .copy(let command), .exec(let command):
                target = command.items.first?.target?.locURI
            case .alert, .unknown: target = nil
            }
            let outcome = CommandOutcome(
                commandID: command.cmdID, command: command.name, target: target, status: status, originalError: nil,
                rule: .authentication, line: position?.line, column: position?.column, parent: parent)
            return [outcome] + children
        }
    }
}
