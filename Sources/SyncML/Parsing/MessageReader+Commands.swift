import XMLStream

/// The commands that a server sends.
extension MessageReader {
    /// The child of a SyncBody or container that the cursor stands on.
    mutating func command(_ child: ElementName) throws(MessageRefusal) -> Command {
        commandCount += 1
        guard commandCount <= limits.commandsPerMessage else {
            throw .tooManyCommands(allowed: limits.commandsPerMessage, at: position())
        }
        switch child {
        case .add: return .add(try itemCommand("Add"))
        case .replace: return .replace(try itemCommand("Replace"))
        case .delete: return .delete(try itemCommand("Delete"))
        case .get: return .get(try itemCommand("Get"))
        case .copy: return .copy(try itemCommand("Copy"))
        case .exec: return .exec(try itemCommand("Exec"))
        case .alert: return .alert(try alert())
        case .atomic: return .atomic(try container("Atomic"))
        case .sequence: return .sequence(try container("Sequence"))
        case .status: return .status(try status())
        case .results: return .results(try results())
        default: return .unknown(unknownCommand(child))
        }
    }

    private mutating func unknownCommand(_ child: ElementName) -> UnknownElement {
        let name = cursor.name.local
        if child == .other, let known = ElementName.differingInCase(from: name) {
            find(.nameCase(name, known: known, at: position()))
        } else {
            find(.unknownCommand(name, at: position()))
        }
        let element = verbatim()
        let id = Command.unknown(element).cmdID
        commandIDs.note(id.flatMap(CommandIDs.number))
        return element
    }

    private mutating func itemCommand(_ name: StaticString) throws(MessageRefusal) -> ItemCommand {
        var command = ItemCommand(cmdID: nil, items: [], origin: origin())
        // Gathered here: in the command each one would copy those before it.
        var unknown: [UnknownElement] = []
        var order = ChildOrder()
        enter(name)
        while let child = try next(in: name) {
            let rank: UInt8
            switch child {
            case .cmdID where command.cmdID == nil:
                rank = 0
                command.cmdID = commandID()
            case .item:
                rank = 5
                try item(into: &command.items)
            case .meta where order.isFirst(3):
                rank = 3
                try meta(into: &command.meta)
            case .correlator where command.correlator == nil:
                rank = 4
                command.correlator = text()
            case .noResp:
                rank = 1
                command.noResp = noResp()
            case .cmdID, .meta, .correlator:
                unknown.append(repeated("\(name)"))
                continue
            default:
                unknown.append(unknownChild(child, of: name))
                continue
            }
            if order.isLate(rank) { findChildOrder(child, in: name, command.origin) }
        }
        if !unknown.isEmpty { command.unknown = unknown }
        finish(command.cmdID, name, command.origin)
        if command.items.isEmpty { findMissing(.item, in: name, command.origin) }
        return command
    }

    private mutating func alert() throws(MessageRefusal) -> Alert {
        var alert = Alert(cmdID: nil, origin: origin())
        var order = ChildOrder()
        enter("Alert")
        while let child = try next(in: "Alert") {
            let rank: UInt8
            switch child {
            case .cmdID where alert.cmdID == nil:
                rank = 0
                alert.cmdID = commandID()
            case .data where order.isFirst(2):
                rank = 2
                alert.data = data()
            case .correlator where alert.correlator == nil:
                rank = 3
                alert.correlator = text()
            case .item:
                rank = 4
                try item(into: &alert.items)
            case .noResp:
                rank = 1
                alert.noResp = noResp()
            case .cmdID, .data, .correlator:
                alert.unknown.append(repeated("Alert"))
                continue
            default:
                alert.unknown.append(unknownChild(child, of: "Alert"))
                continue
            }
            if order.isLate(rank) { findChildOrder(child, in: "Alert", alert.origin) }
        }
        finish(alert.cmdID, "Alert", alert.origin)
        if alert.data == nil { findMissing(.data, in: "Alert", alert.origin) }
        return alert
    }

    private mutating func container(_ name: StaticString) throws(MessageRefusal) -> Container {
        var container = Container(cmdID: nil, commands: [], origin: origin())
        var order = ChildOrder()
        // The container's own CmdID is judged before those of its children when it comes first, as it should.
        enter(name)
        while let child = try next(in: name) {
            let rank: UInt8
            switch child {
            case .cmdID where container.cmdID == nil:
                rank = 0
                container.cmdID = commandID()
            case .noResp:
                rank = 1
                container.noResp = noResp()
            case .meta where order.isFirst(2):
                rank = 2
                try meta(into: &container.meta)
            default:
                rank = 3
                container.commands.append(try command(child))
            }
            if order.isLate(rank) { findChildOrder(child, in: name, container.origin) }
        }
        finish(container.cmdID, name, container.origin)
        return container
    }
}

/// What all commands share.
extension MessageReader {
    /// The text of a CmdID, nil when empty.
    mutating func commandID() -> String? {
        let offset = cursor.offset
        let id = text()
        if id.isEmpty { return nil }
        let number = CommandIDs.number(id)
        commandIDs.note(number)
        if number == nil {
            let finding = Finding.commandIDPlaceholder(id, at: tape.position(at: offset))
            find(isWhole ? finding : finding.weakened(to: .note))
        } else if number == 0 {
            find(.commandIDZero(at: tape.position(at: offset)))
        }
        return id
    }

    /// Called at the end of every command.
    @inline(__always)
    mutating func finish(_ cmdID: String?, _ name: StaticString, _ origin: Origin) {
        if cmdID == nil, let place = origin.position {
            let finding = Finding.commandIDMissing("\(name)", at: place)
            find(isWhole ? finding : finding.weakened(to: .note))
        }
    }

    mutating func noResp() -> Bool {
        find(.noResp(at: position()))
        flag()
        return true
    }

    mutating func unknownChild(_ child: ElementName, of command: StaticString) -> UnknownElement {
        if child == .cred {
            find(.credInCommand("\(command)", at: position()))
            return verbatim()
        }
        return unknown(child, in: "\(command)")
    }

    mutating func findChildOrder(_ child: ElementName, in parent: StaticString, _ origin: Origin) {
        if let place = origin.position { find(.childOrder(child.rawValue, in: "\(parent)", at: place)) }
    }

    mutating func findMissing(_ child: ElementName, in parent: StaticString, _ origin: Origin) {
        if let place = origin.position { find(.elementMissing(child, in: "\(parent)", at: place)) }
    }
}
