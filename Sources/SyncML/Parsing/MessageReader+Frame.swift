import XMLStream

/// SyncML, SyncBody and what stands without them.
extension MessageReader {
    /// A document whose root is SyncML or SyncBody.
    mutating func document() throws(MessageRefusal) -> Message {
        let root = cursor.name
        namespace = root.namespace
        names.markSeen(cursor.nameID)
        switch names[cursor.nameID].element {
        case .syncBody:
            find(.bodyAlone(at: position()))
            findRootNamespace(root, mustHaveOne: false)
            var message = Message(form: .body, namespace: root.namespace)
            try body(into: &message)
            return message
        default:
            findRootNamespace(root, mustHaveOne: true)
            return try syncML(namespace: root.namespace)
        }
    }

    private mutating func findRootNamespace(_ root: XMLName, mustHaveOne: Bool) {
        if root.namespace == nil, !mustHaveOne || root.local.contains(":") { return }
        if let finding = Finding.rootNamespace(root.namespace, at: position()) { find(finding) }
    }

    private mutating func syncML(namespace: String?) throws(MessageRefusal) -> Message {
        var message = Message(form: .message, namespace: namespace)
        let start = position()
        var order = ChildOrder()
        var hasBody = false
        enter("SyncML")
        while let child = try next(in: "SyncML") {
            switch child {
            case .syncHdr where message.header == nil:
                if order.isLate(0) { find(.childOrder("SyncHdr", in: "SyncML", at: position())) }
                message.header = try header()
            case .syncBody where !hasBody:
                _ = order.isLate(1)
                hasBody = true
                try body(into: &message)
            default: message.unknown.append(unknown(child, in: "SyncML"))
            }
        }
        if message.header == nil { find(.headerMissing(at: start)) }
        if !hasBody { find(.bodyMissing(at: start)) }
        return message
    }

    private mutating func body(into message: inout Message) throws(MessageRefusal) {
        let start = position()
        enter("SyncBody")
        while let child = try next(in: "SyncBody") {
            if child == .final {
                message.isFinal = true
                flag()
                continue
            }
            if message.isFinal { find(.afterFinal(cursor.name.local, at: position())) }
            message.commands.append(try command(child))
        }
        if message.commands.isEmpty { find(.bodyEmpty(at: start)) }
    }

    /// Elements without a root: commands, SyncHdr and SyncBody, or parts of commands.
    mutating func fragment() throws(MessageRefusal) -> Message {
        isWhole = false
        cursor.enter()
        var message = Message(form: .commands, namespace: nil)
        var isFirst = true
        var start = XMLPosition.start
        var hasBody = false
        while let id = cursor.nextChild() {
            if isFirst {
                isFirst = false
                start = position()
                beginFragment(names[id].element, of: &message)
            }
            names.markSeen(id)
            switch names[id].element {
            case .syncHdr where message.form == .message && message.header == nil: message.header = try header()
            case .syncBody where message.form == .message && !hasBody:
                hasBody = true
                try body(into: &message)
            case let child where child == .other || ElementName.commands.contains(child):
                message.commands.append(try command(child))
            case .final where message.form == .commands:
                message.isFinal = true
                flag()
            case let child: message.unknown.append(part(child))
            }
        }
        if message.form == .message, !hasBody { find(.bodyMissing(at: start)) }
        return message
    }

    /// What the first element says about the whole. Parts alone say nothing about a namespace.
    private mutating func beginFragment(_ first: ElementName, of message: inout Message) {
        let isCommand = first == .other || ElementName.commands.contains(first)
        guard first == .syncHdr || isCommand else { return }
        message.namespace = cursor.name.namespace
        namespace = message.namespace
        findRootNamespace(cursor.name, mustHaveOne: first == .syncHdr)
        if isCommand {
            find(.bareCommands(at: position()))
        } else {
            message.form = .message
            find(.rootMissing(at: position()))
        }
    }

    private mutating func part(_ child: ElementName) -> UnknownElement {
        find(.partAlone(cursor.name.local, at: position()))
        return verbatim()
    }
}
