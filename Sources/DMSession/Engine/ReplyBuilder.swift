import DDF
import DMTree
import SyncML

/// Puts outcomes into the native wire shape of Windows 11 (design.md section 4): the SyncHdr Status first, then a
/// Status for each command in order, Results directly after the Status of their Get.
struct ReplyBuilder {
    private let header: SyncHdr
    private let msgRef: String
    private let reportsOriginalError: Bool
    private let maxMsgSize: Int?
    private var commands: [Command] = []
    /// Bytes of the message so far; kept only when the server names a limit.
    private var size = 0
    /// True when a Results was left out because it would not fit.
    private(set) var omittedResults = false

    init(header: SyncHdr, msgRef: String, reportsOriginalError: Bool, maxMsgSize: Int?) {
        self.header = header
        self.msgRef = msgRef
        self.reportsOriginalError = reportsOriginalError
        self.maxMsgSize = maxMsgSize
        if maxMsgSize != nil { size = Self.size(of: Message(header: header, isFinal: true)) }
        add(.status(Status(cmdID: "1", msgRef: msgRef, cmdRef: "0", cmd: "SyncHdr", data: ItemData("200"))))
    }

    private mutating func add(_ command: Command) {
        if maxMsgSize != nil { size += Self.size(of: command) }
        commands.append(command)
    }

    /// Bytes that a command adds to a message.
    private static func size(of command: Command) -> Int {
        size(of: Message(commands: [command], isFinal: true)) - size(of: Message(isFinal: true))
    }

    private static func size(of message: Message) -> Int {
        // Writing fails only without memory; then nothing fits.
        (try? message.serialized().count) ?? Int(Int32.max)
    }

    /// Adds the Status and Results of each outcome. What does not fit is taken out of the outcome too: it was not sent.
    mutating func append(_ outcomes: inout [CommandOutcome]) {
        commands.reserveCapacity(outcomes.count + 1)
        for index in outcomes.indices {
            let outcome = outcomes[index]
            let error = reportsOriginalError ? outcome.originalError?.description : nil
            add(
                .status(
                    Status(
                        cmdID: nextCmdID, msgRef: msgRef, cmdRef: outcome.commandID ?? "", cmd: outcome.command,
                        targetRefs: outcome.isPerItem ? outcome.target.map { [$0] } ?? [] : [],
                        data: ItemData(outcome.status == 200 ? "200" : String(outcome.status), originalError: error))))
            if !outcome.results.isEmpty, !appendResults(outcome) { outcomes[index].results = [] }
        }
    }

    /// Adds alerts of the client, behind everything else.
    mutating func append(_ alerts: [GenericAlert]) {
        for alert in alerts { add(.alert(alert.command(cmdID: nextCmdID))) }
    }

    /// Alert 1222: go on with the package that was not final.
    mutating func appendNextMessage() {
        commands.append(.alert(Alert(cmdID: nextCmdID, data: ItemData("1222"))))
    }

    /// Alert 1223: the session is over.
    mutating func appendAbort() {
        commands.append(.alert(Alert(cmdID: nextCmdID, data: ItemData("1223"))))
    }

    func message(isFinal: Bool) -> Message {
        // The reply namespace is 1.2 even when the server writes 1.1 (observed, enrollment.md 14.6).
        Message(header: header, commands: commands, isFinal: isFinal)
    }

    private var nextCmdID: String { String(commands.count + 1) }

    /// - Returns: false when the Results does not fit.
    private mutating func appendResults(_ outcome: CommandOutcome) -> Bool {
        let items = outcome.results.map { entry in
            let format = entry.format == .chr ? nil : entry.format.rawValue
            let meta = format == nil && entry.type == nil ? nil : Meta(format: format, type: entry.type)
            return Item(source: Location(entry.uri), meta: meta, data: entry.data.map { ItemData($0) })
        }
        let results = Command.results(
            Results(cmdID: nextCmdID, msgRef: msgRef, cmdRef: outcome.commandID ?? "", items: items))
        if let maxMsgSize, size + Self.size(of: results) > maxMsgSize {
            omittedResults = true
            return false
        }
        add(results)
        return true
    }
}
