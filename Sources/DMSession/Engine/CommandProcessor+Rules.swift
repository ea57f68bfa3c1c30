import DMTree
import ProtocolProfile
import SyncML

/// What the profile and the sizes of both sides decide about a command, beside the tree.
extension CommandProcessor {
    /// Refuses with 400 what a strict switch does not forgive: a Meta child in another namespace (oma-dm.md 8, A11), CDATA
    /// in Data (A15), Alert and Sequence in SyncBody (A19).
    mutating func isMalformed(_ command: Command, _ surroundings: Surroundings) -> Bool {
        let switches = rules.profile.ambiguities
        var fault: (text: String, switch: Ambiguities.ID)?
        if switches.bodyCommands == .msmdm, surroundings.parent == nil {
            switch command {
            case .alert, .sequence: fault = ("a command that MS-MDM does not print in SyncBody", .a19)
            case .add, .replace, .delete, .get, .copy, .exec, .atomic, .status, .results, .unknown: break
            }
        }
        if switches.cdata == .refused, command.hasCDATA { fault = ("Data in a CDATA section", .a15) }
        if let offset = command.origin.position?.offset, rules.malformed.contains(offset) {
            fault = ("a child of Meta that is not in syncml:metinf", .a11)
        }
        guard let fault else { return false }
        diagnostics.append(SessionText.unforgiven(command, fault.text, fault.switch))
        append(
            CommandOutcome(
                commandID: command.cmdID, command: command.name, target: nil, status: 400, originalError: nil,
                rule: .session, line: command.origin.position?.line, column: command.origin.position?.column,
                parent: surroundings.parent))
        switch command {
        case .atomic(let container), .sequence(let container):
            let inside = Surroundings(parent: container.cmdID ?? "", isInAtomic: surroundings.isInAtomic)
            skip(container.commands[...], inside)
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: break
        }
        return true
    }

    /// Where commands begin that hold a Meta child outside of `syncml:metinf`, when the switch refuses them (A11).
    static func malformed(_ message: Message, _ profile: ProtocolProfile) -> Set<Int> {
        guard profile.ambiguities.metaNamespace == .refused else { return [] }
        let rules = [ParseRule.metinfNamespace.rawValue, ParseRule.metaOutside.rawValue]
        let faults = message.findings.filter { rules.contains($0.rule) }.map(\.position.offset)
        guard !faults.isEmpty else { return [] }
        let starts = message.commands.flatMap(\.starts).sorted()
        return Set(faults.compactMap { fault in starts.last { $0 <= fault } })
    }

    /// A command with NoResp gets no Status where the switch says so (A7).
    mutating func silence(_ command: Command, from start: Int) {
        guard rules.profile.ambiguities.noResp == .obeyed, command.noResp else { return }
        for index in start..<outcomes.count { outcomes[index].isSilent = true }
    }

    /// Results have no use for a client. It answers only what it cannot read (oma-dm.md 2.3, DM-STAT-08, DM-STAT-09).
    mutating func take(_ results: Results, _ surroundings: Surroundings) {
        let isUsable =
            results.cmdID != nil && !results.cmdRef.isEmpty && !results.items.isEmpty
            && results.items.allSatisfy { $0.source?.locURI.isEmpty == false }
        diagnostics.append(SessionText.resultsReceived(results, isUsable: isUsable))
        guard !isUsable else { return }
        append(
            CommandOutcome(
                commandID: results.cmdID, command: "Results", target: nil, status: 400, originalError: nil,
                rule: results.cmdID == nil ? .row(.noCmdID) : .session, line: results.origin.position?.line,
                column: results.origin.position?.column, parent: surroundings.parent))
    }

    /// Alert 1225 of the server: the object that is under way is not continued. Nothing of it was committed.
    mutating func takeNoEndOfData(_ alert: Alert) {
        hasNoEndOfData = true
        guard let object else { return }
        self.object = nil
        diagnostics.append(SessionText.objectGivenUp(object, alert))
    }

    /// The effects of an Exec carry its Correlator in the standard's dialect; Windows does not know it (windows-csp.md
    /// 5.2).
    func correlated(_ effects: [Effect], _ request: Request, _ correlator: String?) -> [Effect] {
        guard let correlator, request.verb == .exec, rules.profile.name == .oma else { return effects }
        return effects.map { $0.correlated(with: correlator) }
    }

    /// The ancestor of an Add that could not be made (oma-dm.md 2.3, DM-STAT-12), in the server's spelling; nil when only
    /// the node itself was in the way.
    func missingAncestor(_ application: Application) -> String? {
        guard rules.profile.name == .oma, let culprit = application.decision.culprit,
            let uri = application.decision.resolution?.uri, let ancestor = try? TreeURI(culprit),
            ancestor.segments.count < uri.segments.count
        else { return nil }
        let names = uri.textWithoutQuery.split(separator: "/", omittingEmptySubsequences: false)
        return names.dropLast(uri.segments.count - ancestor.segments.count).joined(separator: "/")
    }
}

extension CommandProcessor.Rules {
    /// A Get of an object that the server cannot take is 413 (oma-dm.md 2.9 rule 9).
    func limit(_ outcome: inout CommandOutcome) -> Diagnostic? {
        guard let limit = serverMaxObjSize else { return nil }
        let sizes = outcome.results.map { outgoing.bytes(of: $0.data ?? "", format: $0.format.rawValue) }
        guard let largest = sizes.max(), largest > limit else { return nil }
        outcome.status = 413
        outcome.rule = .session
        outcome.results = []
        return SessionText.resultTooLarge(outcome, largest, limit)
    }
}

extension Command {
    /// Whether the command, not counting children, asks for no answer.
    var noResp: Bool {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.noResp
        case .alert(let alert): alert.noResp
        case .atomic(let container), .sequence(let container): container.noResp
        case .status, .results, .unknown: false
        }
    }

    /// Whether the command, not counting children, holds Data in a CDATA section.
    fileprivate var hasCDATA: Bool {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items.contains { $0.data?.form == .cdata }
        case .alert(let alert): alert.data?.form == .cdata || alert.items.contains { $0.data?.form == .cdata }
        case .atomic, .sequence, .status, .results, .unknown: false
        }
    }

    /// The bytes at which the command and its children begin.
    fileprivate var starts: [Int] {
        let own = origin.position.map { [$0.offset] } ?? []
        switch self {
        case .atomic(let container), .sequence(let container): return own + container.commands.flatMap(\.starts)
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: return own
        }
    }
}

extension Alert {
    /// The alert code, blanks removed.
    var code: String { data?.content.trimmedASCII ?? "" }
}
