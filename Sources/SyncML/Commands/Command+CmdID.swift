extension Command {
    /// The command with another CmdID. The children of a container keep theirs, and an unknown element stays as it is.
    public func withCmdID(_ cmdID: String) -> Command {
        func items(_ command: ItemCommand) -> ItemCommand {
            var command = command
            command.cmdID = cmdID
            return command
        }
        func container(_ container: Container) -> Container {
            var container = container
            container.cmdID = cmdID
            return container
        }
        switch self {
        case .add(let command): return .add(items(command))
        case .replace(let command): return .replace(items(command))
        case .delete(let command): return .delete(items(command))
        case .get(let command): return .get(items(command))
        case .copy(let command): return .copy(items(command))
        case .exec(let command): return .exec(items(command))
        case .alert(var alert):
            alert.cmdID = cmdID
            return .alert(alert)
        case .atomic(let atomic): return .atomic(container(atomic))
        case .sequence(let sequence): return .sequence(container(sequence))
        case .status(var status):
            status.cmdID = cmdID
            return .status(status)
        case .results(var results):
            results.cmdID = cmdID
            return .results(results)
        case .unknown: return self
        }
    }

    /// The command with each child of a container replaced, in document order; every other command as it is.
    public func mappingChildren(_ transform: (Command) -> Command) -> Command {
        switch self {
        case .atomic(var container):
            container.commands = container.commands.map(transform)
            return .atomic(container)
        case .sequence(var container):
            container.commands = container.commands.map(transform)
            return .sequence(container)
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: return self
        }
    }
}
