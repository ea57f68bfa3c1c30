import DMTree
import ProtocolProfile
import SyncML

extension DMSession {
    /// Makes the answer, as much of it as one message may hold (oma-dm.md 2.2).
    mutating func answer(
        _ message: Message, _ exchange: inout Exchange, _ turn: inout Turn, _ tree: DeviceTree
    ) {
        let profile = tree.profile
        turn.declaresMSFT = tree.syncApplicationVersion >= 3
        let header = header(msgID: exchange.sent + 1, address: exchange.address, profile: profile)
        let limit = exchange.server.maxMsgSize
        let isSplit = profile.ambiguities.headerMeta == .honoured && limit != nil || !exchange.outbox.isEmpty
        let measure =
            limit == nil && !isSplit
            ? nil
            : MessageMeasure(
                header: header, declaresMSFT: turn.declaresMSFT, options: turn.writing, coding: parameters.coding)
        var builder = ReplyBuilder(
            msgRef: exchange.answered, profile: profile, reportsOriginalError: turn.declaresMSFT,
            observedLimit: isSplit ? nil : limit.flatMap { limit in measure.map { (limit, $0) } })
        builder.appendHeaderStatus(exchange.headerAnswer, for: message.header)
        builder.append(&turn.outcomes)
        for alert in exchange.alerts { builder.append(alert) }
        exchange.alerts = []
        let isOver = builder.commands.count == 1 && exchange.outbox.isEmpty && !exchange.isRequestOpen
        if isOver, profile.ambiguities.loneStatus == .unsent {
            // Nothing but a Status for the SyncHdr: it is not sent, the session is over (oma-dm.md 2.1 rule 1).
            withdrawChallenge()
            state = .ended(.completed)
            turn.end = .completed
            return
        }
        // Part of every message that is sent; they do not keep a session going.
        for alert in tree.standingAlerts {
            builder.append(.alert(alert.command(cmdID: "", profile: profile)))
        }
        var commands = builder.commands
        var filling = Outbox.Filling.complete
        if isSplit, let measure {
            // The answer to Alert 1222 goes before what waited for it; answers to new commands go behind.
            if exchange.outbox.isEmpty || message.commands.contains(where: \.isNewCommand) {
                exchange.outbox.append(contentsOf: commands.dropFirst())
                commands = Array(commands.prefix(1))
            }
            filling = exchange.outbox.fill(
                &commands, limit: limit ?? .max,
                reserve: exchange.isRequestOpen ? measure.size(of: Alert.nextMessage) : 0,
                measure: measure)
        }
        guard filling != .stuck else {
            turn.diagnostics.append(SessionText.messageTooSmall(limit ?? 0))
            close(&turn, exchange, 200, answering: message, .abortedByClient, profile)
            return
        }
        exchange.sent += 1
        exchange.isHolding = false
        if filling == .complete, exchange.isRequestOpen {
            commands.append(Alert.nextMessage.withCmdID(String(commands.count + 1)))
        }
        let isFinal =
            switch profile.ambiguities.finalRule {
            case .afterRequest: filling == .complete && !exchange.isRequestOpen
            case .always: true
            }
        // The reply namespace is 1.2 even when the server writes 1.1 (observed, enrollment.md 14.6).
        turn.reply = Message(header: header, commands: commands, isFinal: isFinal)
        if builder.omittedResults {
            turn.diagnostics.append(SessionText.resultsTooLarge(limit: message.header?.meta?.maxMsgSize ?? ""))
            exchange.isAborting = true
        }
        if isOver {
            state = .closing(.completed)
            turn.end = .completed
        } else {
            state = .talking(exchange)
        }
    }

    /// Ends the session with a message of ours: the Status for the SyncHdr, Alert 1223 and Final (oma-dm.md 2.6).
    mutating func close(
        _ turn: inout Turn, _ exchange: Exchange, _ status: Int, answering message: Message, _ end: SessionEnd,
        _ profile: ProtocolProfile
    ) {
        var builder = ReplyBuilder(msgRef: exchange.answered, profile: profile, reportsOriginalError: false)
        builder.appendHeaderStatus(HeaderAnswer(status: status), for: message.header)
        builder.append(Alert.abort)
        turn.reply = Message(
            header: header(msgID: exchange.sent + 1, address: exchange.address, profile: profile),
            commands: builder.commands, isFinal: true)
        turn.declaresMSFT = false
        turn.end = end
        state = .closing(end)
    }
}
