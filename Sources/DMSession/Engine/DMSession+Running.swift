import DMTree
import ProtocolProfile
import SyncML

extension DMSession {
    /// Executes the commands.
    mutating func run(
        _ message: Message, _ exchange: inout Exchange, _ turn: inout Turn, _ tree: inout DeviceTree
    ) {
        judgeChunkStatus(turn.received, &exchange, &turn.diagnostics)
        let owes = !exchange.outbox.isEmpty
        if owes, !exchange.isHolding { turn.diagnostics += SessionText.nextMessageFaults(message) }
        var processor = CommandProcessor(
            tree: tree, rules: rules(message, exchange, tree), object: exchange.incoming, user: user)
        processor.run(message.commands)
        let isFinal = message.isFinal || message.form != .message
        if processor.object != nil, !processor.tookChunk, isFinal, processor.ending == nil {
            processor.interrupt(by: "Final", nil, message.header?.origin ?? .none)
        }
        if message.isFinal, processor.tookChunk, let object = processor.object {
            turn.diagnostics.append(SessionText.objectFinal(object))
        }
        tree = processor.tree
        user = processor.user
        turn.outcomes = processor.outcomes
        turn.diagnostics += processor.diagnostics
        turn.effects = processor.effects
        turn.interactions = processor.interactions
        exchange.incoming = processor.object
        exchange.alerts = processor.alerts
        if processor.hasNoEndOfData, let object = exchange.outbox.object {
            exchange.outbox.dropObject()
            turn.diagnostics.append(SessionText.objectRejected(object.source))
        }
        // A next-message response says nothing about the server's package (oma-dm.md 2.2).
        if !owes || message.commands.contains(where: \.isNewCommand) { exchange.isRequestOpen = !isFinal }
        // The package that holds a chunk is not over, whatever the message says.
        if exchange.incoming != nil { exchange.isRequestOpen = true }
        if let ending = processor.ending {
            state = .ended(ending)
            turn.end = ending
        }
    }

    private func rules(_ message: Message, _ exchange: Exchange, _ tree: DeviceTree) -> CommandProcessor.Rules {
        let profile = tree.profile
        var rules = CommandProcessor.Rules(
            profile: profile, maxObjSize: parameters.maxObjSize, serverMaxObjSize: exchange.server.maxObjSize,
            incoming: MessageCoding(of: message), outgoing: parameters.coding,
            malformed: CommandProcessor.malformed(message, profile))
        guard profile.ambiguities.headerMeta == .honoured, let limit = exchange.server.maxMsgSize else { return rules }
        let version = tree.syncApplicationVersion
        let measure = MessageMeasure(
            header: header(msgID: exchange.sent + 1, address: exchange.address, profile: profile),
            declaresMSFT: version >= 3, options: profile.ambiguities.writing, coding: parameters.coding)
        let builder = ReplyBuilder(
            msgRef: exchange.answered, profile: profile, reportsOriginalError: version >= 3)
        let headerAnswer = exchange.headerAnswer
        rules.fitsOneMessage = { outcomes in
            var builder = builder
            var outcomes = outcomes
            builder.appendHeaderStatus(headerAnswer, for: message.header)
            builder.append(&outcomes)
            return builder.commands.reduce(measure.empty) { $0 + measure.size(of: $1) } <= limit
        }
        return rules
    }
}

extension Command {
    /// True for everything but answers and the signals that keep a package going.
    var isNewCommand: Bool {
        switch self {
        case .status: false
        case .alert(let alert): !["1222", "1223", "1225"].contains(alert.code)
        case .add, .replace, .delete, .get, .copy, .exec, .atomic, .sequence, .results, .unknown: true
        }
    }

    /// Alert 1222.
    var isNextMessage: Bool { if case .alert(let alert) = self { alert.code == "1222" } else { false } }
}
