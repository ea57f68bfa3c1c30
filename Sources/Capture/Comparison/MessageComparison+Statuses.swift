import SyncML

/// The Statuses: paired by MsgRef and CmdRef, and by TargetRef where a command has several.
extension MessageComparison {
    private struct StatusKey: Hashable {
        var msgRef: String
        var cmdRef: String
    }

    mutating func compareStatuses() {
        let pairs = Pairing.pairs(
            ours: Self.statuses(ours.message), recorded: Self.statuses(recorded.message),
            key: { status, isOurs in
                StatusKey(
                    msgRef: isOurs ? reference(status.msgRef) : status.msgRef, cmdRef: status.cmdRef)
            },
            detail: { $0.targetRefs + $0.sourceRefs })
        for pair in pairs {
            switch (pair.ours?.element, pair.recorded?.element) {
            case (let our?, let their?): compare(our, their)
            case (nil, let their?):
                countCommand(their, isEqual: false)
                add(
                    difference(
                        .statusMissing, "our client does not answer \(Self.words(their))", nil, nil, their,
                        Self.text(their)))
            case (let our?, nil):
                countCommand(our, isEqual: false)
                add(
                    difference(
                        .statusExtra, "only our client answers \(Self.words(our))", our, Self.text(our), nil, nil))
            case (nil, nil): break
            }
        }
        compareOrder(pairs)
    }

    static func statuses(_ message: Message) -> [Status] {
        message.commands.compactMap { if case .status(let status) = $0 { status } else { nil } }
    }

    private mutating func compare(_ our: Status, _ their: Status) {
        let (left, right) = (Self.code(our), Self.code(their))
        var isEqual = left == right
        if !isEqual, their.isForHeader, our.isForHeader, [left, right].allSatisfy({ ["200", "212"].contains($0) }) {
            mask(.headerStatus)
            isEqual = true
        }
        countCommand(their, isEqual: isEqual)
        if !isEqual {
            add(
                difference(
                    .statusCode, "\(Self.words(their)) is answered \(left) by our client, \(right) by the recorded one",
                    our, left, their, right))
        }
        compareForm(our, their, isEqual: isEqual)
    }

    /// What stands beside the code. A status that differs brings another HRESULT with it, which is not told again.
    private mutating func compareForm(_ our: Status, _ their: Status, isEqual: Bool) {
        if our.cmd != their.cmd {
            add(
                difference(
                    .statusCommand, "Cmd of the Status for \(Self.words(their)) differs", our, our.cmd, their, their.cmd
                ))
        }
        let (left, right) = (our.targetRefs + our.sourceRefs, their.targetRefs + their.sourceRefs)
        if left != right {
            add(
                difference(
                    .statusTarget, "TargetRef or SourceRef of the Status for \(Self.words(their)) differs", our,
                    Self.list(left), their, Self.list(right)))
        }
        let (ourError, theirError) = (our.data?.originalError, their.data?.originalError)
        if isEqual, ourError?.lowercased() != theirError?.lowercased() {
            add(
                difference(
                    .statusError, "msft:originalerror of the Status for \(Self.words(their)) differs", our,
                    ourError ?? "none", their, theirError ?? "none"))
        }
        if our.chal?.meta.type != their.chal?.meta.type || (our.chal == nil) != (their.chal == nil) {
            let words = { (chal: Chal?) in chal.map { "Chal of type \($0.meta.type ?? "none")" } ?? "no Chal" }
            add(
                difference(
                    .statusChallenge, "Chal of the Status for \(Self.words(their)) differs", our, words(our.chal),
                    their,
                    words(their.chal)))
        } else if our.chal?.meta.nextNonce != their.chal?.meta.nextNonce {
            mask(.nextNonce)
        }
        let (ourItems, theirItems) = (Self.items(our), Self.items(their))
        if ourItems != theirItems, !our.isForHeader {
            add(
                difference(
                    .statusItems, "the Items of the Status for \(Self.words(their)) differ", our, Self.list(ourItems),
                    their, Self.list(theirItems)))
        }
    }

    /// One difference for a message, however many Statuses are out of their place.
    private mutating func compareOrder(_ pairs: [Pair<Status>]) {
        var highest = -1
        for pair in pairs {
            guard let our = pair.ours, let their = pair.recorded else { continue }
            guard our.index < highest else {
                highest = our.index
                continue
            }
            add(
                difference(
                    .statusOrder,
                    "\(Self.words(their.element)) is answered in another place: the Statuses stand in another order",
                    our.element, "Status \(our.index + 1)", their.element, "Status \(their.index + 1)"))
            return
        }
    }

    private mutating func countCommand(_ status: Status, isEqual: Bool) {
        if !status.isForHeader { count(\.commands, isEqual: isEqual) }
    }

    private func difference(
        _ rule: ComparisonRule, _ message: String, _ our: Status?, _ ourText: String?, _ their: Status?,
        _ theirText: String?
    ) -> Difference {
        let status = their ?? our
        return Difference(
            rule, .status, message, ours: ours.side(ourText, at: our?.origin ?? .none),
            recorded: recorded.side(theirText, at: their?.origin ?? .none), commandID: status?.cmdRef,
            messageReference: their?.msgRef ?? our.map { reference($0.msgRef) }, command: status?.cmd,
            target: status?.targetRefs.first)
    }

    private static func code(_ status: Status) -> String { status.data?.content.trimmed ?? "no Data" }

    private static func text(_ status: Status) -> String { "Status \(code(status))" }

    private static func words(_ status: Status) -> String {
        if status.isForHeader { return "the SyncHdr of message \(status.msgRef)" }
        let name = status.cmdRef.isEmpty ? "a \(status.cmd) without CmdID" : "\(status.cmd) \(status.cmdRef)"
        let target = status.targetRefs.first.map { " on \($0)" } ?? ""
        return "\(name) of message \(status.msgRef)\(target)"
    }

    private static func items(_ status: Status) -> [String] {
        status.items.map {
            [$0.target?.locURI, $0.source?.locURI, $0.data?.content].compactMap { $0 }.joined(separator: " ")
        }
    }

    private static func list(_ texts: [String]) -> String { texts.isEmpty ? "none" : texts.joined(separator: ", ") }
}

extension Status {
    /// The Status for the SyncHdr.
    var isForHeader: Bool { cmdRef == "0" && (cmd == "SyncHdr" || cmd.isEmpty) }
}
