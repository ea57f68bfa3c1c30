import DDF
import DMTree
import ProtocolProfile
import SyncML

/// Puts outcomes into the commands of an answer: a Status for each command in order, Results directly after the Status of
/// their Get. In the profile `windows` that is the native wire shape of Windows 11 (design.md section 4).
struct ReplyBuilder {
    /// MsgID of the message that is answered.
    let msgRef: String
    let profile: ProtocolProfile
    let reportsOriginalError: Bool
    /// A Results that makes the message longer than this is left out (OBS-013); nil where it is not.
    private let observedLimit: (bytes: Int, measure: MessageMeasure)?
    /// Numbered from 1 in their order.
    private(set) var commands: [Command] = []
    /// Bytes of the message so far; kept only under `observedLimit`.
    private var size = 0
    /// True when a Results was left out because it would not fit.
    private(set) var omittedResults = false

    init(
        msgRef: String, profile: ProtocolProfile, reportsOriginalError: Bool,
        observedLimit: (bytes: Int, measure: MessageMeasure)? = nil
    ) {
        self.msgRef = msgRef
        self.profile = profile
        self.reportsOriginalError = reportsOriginalError
        self.observedLimit = observedLimit
        size = observedLimit?.measure.empty ?? 0
    }

    /// The Status for the SyncHdr, the first of every answer (DM-STAT-01). The standard's dialect names both addresses
    /// of the header (oma-dm.md 1.5, TargetRef).
    mutating func appendHeaderStatus(_ answer: HeaderAnswer, for header: SyncHdr?) {
        var targets: [String] = []
        var sources: [String] = []
        if profile.name == .oma {
            targets = header?.target.map { [$0.locURI] } ?? []
            sources = header?.source.map { [$0.locURI] } ?? []
        }
        add(
            .status(
                Status(
                    cmdID: nextCmdID, msgRef: msgRef, cmdRef: "0", cmd: "SyncHdr", targetRefs: targets,
                    sourceRefs: sources, chal: answer.chal, data: ItemData(String(answer.status)))))
    }

    /// Adds the Status and Results of each outcome. What does not fit is taken out of the outcome too: it was not sent.
    mutating func append(_ outcomes: inout [CommandOutcome]) {
        commands.reserveCapacity(commands.count + outcomes.count)
        var index = outcomes.startIndex
        while index < outcomes.endIndex {
            let end =
                profile.ambiguities.severalItems == .whenDifferent ? Self.end(ofEqual: outcomes, from: index) : index
            if !outcomes[index].isSilent {
                add(.status(status(outcomes[index], merged: index == end ? [] : outcomes[index...end])))
            }
            for index in index...end where !outcomes[index].results.isEmpty && !outcomes[index].isSilent {
                if !appendResults(outcomes[index]) { outcomes[index].results = [] }
            }
            index = end + 1
        }
    }

    /// Adds an alert of ours.
    mutating func append(_ alert: Command) { add(alert.withCmdID(nextCmdID)) }

    /// The last of the Items, from one on, that one Status can answer together: all Items of the command, when all came
    /// out alike (DM-STAT-05; oma-dm.md 8, A27). Otherwise the Item itself.
    private static func end(ofEqual outcomes: [CommandOutcome], from start: Int) -> Int {
        guard outcomes[start].isPerItem, !outcomes[start].isContinued else { return start }
        var end = start
        while end + 1 < outcomes.endIndex, outcomes[end + 1].isContinued {
            end += 1
            guard outcomes[end].status == outcomes[start].status, outcomes[end].missingAncestor == nil,
                outcomes[end].originalError == outcomes[start].originalError
            else { return start }
        }
        return outcomes[start].missingAncestor == nil ? end : start
    }

    /// - Parameter merged: all outcomes that the Status stands for, when it stands for several.
    private func status(_ outcome: CommandOutcome, merged: ArraySlice<CommandOutcome>) -> Status {
        var targets: [String] = []
        var sources: [String] = []
        switch (profile.name, merged.isEmpty) {
        case (_, false):
            targets = merged.compactMap(\.target)
            sources = merged.compactMap(\.source)
        case (.oma, true):
            // Present when the Item had them (DM-STAT-06).
            targets = outcome.target.map { [$0] } ?? []
            sources = outcome.source.map { [$0] } ?? []
        case (.windows, true):
            // Only in the per-Item form (windows-csp.md 5.3).
            if outcome.isPerItem { targets = outcome.target.map { [$0] } ?? [] }
        }
        let error = reportsOriginalError ? outcome.originalError?.uppercase : nil
        var items = outcome.answers.map { Item(data: ItemData($0)) }
        if let ancestor = outcome.missingAncestor { items.append(Item(target: Location(ancestor))) }
        return Status(
            cmdID: nextCmdID, msgRef: msgRef, cmdRef: outcome.commandID ?? "", cmd: outcome.command,
            targetRefs: targets, sourceRefs: sources,
            data: ItemData(outcome.status == 200 ? "200" : String(outcome.status), originalError: error), items: items)
    }

    /// - Returns: false when the Results does not fit.
    private mutating func appendResults(_ outcome: CommandOutcome) -> Bool {
        let items = outcome.results.map { entry in
            let format = entry.format == .chr ? nil : entry.format.rawValue
            let meta = format == nil && entry.type == nil ? nil : Meta(format: format, type: entry.type)
            var data = entry.data
            // An empty list of children is an answer; a leaf without value need not have Data (oma-dm.md 8, A34).
            if data == "", entry.format != .node, profile.ambiguities.emptyData == .absent { data = nil }
            return Item(source: Location(entry.uri), meta: meta, data: data.map { ItemData($0) })
        }
        let results = Command.results(
            Results(
                cmdID: nextCmdID, msgRef: msgRef, cmdRef: outcome.commandID ?? "",
                cmd: profile.ambiguities.resultsCmd == .present ? "Get" : nil, items: items))
        if let observedLimit, size + observedLimit.measure.size(of: results) > observedLimit.bytes {
            omittedResults = true
            return false
        }
        add(results)
        return true
    }

    private mutating func add(_ command: Command) {
        if let observedLimit { size += observedLimit.measure.size(of: command) }
        commands.append(command)
    }

    private var nextCmdID: String { String(commands.count + 1) }
}

extension Alert {
    /// Alert 1222: go on with the package that was not final.
    static let nextMessage = Command.alert(Alert(cmdID: nil, data: ItemData("1222")))
    /// Alert 1223: the session is over.
    static let abort = Command.alert(Alert(cmdID: nil, data: ItemData("1223")))
}
